package dev.sentryai.google;

import com.google.genai.AsyncChat;
import com.google.genai.types.Content;
import com.google.genai.types.GenerateContentConfig;
import com.google.genai.types.GenerateContentResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A chat whose calls are recorded, each with the conversation so far; see {@link AsyncChat} for what the methods do. As thread-safe as that.
 */
public final class TracedAsyncChat {

    private final AsyncChat original;
    private final String model;
    private final @Nullable GenerateContentConfig usualConfig;
    private final Calls calls;

    TracedAsyncChat(AsyncChat original, String model, @Nullable GenerateContentConfig usualConfig, Calls calls) {
        this.original = original;
        this.model = model;
        this.usualConfig = usualConfig;
        this.calls = calls;
    }

    /** Sends messages with the chat's settings. */
    public CompletableFuture<GenerateContentResponse> sendMessage(List<Content> contents) {
        return sendMessage(contents, null);
    }

    /**
     * Sends messages.
     *
     * @param config null for the chat's settings
     */
    public CompletableFuture<GenerateContentResponse> sendMessage(
            List<Content> contents, @Nullable GenerateContentConfig config) {
        return calls.tracer()
                .callAsync(
                        calls.generate(model, conversation(() -> contents), effective(config)),
                        () -> original.sendMessage(contents, config));
    }

    /** Sends a message with the chat's settings. */
    public CompletableFuture<GenerateContentResponse> sendMessage(Content content) {
        return sendMessage(content, null);
    }

    /**
     * Sends a message.
     *
     * @param config null for the chat's settings
     */
    public CompletableFuture<GenerateContentResponse> sendMessage(
            Content content, @Nullable GenerateContentConfig config) {
        return calls.tracer()
                .callAsync(
                        calls.generate(model, conversation(() -> List.of(content)), effective(config)),
                        () -> original.sendMessage(content, config));
    }

    /** Sends a text with the chat's settings. */
    public CompletableFuture<GenerateContentResponse> sendMessage(String text) {
        return sendMessage(text, null);
    }

    /**
     * Sends a text.
     *
     * @param config null for the chat's settings
     */
    public CompletableFuture<GenerateContentResponse> sendMessage(String text, @Nullable GenerateContentConfig config) {
        return calls.tracer()
                .callAsync(
                        calls.generate(model, conversation(() -> Contents.ofText(text)), effective(config)),
                        () -> original.sendMessage(text, config));
    }

    /** Sends messages with the chat's settings; the answer comes chunk by chunk. */
    public CompletableFuture<TracedStream> sendMessageStream(List<Content> contents) {
        return sendMessageStream(contents, null);
    }

    /**
     * Sends messages; the answer comes chunk by chunk.
     *
     * @param config null for the chat's settings
     */
    public CompletableFuture<TracedStream> sendMessageStream(
            List<Content> contents, @Nullable GenerateContentConfig config) {
        return calls.tracer()
                .streamAsync(
                        calls.generateStream(model, conversation(() -> contents), effective(config)),
                        () -> original.sendMessageStream(contents, config),
                        TracedStream::new);
    }

    /** Sends a message with the chat's settings; the answer comes chunk by chunk. */
    public CompletableFuture<TracedStream> sendMessageStream(Content content) {
        return sendMessageStream(content, null);
    }

    /**
     * Sends a message; the answer comes chunk by chunk.
     *
     * @param config null for the chat's settings
     */
    public CompletableFuture<TracedStream> sendMessageStream(Content content, @Nullable GenerateContentConfig config) {
        return calls.tracer()
                .streamAsync(
                        calls.generateStream(model, conversation(() -> List.of(content)), effective(config)),
                        () -> original.sendMessageStream(content, config),
                        TracedStream::new);
    }

    /** Sends a text with the chat's settings; the answer comes chunk by chunk. */
    public CompletableFuture<TracedStream> sendMessageStream(String text) {
        return sendMessageStream(text, null);
    }

    /**
     * Sends a text; the answer comes chunk by chunk.
     *
     * @param config null for the chat's settings
     */
    public CompletableFuture<TracedStream> sendMessageStream(String text, @Nullable GenerateContentConfig config) {
        return calls.tracer()
                .streamAsync(
                        calls.generateStream(model, conversation(() -> Contents.ofText(text)), effective(config)),
                        () -> original.sendMessageStream(text, config),
                        TracedStream::new);
    }

    /**
     * Returns the conversation so far.
     *
     * @param curated whether only the turns that the model takes into account are wanted
     */
    public List<Content> getHistory(boolean curated) {
        return history(curated);
    }

    private Supplier<List<Content>> conversation(Supplier<List<Content>> sent) {
        return () -> {
            List<Content> conversation = new ArrayList<>(history(true));
            conversation.addAll(sent.get());
            return conversation;
        };
    }

    @SuppressWarnings("unchecked") // declared without its elements' type
    private List<Content> history(boolean curated) {
        return (List<Content>) (List<?>) original.getHistory(curated);
    }

    private @Nullable GenerateContentConfig effective(@Nullable GenerateContentConfig config) {
        return config == null ? usualConfig : config;
    }
}
