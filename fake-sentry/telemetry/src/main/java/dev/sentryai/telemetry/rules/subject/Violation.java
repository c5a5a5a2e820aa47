package dev.sentryai.telemetry.rules.subject;

import dev.sentryai.telemetry.SpanRecord;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a rule says about its subject; the engine adds the place and the catalogue's texts. A rule makes one, fills it and hands
 * it over.
 */
public final class Violation {

    private final Map<String, String> values = new HashMap<>();
    private @Nullable String attribute;
    private @Nullable String pointer;
    private @Nullable SpanRecord span;
    private @Nullable ItemSubject item;
    private boolean milder;

    /** Says what should stand there. */
    public Violation expected(Object value) {
        return with("expected", value);
    }

    /** Says what stands there. */
    public Violation actual(Object value) {
        return with("actual", value);
    }

    /** Gives a placeholder of the catalogue's message or fix its value. */
    public Violation with(String name, Object value) {
        values.put(name, Excerpt.of(value));
        return this;
    }

    /** Names the attribute at fault. */
    public Violation attribute(String key) {
        attribute = key;
        return with("attribute", key);
    }

    /** Points into the JSON that the message talks about. */
    public Violation pointer(String value) {
        pointer = value;
        return this;
    }

    /** Names the span at fault; needed only where the rule's subject is not a span. */
    public Violation span(SpanRecord value) {
        span = value;
        return this;
    }

    /** Names the item at fault; needed only where the rule's subject is an envelope. */
    public Violation item(ItemSubject value) {
        item = value;
        return this;
    }

    /** Marks a case of the rule's milder severity. */
    public Violation milder(boolean value) {
        milder = value;
        return this;
    }

    public Map<String, String> values() {
        return values;
    }

    @Nullable
    public String attribute() {
        return attribute;
    }

    @Nullable
    public String pointer() {
        return pointer;
    }

    @Nullable
    public SpanRecord span() {
        return span;
    }

    @Nullable
    public ItemSubject item() {
        return item;
    }

    public boolean isMilder() {
        return milder;
    }
}
