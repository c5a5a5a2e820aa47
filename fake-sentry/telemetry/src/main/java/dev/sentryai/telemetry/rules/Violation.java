package dev.sentryai.telemetry.rules;

import dev.sentryai.telemetry.SpanRecord;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a rule says about its subject; the engine adds the place and the catalogue's texts. A rule makes one, fills it and hands
 * it over.
 */
final class Violation {

    private final Map<String, String> values = new HashMap<>();
    private @Nullable String attribute;
    private @Nullable String pointer;
    private @Nullable SpanRecord span;
    private @Nullable ItemSubject item;
    private boolean milder;

    /** Says what should stand there. */
    Violation expected(Object value) {
        return with("expected", value);
    }

    /** Says what stands there. */
    Violation actual(Object value) {
        return with("actual", value);
    }

    /** Gives a placeholder of the catalogue's message or fix its value. */
    Violation with(String name, Object value) {
        values.put(name, Excerpt.of(value));
        return this;
    }

    /** Names the attribute at fault. */
    Violation attribute(String key) {
        attribute = key;
        return with("attribute", key);
    }

    /** Points into the JSON that the message talks about. */
    Violation pointer(String value) {
        pointer = value;
        return this;
    }

    /** Names the span at fault; needed only where the rule's subject is not a span. */
    Violation span(SpanRecord value) {
        span = value;
        return this;
    }

    /** Names the item at fault; needed only where the rule's subject is an envelope. */
    Violation item(ItemSubject value) {
        item = value;
        return this;
    }

    /** Marks a case of the rule's milder severity. */
    Violation milder(boolean value) {
        milder = value;
        return this;
    }

    Map<String, String> values() {
        return values;
    }

    @Nullable
    String attribute() {
        return attribute;
    }

    @Nullable
    String pointer() {
        return pointer;
    }

    @Nullable
    SpanRecord span() {
        return span;
    }

    @Nullable
    ItemSubject item() {
        return item;
    }

    boolean isMilder() {
        return milder;
    }
}
