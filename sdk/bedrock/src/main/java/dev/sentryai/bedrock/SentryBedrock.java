package dev.sentryai.bedrock;

import static java.util.Objects.requireNonNull;

import dev.sentryai.proxy.TracedClient;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeAsyncClient;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeClient;

/**
 * Records the calls of the AWS SDK's Bedrock Runtime clients as AI spans:
 *
 * <pre>{@code
 * BedrockRuntimeClient client = SentryBedrock.wrap(BedrockRuntimeClient.create());
 * }</pre>
 *
 * <p>{@code converse}, {@code converseStream}, {@code invokeModel} and {@code invokeModelWithResponseStream} are recorded, with
 * requests built beforehand or by a lambda. Everything else passes through. One logical call is one span, however often the client
 * retries it. A streamed call ends when its events have all arrived, when it fails, or when its subscription or its future is
 * cancelled. A subscriber that stops asking for events keeps it open, as the client keeps the connection.
 *
 * <p>Of invoked models those bodies are read that models of Anthropic, Amazon (Nova, Titan, embeddings), Cohere, Meta and Mistral
 * have, and all that look like one of them, such as OpenAI's. Of other bodies nothing is recorded but the call, its model and its
 * tokens. The model that answered is the one that the request's id names, unless the answer knows better; ids of provisioned and
 * customised models and of prompt routers name none.
 *
 * <p>The wrapped client behaves like the original: requests, results, exceptions, {@code close()} and {@code equals} are the same,
 * and a failure of the recording never reaches the caller. What the application does as events arrive, and after a future of the
 * asynchronous client, runs with the Sentry scopes of the call's thread.
 *
 * <table>
 *   <caption>Where token counts come from</caption>
 *   <tr><th>attribute</th><th>field of {@code usage} in conversations</th><th>invoked models whose bodies have no counts</th></tr>
 *   <tr><td>{@code gen_ai.usage.input_tokens}</td><td>{@code inputTokens}, {@code cacheReadInputTokens} and {@code
 *       cacheWriteInputTokens} together: Bedrock counts the first without the others</td><td>header {@code
 *       x-amzn-bedrock-input-token-count}, with the next two likewise</td></tr>
 *   <tr><td>{@code gen_ai.usage.cache_read.input_tokens}</td><td>{@code cacheReadInputTokens}</td><td>header {@code
 *       x-amzn-bedrock-cache-read-input-token-count}</td></tr>
 *   <tr><td>{@code gen_ai.usage.cache_creation.input_tokens}</td><td>{@code cacheWriteInputTokens}</td><td>header {@code
 *       x-amzn-bedrock-cache-write-input-token-count}</td></tr>
 *   <tr><td>{@code gen_ai.usage.output_tokens}</td><td>{@code outputTokens}, in which reasoning is included</td><td>header {@code
 *       x-amzn-bedrock-output-token-count}</td></tr>
 *   <tr><td>{@code gen_ai.usage.reasoning.output_tokens}</td><td>not told</td><td>not told</td></tr>
 *   <tr><td>{@code gen_ai.usage.total_tokens}</td><td>input and output</td><td>input and output</td></tr>
 *   <tr><td>streams</td><td>the event {@code metadata}, which comes last</td><td>{@code amazon-bedrock-invocationMetrics} in the last
 *       event</td></tr>
 * </table>
 *
 * <p>Bodies with counts of their own: those of Anthropic and Nova have what was cached beside the input, too; those of Titan, Llama
 * and chat completions tell input and output.
 */
public final class SentryBedrock {

    private SentryBedrock() {}

    /**
     * Returns a client that records its calls. Thread-safe as the original is.
     *
     * @param client stays usable unrecorded; if it is wrapped already, it is returned as it is
     */
    public static BedrockRuntimeClient wrap(BedrockRuntimeClient client) {
        return wrap(client, BedrockOptions.defaults());
    }

    /**
     * Returns a client that records its calls. Thread-safe as the original is.
     *
     * @param client stays usable unrecorded; if it is wrapped already, it is returned as it is, with the settings that it has
     * @param options settings for this client
     */
    public static BedrockRuntimeClient wrap(BedrockRuntimeClient client, BedrockOptions options) {
        requireNonNull(options, "options");
        return TracedClient.wrap(BedrockRuntimeClient.class, client, BedrockSpec.of(options));
    }

    /**
     * Returns an asynchronous client that records its calls. Thread-safe as the original is.
     *
     * @param client stays usable unrecorded; if it is wrapped already, it is returned as it is
     */
    public static BedrockRuntimeAsyncClient wrap(BedrockRuntimeAsyncClient client) {
        return wrap(client, BedrockOptions.defaults());
    }

    /**
     * Returns an asynchronous client that records its calls. Thread-safe as the original is.
     *
     * @param client stays usable unrecorded; if it is wrapped already, it is returned as it is, with the settings that it has
     * @param options settings for this client
     */
    public static BedrockRuntimeAsyncClient wrap(BedrockRuntimeAsyncClient client, BedrockOptions options) {
        requireNonNull(options, "options");
        return TracedClient.wrap(BedrockRuntimeAsyncClient.class, client, BedrockSpec.of(options));
    }
}
