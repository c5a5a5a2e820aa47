package dev.sentryai.telemetry.rules;

import dev.sentryai.protocol.AttributeDefinition;
import dev.sentryai.telemetry.json.JsonObject;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One attribute of a span with the questions that rules ask about it. Used by one thread. */
final class AttributeSubject {

    private final SpanSubject span;
    private final String key;
    private final @Nullable Object value;
    private @Nullable AttributeFault fault;

    AttributeSubject(SpanSubject span, String key, @Nullable Object value) {
        this.span = span;
        this.key = key;
        this.value = value;
    }

    SpanSubject span() {
        return span;
    }

    String key() {
        return key;
    }

    /** What was sent; null if nothing or the JSON literal null. */
    @Nullable
    Object value() {
        return value;
    }

    /** What was sent, for messages. */
    Object shownValue() {
        return value == null ? "null" : value;
    }

    Optional<AttributeDefinition> definition() {
        return span.conventions().attribute(key);
    }

    /** Whether the key belongs to the vocabulary whose types we judge; the rest is the official SDKs' business. */
    boolean isOfAiVocabulary() {
        return isGenAi() || key.startsWith("ai.") || key.startsWith("mcp.");
    }

    boolean isGenAi() {
        return key.startsWith("gen_ai.");
    }

    boolean isJsonText() {
        return Vocabulary.JSON_TEXT.contains(key);
    }

    boolean isStreamed() {
        return span.isStreamed();
    }

    /** The object of value and type that a streamed span wraps around a value; empty if it does not. */
    Optional<JsonObject> wrapper() {
        return span.record().raw().object("attributes").get(key) instanceof JsonObject object
                ? Optional.of(object)
                : Optional.empty();
    }

    Optional<String> declaredType() {
        return span.record().declaredType(key);
    }

    /** What is wrong with type and value: the gravest fault, so that one mistake is one finding. */
    AttributeFault fault() {
        if (fault == null) {
            fault = AttributeFault.of(this);
        }
        return fault;
    }
}
