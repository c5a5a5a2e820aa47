package dev.sentryai.google;

import com.google.genai.AsyncModels;
import com.google.genai.types.Content;
import com.google.genai.types.EmbedContentConfig;
import com.google.genai.types.EmbedContentResponse;
import com.google.genai.types.GenerateContentConfig;
import com.google.genai.types.GenerateContentResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Models whose calls are recorded; see {@link AsyncModels} for what the methods do. Thread-safe. The future completes after the span has ended, with the caller's span current. */
public final class TracedAsyncModels {

    private final AsyncModels original;
    private final Calls calls;

    TracedAsyncModels(AsyncModels original, Calls calls) {
        this.original = original;
        this.calls = calls;
    }

    /**
     * Generates content for a conversation.
     *
     * @param config null for the model's defaults
     */
    public CompletableFuture<GenerateContentResponse> generateContent(
            String model, List<Content> contents, @Nullable GenerateContentConfig config) {
        return calls.tracer()
                .callAsync(
                        calls.generate(model, () -> contents, config),
                        () -> original.generateContent(model, contents, config));
    }

    /**
     * Generates content for one message.
     *
     * @param config null for the model's defaults
     */
    public CompletableFuture<GenerateContentResponse> generateContent(
            String model, Content contents, @Nullable GenerateContentConfig config) {
        return calls.tracer()
                .callAsync(
                        calls.generate(model, () -> List.of(contents), config),
                        () -> original.generateContent(model, contents, config));
    }

    /**
     * Generates content for one text.
     *
     * @param config null for the model's defaults
     */
    public CompletableFuture<GenerateContentResponse> generateContent(
            String model, String text, @Nullable GenerateContentConfig config) {
        return calls.tracer()
                .callAsync(
                        calls.generate(model, () -> Contents.ofText(text), config),
                        () -> original.generateContent(model, text, config));
    }

    /**
     * Generates content for a conversation, chunk by chunk.
     *
     * @param config null for the model's defaults
     */
    public CompletableFuture<TracedStream> generateContentStream(
            String model, List<Content> contents, @Nullable GenerateContentConfig config) {
        return calls.tracer()
                .streamAsync(
                        calls.generateStream(model, () -> contents, config),
                        () -> original.generateContentStream(model, contents, config),
                        TracedStream::new);
    }

    /**
     * Generates content for one message, chunk by chunk.
     *
     * @param config null for the model's defaults
     */
    public CompletableFuture<TracedStream> generateContentStream(
            String model, Content contents, @Nullable GenerateContentConfig config) {
        return calls.tracer()
                .streamAsync(
                        calls.generateStream(model, () -> List.of(contents), config),
                        () -> original.generateContentStream(model, contents, config),
                        TracedStream::new);
    }

    /**
     * Generates content for one text, chunk by chunk.
     *
     * @param config null for the model's defaults
     */
    public CompletableFuture<TracedStream> generateContentStream(
            String model, String text, @Nullable GenerateContentConfig config) {
        return calls.tracer()
                .streamAsync(
                        calls.generateStream(model, () -> Contents.ofText(text), config),
                        () -> original.generateContentStream(model, text, config),
                        TracedStream::new);
    }

    /**
     * Embeds a text.
     *
     * @param config null for the model's defaults
     */
    public CompletableFuture<EmbedContentResponse> embedContent(
            String model, String text, @Nullable EmbedContentConfig config) {
        return calls.tracer()
                .callAsync(
                        calls.embed(model, () -> List.of(text), config),
                        () -> original.embedContent(model, text, config));
    }

    /**
     * Embeds texts.
     *
     * @param config null for the model's defaults
     */
    public CompletableFuture<EmbedContentResponse> embedContent(
            String model, List<String> texts, @Nullable EmbedContentConfig config) {
        return calls.tracer()
                .callAsync(calls.embed(model, () -> texts, config), () -> original.embedContent(model, texts, config));
    }
}
