package dev.sentryai.instrument;

import static java.util.Objects.requireNonNull;

import dev.sentryai.protocol.CommonAttributes;
import dev.sentryai.protocol.GenAiAttributes;
import dev.sentryai.protocol.message.Message;
import dev.sentryai.protocol.message.Messages;
import dev.sentryai.protocol.message.Part;
import dev.sentryai.protocol.message.ToolDefinition;
import dev.sentryai.value.AttributeMap;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What is known before a call. Immutable. Content stands behind suppliers, which run only when it is recorded, once, on
 * the thread that starts the call.
 */
public final class GenAiRequest {

    private static final String AI_PREFIX = "gen_ai.";

    private final String op;
    private final @Nullable String name;
    private final Map<String, Object> attributes;
    private final Map<String, Supplier<?>> content;
    private final @Nullable Supplier<List<Message>> inputMessages;
    private final @Nullable String conversationId;

    private GenAiRequest(Builder builder) {
        this.op = builder.op;
        this.name = builder.name;
        this.attributes = builder.attributes;
        this.content = builder.content;
        this.inputMessages = builder.inputMessages;
        this.conversationId = builder.conversationId;
    }

    /**
     * Returns a builder.
     *
     * @param op one of {@link dev.sentryai.protocol.GenAiOps}, from which the operation name follows; any other op makes a plain span,
     *     which is to have a {@linkplain Builder#name name}
     */
    public static Builder builder(String op) {
        return new Builder(op);
    }

    String op() {
        return op;
    }

    /** Tells whether a plain span is made, on which there is room for nothing that is said in the conventions' words. */
    boolean isPlain() {
        return !op.startsWith(AI_PREFIX);
    }

    Optional<String> name() {
        return Optional.ofNullable(name);
    }

    Map<String, Object> attributes() {
        return attributes;
    }

    Optional<Supplier<List<Message>>> inputMessages() {
        return Optional.ofNullable(inputMessages);
    }

    /** Returns the attribute keys of the other recorded inputs with what makes their text; a supplier may return null for none. */
    Map<String, Supplier<?>> content() {
        return content;
    }

    /** Returns all content, recorded or not: texts, or JSON text with texts in it. */
    List<String> texts() {
        List<String> texts = new ArrayList<>();
        if (inputMessages != null) {
            texts.add(Messages.toJson(inputMessages.get()));
        }
        content.values().stream()
                .map(Supplier::get)
                .filter(Objects::nonNull)
                .map(Object::toString)
                .forEach(texts::add);
        return texts;
    }

    Optional<String> conversationId() {
        return Optional.ofNullable(conversationId);
    }

    /** Collects a {@link GenAiRequest}; not thread-safe. What is null or empty is absent. */
    public static final class Builder {

        private final String op;
        private @Nullable String name;
        private Map<String, Object> attributes = new AttributeMap(8);
        private Map<String, Supplier<?>> content = Map.of();
        private boolean built;
        private @Nullable Supplier<List<Message>> inputMessages;
        private @Nullable String conversationId;

        private Builder(String op) {
            this.op = requireNonNull(op, "op");
        }

        /** Sets the span's name; without it the name follows from op and attributes, which those of {@code gen_ai} need. */
        public Builder name(@Nullable String name) {
            this.name = name;
            return this;
        }

        /**
         * Sets who answers. A plain span is left without: it would look like half of an AI span.
         *
         * @param name as in the conventions, such as {@code openai} or {@code azure.ai.openai}
         */
        public Builder provider(String name) {
            return ofAiSpan(GenAiAttributes.PROVIDER_NAME, name);
        }

        /** Sets the model that was asked for; a plain span is left without, as of the provider. */
        public Builder model(@Nullable String model) {
            return ofAiSpan(GenAiAttributes.REQUEST_MODEL, model);
        }

        /** Says whether the answer comes in chunks; a plain span is left without, as of the provider. */
        public Builder streaming(boolean streaming) {
            return ofAiSpan(GenAiAttributes.RESPONSE_STREAMING, streaming);
        }

        private Builder ofAiSpan(String key, @Nullable Object value) {
            return op.startsWith(AI_PREFIX) ? attribute(key, value) : this;
        }

        /**
         * Sets a request parameter, such as {@link GenAiAttributes#REQUEST_TEMPERATURE}; never content.
         *
         * @param value anything that is an attribute value or can be made one; null: absent
         */
        public Builder attribute(String key, @Nullable Object value) {
            if (value != null) {
                reopen();
                attributes.put(requireNonNull(key, "key"), value);
            }
            return this;
        }

        /** Sets where the request is sent. */
        public Builder server(@Nullable String address, @Nullable Integer port) {
            attribute(CommonAttributes.SERVER_ADDRESS, address);
            return attribute(CommonAttributes.SERVER_PORT, port);
        }

        /** Sets the conversation as far as the request tells; one that the application set on span or scope is stronger. */
        public Builder conversationId(@Nullable String id) {
            conversationId = id;
            return this;
        }

        /**
         * Sets the messages without system instructions. A plain span does not show them, recorded or not; but like all content they are
         * not quoted by what is told of a failure.
         */
        public Builder inputMessages(Supplier<List<Message>> messages) {
            inputMessages = requireNonNull(messages, "messages");
            return this;
        }

        /** Sets the system instructions. */
        public Builder systemInstructions(Supplier<List<Part>> instructions) {
            return content(GenAiAttributes.SYSTEM_INSTRUCTIONS, instructions, Messages::instructionsToJson);
        }

        /** Sets the tools that the model may call. */
        public Builder toolDefinitions(Supplier<List<ToolDefinition>> definitions) {
            return content(GenAiAttributes.TOOL_DEFINITIONS, definitions, ToolDefinition::toJson);
        }

        /** Sets the texts to embed. */
        public Builder embeddingsInput(Supplier<List<String>> texts) {
            return content(GenAiAttributes.EMBEDDINGS_INPUT, texts, EmbeddingsInput::toAttribute);
        }

        private <C extends Collection<?>> Builder content(String key, Supplier<C> source, Function<C, String> toText) {
            requireNonNull(source, "source");
            reopen();
            content = content.isEmpty() ? new LinkedHashMap<>(4) : content;
            content.put(key, () -> {
                C values = source.get();
                return values.isEmpty() ? null : toText.apply(values);
            });
            return this;
        }

        /** What has been built does not change. Most builders build once, and then nothing needs to be copied. */
        private void reopen() {
            if (built) {
                Map<String, Object> copy = new AttributeMap(attributes.size());
                copy.putAll(attributes);
                attributes = copy;
                content = new LinkedHashMap<>(content);
                built = false;
            }
        }

        /** Returns the request. */
        public GenAiRequest build() {
            built = true;
            return new GenAiRequest(this);
        }
    }
}
