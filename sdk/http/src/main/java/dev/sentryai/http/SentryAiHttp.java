package dev.sentryai.http;

import static java.util.Objects.requireNonNull;

import dev.sentryai.http.exchange.ExchangeTracer;
import dev.sentryai.http.exchange.Routes;
import dev.sentryai.http.jdk.TracedBuilder;
import dev.sentryai.http.jdk.TracedHttpClient;
import dev.sentryai.http.okhttp.TracedOkHttp;
import dev.sentryai.instrument.Instrumentation;
import java.net.http.HttpClient;
import java.util.function.Supplier;
import okhttp3.OkHttpClient;

/**
 * Records the calls of models that an application makes by HTTP, without a provider's library:
 *
 * <pre>{@code
 * HttpClient client = SentryAiHttp.wrap(HttpClient.newHttpClient());
 * OkHttpClient okHttp = SentryAiHttp.wrapOkHttp(new OkHttpClient());
 * }</pre>
 *
 * <p>A request is a call if both its path and its body look like one, on any host; all others pass untouched. The provider is told from
 * the host, and from the format where that is unknown. Known are the formats of
 *
 * <ul>
 *   <li>OpenAI: chat completions, responses, completions, embeddings, at Azure's paths, too, and at those of everyone who is compatible,
 *   <li>Anthropic: messages and token counts, and messages as Vertex AI has them,
 *   <li>Bedrock: {@code converse} and {@code converse-stream}; {@code invoke} and {@code invoke-with-response-stream} with bodies that models
 *       of Anthropic, Amazon, Cohere, Meta and Mistral have, and all that look like one of them,
 *   <li>Cohere: chat, embeddings and rankings, of both versions,
 *   <li>Google: content and embeddings, of the Gemini API and Vertex AI,
 *   <li>Hugging Face: text generation and embeddings,
 *   <li>Ollama: chats, prompts and embeddings of its own API; what it offers at OpenAI's paths is in OpenAI's format.
 * </ul>
 *
 * <p>The body of a request is read if that does not keep it from being sent, and up to 8 MiB: publishers of the JDK that hold a text,
 * an array or a file, and request bodies of OkHttp that are not one-shot, of known length. Requests are sent unchanged.
 * Responses are read as they pass by, part by part and in bounded memory, and neither delayed nor buffered; of compressed ones that the
 * client hands over as they are, nothing is known but the status. A call ends when its response has been read, fails, is closed or can
 * no longer be reached. An answer that is an error fails the span, with {@code error.type} and status, but is no event: an HTTP client
 * throws nothing then, and the application decides what it makes of it. A connection that fails is an event. Where the trace is not
 * sampled, and nothing else is told of such calls, no body is read unless the connection fails.
 *
 * <p>When a client that is wrapped by another of our modules, or a framework, makes its calls through this one, they stay one span
 * each, so long as it does so on the thread on which it was called.
 *
 * <table>
 *   <caption>Where token counts come from</caption>
 *   <tr><th>format</th><th>input</th><th>of that from and to the cache</th><th>output</th><th>of that reasoning</th></tr>
 *   <tr><td>OpenAI</td><td>{@code prompt_tokens} or {@code input_tokens}</td>
 *       <td>{@code …_tokens_details}: {@code cached_tokens}, {@code cache_write_tokens}</td>
 *       <td>{@code completion_tokens} or {@code output_tokens}</td><td>{@code …_tokens_details.reasoning_tokens}</td></tr>
 *   <tr><td>Anthropic</td><td>{@code input_tokens}, {@code cache_read_input_tokens} and {@code cache_creation_input_tokens} together</td>
 *       <td>the latter two</td><td>{@code output_tokens}</td><td>{@code output_tokens_details.thinking_tokens}</td></tr>
 *   <tr><td>Bedrock</td><td>{@code inputTokens}, {@code cacheReadInputTokens} and {@code cacheWriteInputTokens} together</td>
 *       <td>the latter two</td><td>{@code outputTokens}</td><td>not told</td></tr>
 *   <tr><td>Bedrock, invoked models</td><td colspan="4">as their makers count; else the headers {@code x-amzn-bedrock-…-token-count}, and
 *       {@code amazon-bedrock-invocationMetrics} of streams, in which the cache stands beside the input, too</td></tr>
 *   <tr><td>Cohere</td><td>{@code billed_units.input_tokens}, else {@code tokens.input_tokens}</td><td>{@code cached_tokens}</td>
 *       <td>{@code billed_units.output_tokens}, else {@code tokens.output_tokens}</td><td>not told</td></tr>
 *   <tr><td>Google</td><td>{@code promptTokenCount} and {@code toolUsePromptTokenCount} together</td>
 *       <td>{@code cachedContentTokenCount}</td><td>{@code candidatesTokenCount} and {@code thoughtsTokenCount} together</td>
 *       <td>{@code thoughtsTokenCount}</td></tr>
 *   <tr><td>Hugging Face</td><td>{@code details}: {@code input_length}, or the length of {@code prefill}; else the header {@code
 *       x-prompt-tokens}, of embeddings {@code x-compute-tokens}</td><td>not told</td>
 *       <td>{@code details.generated_tokens}; else the header {@code x-generated-tokens}</td><td>not told</td></tr>
 *   <tr><td>Ollama</td><td>{@code prompt_eval_count}</td><td>not told</td><td>{@code eval_count}, thoughts included</td>
 *       <td>not told</td></tr>
 * </table>
 */
public final class SentryAiHttp {

    private SentryAiHttp() {}

    /**
     * Returns a client that records the calls of models among its requests. Thread-safe as the original is.
     *
     * @param client stays usable unrecorded; if it is wrapped already, it is returned as it is
     */
    public static HttpClient wrap(HttpClient client) {
        return wrap(client, HttpOptions.defaults());
    }

    /**
     * Returns a client that records the calls of models among its requests. Thread-safe as the original is.
     *
     * @param client stays usable unrecorded; if it is wrapped already, it is returned as it is, with the settings that it has
     */
    public static HttpClient wrap(HttpClient client, HttpOptions options) {
        return TracedHttpClient.wrap(requireNonNull(client, "client"), tracer(options));
    }

    /**
     * Returns a builder whose clients record, for libraries that build their client themselves. Not thread-safe.
     *
     * @param builder is what is set up; if its clients record already, it is returned as it is
     */
    public static HttpClient.Builder wrap(HttpClient.Builder builder) {
        return wrap(builder, HttpOptions.defaults());
    }

    /**
     * Returns a builder whose clients record, for libraries that build their client themselves. Not thread-safe.
     *
     * @param builder is what is set up; if its clients record already, it is returned as it is, with the settings that it has
     */
    public static HttpClient.Builder wrap(HttpClient.Builder builder, HttpOptions options) {
        return TracedBuilder.wrap(requireNonNull(builder, "builder"), tracer(options));
    }

    /**
     * Returns a client that records the calls of models among its requests, as do clients that are derived from it. It shares
     * connections, threads and settings with the original. Has a name of its own, so that who has no OkHttp can compile calls of {@link
     * #wrap}.
     *
     * @param client stays usable unrecorded; if it is wrapped already, it is returned as it is
     */
    public static OkHttpClient wrapOkHttp(OkHttpClient client) {
        return wrapOkHttp(client, HttpOptions.defaults());
    }

    /**
     * Returns a client that records the calls of models among its requests, as do clients that are derived from it. It shares
     * connections, threads and settings with the original.
     *
     * @param client stays usable unrecorded; if it is wrapped already, it is returned as it is, with the settings that it has
     */
    public static OkHttpClient wrapOkHttp(OkHttpClient client, HttpOptions options) {
        return TracedOkHttp.wrap(requireNonNull(client, "client"), tracer(options));
    }

    private static Supplier<ExchangeTracer> tracer(HttpOptions options) {
        requireNonNull(options, "options");
        return () -> new ExchangeTracer(
                new Instrumentation("http", options.recordInputs(), options.recordOutputs()),
                Routes.all(),
                options.providerName());
    }
}
