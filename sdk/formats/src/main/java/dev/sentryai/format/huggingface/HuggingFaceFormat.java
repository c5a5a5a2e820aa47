package dev.sentryai.format.huggingface;

import dev.sentryai.format.HeaderReader;
import dev.sentryai.format.ResponseHeaders;
import dev.sentryai.format.WireOperation;
import dev.sentryai.instrument.GenAiResponse;
import dev.sentryai.instrument.ResponseReader;
import dev.sentryai.protocol.TokenUsage;
import dev.sentryai.wire.Wire;
import org.jspecify.annotations.Nullable;

/**
 * The operations of text-generation-inference, of text-embeddings-inference, and of models on the Hub. Chats are OpenAI's chat
 * completions there. Tokens are told with the details that a request can ask for: generated ones always, those of the input in streams,
 * and else with {@code decoder_input_details}. Where there are none headers tell them, other than those of streams.
 */
public final class HuggingFaceFormat {

    /** Continues a text: {@code /generate}, {@code /generate_stream}, {@code /models/{id}}. */
    public static final WireOperation TEXT_GENERATION = new WireOperation(
            Generation::request,
            Generated::new,
            Generated::new,
            HuggingFaceFormat::errorType,
            new HeaderReader(HuggingFaceFormat::generated, headers -> null));

    /** Embeds texts: {@code /embed}, {@code /models/{id}/pipeline/feature-extraction}. Nothing is told but the vectors, and tokens by a header. */
    public static final WireOperation FEATURE_EXTRACTION = new WireOperation(
            Generation::embeddings,
            HuggingFaceFormat::vectors,
            HuggingFaceFormat::vectors,
            HuggingFaceFormat::errorType,
            new HeaderReader(HuggingFaceFormat::embedded, headers -> null));

    private HuggingFaceFormat() {}

    private static ResponseReader<Wire> vectors() {
        return ResponseReader.of(vectors -> GenAiResponse.NONE);
    }

    private static TokenUsage embedded(ResponseHeaders headers) {
        return new TokenUsage(headers.count("x-compute-tokens"), null, null, null, null, null);
    }

    private static TokenUsage generated(ResponseHeaders headers) {
        return new TokenUsage(
                headers.count("x-prompt-tokens"), headers.count("x-generated-tokens"), null, null, null, null);
    }

    private static @Nullable String errorType(Wire bodyOrEvent) {
        return bodyOrEvent.get("error_type").word();
    }
}
