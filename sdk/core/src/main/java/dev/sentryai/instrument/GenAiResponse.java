package dev.sentryai.instrument;

import static java.util.Objects.requireNonNull;

import dev.sentryai.protocol.CommonAttributes;
import dev.sentryai.protocol.GenAiAttributes;
import dev.sentryai.protocol.TokenUsage;
import dev.sentryai.protocol.json.Json;
import dev.sentryai.protocol.message.Message;
import dev.sentryai.protocol.message.Messages;
import dev.sentryai.value.AttributeMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What is known after a call, whole or partial. Immutable. Content stands behind a supplier, which runs only when it is
 * recorded, once, on the thread that ends the call.
 */
public final class GenAiResponse {

    /** Nothing is known. */
    public static final GenAiResponse NONE = builder().build();

    private final Map<String, Object> attributes;
    private final Map<String, Supplier<?>> content;
    private final TokenUsage usage;
    private final @Nullable String conversationId;
    private final boolean unfinished;

    private GenAiResponse(Builder builder) {
        this.attributes = builder.attributes;
        this.content = builder.content;
        this.usage = builder.usage;
        this.conversationId = builder.conversationId;
        this.unfinished = builder.unfinished;
    }

    /** Returns a builder for a response of which nothing is known yet. */
    public static Builder builder() {
        return new Builder();
    }

    Map<String, Object> attributes() {
        return attributes;
    }

    /** Returns the attribute keys of recorded outputs with what makes their text; a supplier may return null for none. */
    Map<String, Supplier<?>> content() {
        return content;
    }

    /** Returns all content: texts, or JSON text with texts in it. */
    List<String> texts() {
        return content.values().stream()
                .map(Supplier::get)
                .filter(Objects::nonNull)
                .map(Object::toString)
                .toList();
    }

    TokenUsage usage() {
        return usage;
    }

    Optional<String> conversationId() {
        return Optional.ofNullable(conversationId);
    }

    boolean isUnfinished() {
        return unfinished;
    }

    /** Collects a {@link GenAiResponse}; not thread-safe. What is null or empty is absent. */
    public static final class Builder {

        private Map<String, Object> attributes = new AttributeMap(8);
        private Map<String, Supplier<?>> content = Map.of();
        private boolean built;
        private TokenUsage usage = TokenUsage.NONE;
        private @Nullable String conversationId;
        private boolean unfinished;

        private Builder() {}

        /** Sets the provider's id of the response. */
        public Builder id(@Nullable String id) {
            return attribute(GenAiAttributes.RESPONSE_ID, id);
        }

        /** Sets the model that answered. */
        public Builder model(@Nullable String model) {
            return attribute(GenAiAttributes.RESPONSE_MODEL, model);
        }

        /** Sets why the model stopped, one reason per choice. */
        public Builder finishReasons(List<String> reasons) {
            return attribute(GenAiAttributes.RESPONSE_FINISH_REASONS, reasons.isEmpty() ? null : Json.write(reasons));
        }

        /** Sets the tokens that the call used. */
        public Builder usage(TokenUsage usage) {
            this.usage = requireNonNull(usage, "usage");
            return this;
        }

        /** Sets the conversation as far as the response tells; one that the application set on span or scope is stronger. */
        public Builder conversationId(@Nullable String id) {
            conversationId = id;
            return this;
        }

        /**
         * Says that the provider answered but gave up before the end. The call then ends as failed, but nothing is captured, as the
         * application sees no exception.
         *
         * @param type the provider's own word for the kind of error
         */
        public Builder unfinished(String type) {
            unfinished = true;
            return attribute(CommonAttributes.ERROR_TYPE, requireNonNull(type, "type"));
        }

        /** Sets what the model answered, one message per choice. */
        public Builder outputMessages(Supplier<List<Message>> messages) {
            requireNonNull(messages, "messages");
            content = Map.of(GenAiAttributes.OUTPUT_MESSAGES, () -> {
                List<Message> answers = messages.get();
                return answers.isEmpty() ? null : Messages.toJson(answers);
            });
            return this;
        }

        /**
         * Sets another attribute; never content.
         *
         * @param value anything that is an attribute value or can be made one; null: absent
         */
        public Builder attribute(String key, @Nullable Object value) {
            if (value != null) {
                ownAttributes().put(requireNonNull(key, "key"), value);
            }
            return this;
        }

        /** Most builders build once, and then their attributes need no copy. */
        private Map<String, Object> ownAttributes() {
            if (built) {
                Map<String, Object> copy = new AttributeMap(attributes.size());
                copy.putAll(attributes);
                attributes = copy;
                built = false;
            }
            return attributes;
        }

        /** Sets everything that another response knows, and leaves what it does not. */
        public Builder from(GenAiResponse other) {
            other.attributes.forEach(this::attribute);
            content = other.content.isEmpty() ? content : other.content;
            usage = other.usage.or(usage);
            conversationId = other.conversationId == null ? conversationId : other.conversationId;
            unfinished |= other.unfinished;
            return this;
        }

        /** Returns the response. */
        public GenAiResponse build() {
            built = true;
            return new GenAiResponse(this);
        }
    }
}
