package dev.sentryai.telemetry;

import static dev.sentryai.protocol.GenAiAttributes.INPUT_MESSAGES;
import static dev.sentryai.protocol.GenAiAttributes.OUTPUT_MESSAGES;

import dev.sentryai.protocol.AttributeRegistry;
import dev.sentryai.protocol.ConventionsVersion;
import dev.sentryai.protocol.message.Message;
import dev.sentryai.protocol.message.Messages;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds an attribute under its own name or under one that it had before. */
final class AttributeLookup {

    private static final AttributeRegistry REGISTRY = AttributeRegistry.of(ConventionsVersion.newest());

    private AttributeLookup() {}

    /** The value as it was sent, under whatever name of the lookup chain. */
    static Optional<Object> find(Map<String, @Nullable Object> attributes, String key) {
        Object sent = attributes.get(key);
        if (sent != null) {
            return Optional.of(sent);
        }
        return REGISTRY.lookupChain(key).stream()
                .flatMap(name -> Optional.ofNullable(attributes.get(name)).stream())
                .findFirst();
    }

    /** Like {@link #find}, but messages under older names are brought into today's shape, as Relay does. */
    static Optional<Object> resolve(Map<String, @Nullable Object> attributes, String key) {
        if (attributes.get(key) != null) {
            return find(attributes, key);
        }
        return switch (key) {
            case INPUT_MESSAGES -> json(new GenAiContent(attributes).input());
            case OUTPUT_MESSAGES -> json(new GenAiContent(attributes).output());
            default -> find(attributes, key);
        };
    }

    private static Optional<Object> json(List<Message> messages) {
        return messages.isEmpty() ? Optional.empty() : Optional.of(Messages.toJson(messages));
    }
}
