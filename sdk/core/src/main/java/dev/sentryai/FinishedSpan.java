package dev.sentryai;

import dev.sentryai.value.AttributeValue;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What {@link SentryAiOptions.BeforeSendSpanCallback} sees of a finished span. Not thread-safe; use it in the callback only. */
public final class FinishedSpan {

    private final String op;
    private final Map<String, Object> attributes;
    private String name;

    /** @param attributes sanitised values; copied */
    FinishedSpan(String op, String name, Map<String, Object> attributes) {
        this.op = op;
        this.name = name;
        this.attributes = new LinkedHashMap<>(attributes);
    }

    /**
     * Returns the operation.
     *
     * @return such as {@code gen_ai.chat}
     */
    public String op() {
        return op;
    }

    /**
     * Returns the name that Sentry shows.
     *
     * @return such as {@code chat gpt-4o}
     */
    public String name() {
        return name;
    }

    /**
     * Renames the span.
     *
     * @param name what Sentry shall show
     */
    public void setName(String name) {
        this.name = name;
    }

    /**
     * Returns the attributes: String, Boolean, Long, Double, or a List of one of those.
     *
     * @return an unmodifiable view, in the order in which they were set
     */
    public Map<String, Object> attributes() {
        return Collections.unmodifiableMap(attributes);
    }

    /**
     * Returns one attribute.
     *
     * @param key such as {@code gen_ai.request.model}
     * @return null when the span does not have it
     */
    public @Nullable Object attribute(String key) {
        return attributes.get(key);
    }

    /**
     * Sets an attribute. What no attribute can hold, such as a map, becomes JSON text.
     *
     * @param key such as {@code gen_ai.request.model}
     * @param value anything; null removes the attribute
     */
    public void setAttribute(String key, @Nullable Object value) {
        AttributeValue.of(value).ifPresentOrElse(valid -> attributes.put(key, valid), () -> removeAttribute(key));
    }

    /**
     * Removes an attribute; one that the span does not have is fine.
     *
     * @param key such as {@code gen_ai.input.messages}
     */
    public void removeAttribute(String key) {
        attributes.remove(key);
    }
}
