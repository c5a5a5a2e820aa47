package dev.sentryai.format.google;

import dev.sentryai.format.WireOperation;
import dev.sentryai.instrument.ResponseReader;
import dev.sentryai.wire.Wire;
import org.jspecify.annotations.Nullable;

/**
 * The operations of Google's Gemini API and of Vertex AI. The model stands in the address, not in the body, so it is left to the
 * carrier. Prompts of tools and thoughts, which Google counts apart, are included in input and output.
 */
public final class GoogleFormat {

    /** Content: {@code :generateContent} and {@code :streamGenerateContent}. */
    public static final WireOperation GENERATE_CONTENT = new WireOperation(
            ContentRequest::read, GeneratedContent::new, GeneratedContent::new, GoogleFormat::errorType);

    /** Embeddings: {@code :embedContent}, {@code :batchEmbedContents}, and {@code :predict} of Vertex AI's embedding models. */
    public static final WireOperation EMBED_CONTENT = new WireOperation(
            Embeddings::request,
            () -> ResponseReader.of(Embeddings::response),
            () -> ResponseReader.of(Embeddings::response),
            GoogleFormat::errorType);

    private GoogleFormat() {}

    /** Where events come as a JSON array, so does an error. */
    private static @Nullable String errorType(Wire bodyOrEvent) {
        Wire body = bodyOrEvent.isList() && !bodyOrEvent.items().isEmpty()
                ? bodyOrEvent.items().get(0)
                : bodyOrEvent;
        return body.get("error").get("status").word();
    }
}
