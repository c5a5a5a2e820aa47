package dev.sentryai.content;

import dev.sentryai.protocol.json.Json;
import dev.sentryai.protocol.json.JsonValue;
import dev.sentryai.value.AttributeValue;
import dev.sentryai.value.Quotations;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Content that is known but not recorded. Looked at only when something fails, to tell what the message of the failure quotes.
 * Immutable.
 */
public final class HiddenContent {

    /** Nothing is known. */
    public static final HiddenContent NONE = new HiddenContent("", () -> null, null);

    /** Something was known that nobody knows any more. */
    static final HiddenContent GONE = NONE.with("", () -> {
        throw new IllegalStateException("content is gone, as memory was short");
    });

    private final String key;
    private final Supplier<?> value;
    private final @Nullable HiddenContent rest;

    private HiddenContent(String key, Supplier<?> value, @Nullable HiddenContent rest) {
        this.key = key;
        this.value = value;
        this.rest = rest;
    }

    /**
     * Returns this with one value more, in the place of that with the same key.
     *
     * @param newValue makes texts, JSON text with texts in it, or what becomes such
     */
    public HiddenContent with(String newKey, Supplier<?> newValue) {
        return new HiddenContent(newKey, newValue, without(newKey));
    }

    private HiddenContent without(String unwanted) {
        if (rest == null) {
            return this;
        }
        HiddenContent others = rest.without(unwanted);
        if (key.equals(unwanted)) {
            return others;
        }
        return others == rest ? this : new HiddenContent(key, value, others);
    }

    /** Returns this and all of the other. */
    public HiddenContent and(HiddenContent other) {
        if (isEmpty() || other.isEmpty()) {
            return isEmpty() ? other : this;
        }
        return new HiddenContent("", other::texts, this);
    }

    /** Tells whether nothing is known. */
    public boolean isEmpty() {
        return rest == null;
    }

    /** Returns what takes from a message what it quotes. */
    public UnaryOperator<String> redaction() {
        if (isEmpty()) {
            return UnaryOperator.identity();
        }
        try {
            return Quotations.from(texts())::removeFrom;
        } catch (RuntimeException | LinkageError | StackOverflowError e) {
            // what is not known can not be found
            return message -> Quotations.FILTERED;
        }
    }

    /** Returns all of it: texts, or JSON text with texts in it. */
    public List<String> texts() {
        List<String> texts = new ArrayList<>();
        for (HiddenContent next = this; next != null; next = next.rest) {
            addTexts(next.value.get(), texts);
        }
        return texts;
    }

    private static void addTexts(@Nullable Object value, List<String> texts) {
        if (value instanceof Collection<?> values) {
            values.forEach(each -> addTexts(each, texts));
        } else if (value instanceof JsonValue json) {
            texts.add(Json.write(json));
        } else {
            AttributeValue.normalized(value, false).map(Object::toString).ifPresent(texts::add);
        }
    }
}
