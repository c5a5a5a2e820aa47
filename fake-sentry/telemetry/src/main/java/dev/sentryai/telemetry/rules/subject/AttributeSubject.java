package dev.sentryai.telemetry.rules.subject;

import dev.sentryai.protocol.AttributeDefinition;
import dev.sentryai.telemetry.json.JsonObject;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One attribute of a span with the questions that rules ask about it. Used by one thread. */
public final class AttributeSubject {

    private final SpanSubject span;
    private final String key;
    private final @Nullable Object value;
    private final Optional<AttributeDefinition> definition;
    private @Nullable AttributeFault fault;

    public AttributeSubject(SpanSubject span, String key, @Nullable Object value) {
        this.span = span;
        this.key = key;
        this.value = value;
        this.definition = span.conventions().attribute(key);
    }

    public SpanSubject span() {
        return span;
    }

    public String key() {
        return key;
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
        return definition;
    }

    /** Whether the key belongs to the vocabulary whose types we judge; the rest is the official SDKs' business. */
    public boolean isOfAiVocabulary() {
        return isGenAi() || key.startsWith("ai.") || key.startsWith("mcp.");
    }

    public boolean isGenAi() {
        return key.startsWith("gen_ai.");
    }

    public boolean isJsonText() {
        return Vocabulary.JSON_TEXT.contains(key);
    }

    public boolean isStreamed() {
        return span.isStreamed();
    }

    /** The object of value and type that a streamed span wraps around a value; empty if it does not. */
    public Optional<JsonObject> wrapper() {
        return span.record().raw().object("attributes").get(key) instanceof JsonObject object
                ? Optional.of(object)
                : Optional.empty();
    }

    public Optional<String> declaredType() {
        return span.record().declaredType(key);
    }

    /** What is wrong with type and value: the gravest fault, so that one mistake is one finding. */
    public AttributeFault fault() {
        if (fault == null) {
            fault = AttributeFault.of(this);
        }
        return fault;
    }
}
