package dev.sentryai.format.anthropic;

import dev.sentryai.format.WireOperation;
import dev.sentryai.instrument.ResponseReader;
import dev.sentryai.wire.Wire;
import org.jspecify.annotations.Nullable;

/**
 * The operations of Anthropic's API, which Bedrock, Vertex AI and others offer as well. Its token counts have what was cached beside
 * the input, in which it is included here.
 */
public final class AnthropicFormat {

    /** Messages: {@code /v1/messages}. */
    public static final WireOperation MESSAGES = new WireOperation(
            Messages::request,
            () -> ResponseReader.of(Messages::response),
            MessageEvents::new,
            AnthropicFormat::errorType);

    /** Counting the tokens of messages, {@code /v1/messages/count_tokens}: a plain span, as no model runs. */
    public static final WireOperation TOKEN_COUNTS = new WireOperation(
            TokenCounts::request,
            () -> ResponseReader.of(TokenCounts::response),
            () -> ResponseReader.of(TokenCounts::response),
            AnthropicFormat::errorType);

    private AnthropicFormat() {}

    private static @Nullable String errorType(Wire bodyOrEvent) {
        return bodyOrEvent.get("error").get("type").word();
    }
}
