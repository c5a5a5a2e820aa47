package dev.sentryai.telemetry.rules.subject;

import dev.sentryai.protocol.AttributeDefinition;
import dev.sentryai.telemetry.json.JsonObject;
import dev.sentryai.telemetry.rules.fact.AttributeKey;
import dev.sentryai.telemetry.rules.fact.Fact;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One attribute of a span with the questions that rules ask about it. Used by one thread. */
public final class AttributeSubject {

    private final SpanSubject span;
    private final AttributeKey key;
    private final @Nullable Object value;
    private final AttributeFault fault;

    public AttributeSubject(SpanSubject span, AttributeKey key, @Nullable Object value) {
        this.span = span;
        this.key = key;
        this.value = value;
        this.fault = AttributeFault.of(key, value, span.isStreamed(), declaredType());
    }

    public SpanSubject span() {
        return span;
    }

    public String key() {
        return key.name();
    }

    /** The {@link Fact facts} that hold, as their bits. */
    public long facts() {
        return facts(key, value, fault);
    }

    static long facts(AttributeKey key, @Nullable Object value, AttributeFault fault) {
        return key.facts()
                | (fault == AttributeFault.NONE ? 0 : Fact.FAULTY.bit())
                | (isEmpty(value) ? Fact.EMPTY.bit() : 0);
    }

    /** Whether it is a text or array with nothing in it. */
    public boolean isEmpty() {
        return isEmpty(value);
    }

    private static boolean isEmpty(@Nullable Object value) {
        return value instanceof String text ? text.isEmpty() : value instanceof List<?> list && list.isEmpty();
    }

    /** What was sent; null if nothing or the JSON literal null. */
    @Nullable
    public Object value() {
        return value;
    }

    /** What was sent, for messages. */
    public Object shownValue() {
        return value == null ? "null" : value;
    }

    public Optional<AttributeDefinition> definition() {
        return Optional.ofNullable(key.definition());
    }

    /** Whether the key belongs to the vocabulary whose types we judge; the rest is the official SDKs' business. */
    public boolean isOfAiVocabulary() {
        return isOfAiVocabulary(key());
    }

    static boolean isOfAiVocabulary(String key) {
        return key.startsWith("gen_ai.") || key.startsWith("ai.") || key.startsWith("mcp.");
    }

    public boolean isGenAi() {
        return key().startsWith("gen_ai.");
    }

    public boolean isJsonText() {
        return key.shows(Fact.JSON_TEXT);
    }

    public boolean isStreamed() {
        return span.isStreamed();
    }

    /** The object of value and type that a streamed span wraps around a value; null if it does not. */
    public @Nullable JsonObject wrapper() {
        return span.wrappers().get(key()) instanceof JsonObject object ? object : null;
    }

    /** Null if absent, no text, or in another format. */
    public @Nullable String declaredType() {
        JsonObject wrapper = span.isStreamed() ? wrapper() : null;
        return wrapper == null ? null : wrapper.text("type");
    }

    /** What is wrong with type and value: the gravest fault, so that one mistake is one finding. */
    public AttributeFault fault() {
        return fault;
    }
}
