package dev.sentryai.openai;

import static java.util.Objects.requireNonNull;

import com.openai.client.OpenAIClient;
import com.openai.client.OpenAIClientAsync;
import dev.sentryai.proxy.TracedClient;

/**
 * Records the calls of the official OpenAI client as AI spans:
 *
 * <pre>{@code
 * OpenAIClient client = SentryOpenAi.wrap(OpenAIOkHttpClient.fromEnv());
 * }</pre>
 *
 * <p>Chat completions, responses, embeddings and the legacy completions are recorded: whole and streamed, synchronous and
 * asynchronous, with structured output, through {@code withRawResponse()}, {@code async()}, {@code sync()} and {@code
 * withOptions(…)}; everything else passes through. One logical call is one span, however often the client retries it. A streamed
 * call ends when its stream is read to the end, fails, is closed, or can no longer be reached; a raw response when it is parsed or
 * closed. Requests are sent unchanged, so a streamed chat completion has token counts only if the request asks for them with
 * {@code stream_options.include_usage}.
 *
 * <p>Images, transcriptions, translations, speech and moderations are plain spans that name the model, such as {@code generate_image
 * gpt-image-1}, without tokens and content: the conventions have no operation for them, and under any other Sentry would count them
 * as calls of a chat model and price their tokens as text. The span of speech ends when the sound begins to arrive.
 *
 * <p>The wrapped client behaves like the original: results, exceptions, {@code close()} and {@code equals} are the same, and a
 * failure of the recording never reaches the caller.
 *
 * <p>The provider is told from the client's base URL ({@code azure.ai.openai}, {@code mistral_ai}, {@code groq}, {@code together_ai},
 * {@code deepseek}, {@code x_ai}, {@code openrouter}, {@code perplexity} …), is {@code ollama} at the port that Ollama has unless
 * told otherwise, and {@code openai} where all that is unknown, as of vLLM; {@link OpenAiOptions#withProviderName} names another one.
 *
 * <p>Groq tells the usage of a stream as {@code x_groq.usage} without being asked.
 *
 * <table>
 *   <caption>Where token counts come from</caption>
 *   <tr><th>attribute</th><th>chat, completions, embeddings</th><th>responses</th></tr>
 *   <tr><td>{@code gen_ai.usage.input_tokens}</td><td>{@code prompt_tokens}</td><td>{@code input_tokens}</td></tr>
 *   <tr><td>{@code gen_ai.usage.cache_read.input_tokens}</td><td>{@code prompt_tokens_details.cached_tokens}, or
 *       DeepSeek's {@code prompt_cache_hit_tokens}</td>
 *       <td>{@code input_tokens_details.cached_tokens}</td></tr>
 *   <tr><td>{@code gen_ai.usage.cache_creation.input_tokens}</td><td>{@code prompt_tokens_details.cache_write_tokens}</td>
 *       <td>{@code input_tokens_details.cache_write_tokens}</td></tr>
 *   <tr><td>{@code gen_ai.usage.output_tokens}</td><td>{@code completion_tokens}, and reasoning where the total
 *       shows that it was counted apart, as xAI does</td><td>{@code output_tokens}</td></tr>
 *   <tr><td>{@code gen_ai.usage.reasoning.output_tokens}</td>
 *       <td>{@code completion_tokens_details.reasoning_tokens}</td>
 *       <td>{@code output_tokens_details.reasoning_tokens}</td></tr>
 *   <tr><td>{@code gen_ai.usage.total_tokens}</td><td colspan="2">input and output, or {@code total_tokens} where one of
 *       them is missing</td></tr>
 * </table>
 */
public final class SentryOpenAi {

    private SentryOpenAi() {}

    /**
     * Returns a client that records its calls. Thread-safe as the original is.
     *
     * @param client stays usable unrecorded; if it is wrapped already, it is returned as it is
     */
    public static OpenAIClient wrap(OpenAIClient client) {
        return wrap(client, OpenAiOptions.defaults());
    }

    /**
     * Returns a client that records its calls. Thread-safe as the original is.
     *
     * @param client stays usable unrecorded; if it is wrapped already, it is returned as it is, with the settings that it has
     * @param options settings for this client, those derived from it included
     */
    public static OpenAIClient wrap(OpenAIClient client, OpenAiOptions options) {
        requireNonNull(options, "options");
        return TracedClient.wrap(OpenAIClient.class, client, OpenAiSpec.of(options));
    }

    /**
     * Returns an asynchronous client that records its calls. Thread-safe as the original is.
     *
     * @param client stays usable unrecorded; if it is wrapped already, it is returned as it is
     */
    public static OpenAIClientAsync wrap(OpenAIClientAsync client) {
        return wrap(client, OpenAiOptions.defaults());
    }

    /**
     * Returns an asynchronous client that records its calls. Thread-safe as the original is.
     *
     * @param client stays usable unrecorded; if it is wrapped already, it is returned as it is, with the settings that it has
     * @param options settings for this client, those derived from it included
     */
    public static OpenAIClientAsync wrap(OpenAIClientAsync client, OpenAiOptions options) {
        requireNonNull(options, "options");
        return TracedClient.wrap(OpenAIClientAsync.class, client, OpenAiSpec.of(options));
    }
}
