package dev.sentryai.anthropic;

import static java.util.Objects.requireNonNull;

import com.anthropic.client.AnthropicClient;
import com.anthropic.client.AnthropicClientAsync;
import dev.sentryai.proxy.TracedClient;

/**
 * Records the calls of the official Anthropic client as AI spans:
 *
 * <pre>{@code
 * AnthropicClient client = SentryAnthropic.wrap(AnthropicOkHttpClient.fromEnv());
 * }</pre>
 *
 * <p>Messages and beta messages are recorded: whole and streamed, synchronous and asynchronous, with structured output, through
 * {@code withRawResponse()}, {@code async()}, {@code sync()} and {@code withOptions(…)}. Counting tokens makes a plain span, as no
 * model runs. Runners of tools and threads of messages make such calls by themselves, and each of these is recorded. Everything else
 * passes through. One logical call is one span, however often the client retries it. A streamed call ends when its stream is read to
 * the end, fails, is closed, or can no longer be reached; a raw response when it is parsed or closed.
 *
 * <p>The wrapped client behaves like the original: requests, results, exceptions, {@code close()} and {@code equals} are the same,
 * and a failure of the recording never reaches the caller. There is one difference: what an asynchronous thread of messages streams is
 * handled in the common pool, unless the handler comes with an executor.
 *
 * <p>The provider is told from the address of the client's back end: {@code aws.bedrock}, {@code gcp.vertex_ai}, {@code
 * azure.ai.inference}, else {@code anthropic}.
 *
 * <p>Since 2.72 the client itself makes OpenTelemetry spans once a global OpenTelemetry is registered. Where that sends to Sentry as
 * well, switch them off with {@code openTelemetry(false)} on the client's builder, or each call is there twice.
 *
 * <table>
 *   <caption>Where token counts come from</caption>
 *   <tr><th>attribute</th><th>field of {@code usage}</th></tr>
 *   <tr><td>{@code gen_ai.usage.input_tokens}</td><td>{@code input_tokens}, {@code cache_read_input_tokens} and {@code
 *       cache_creation_input_tokens} together: Anthropic counts the first without the others</td></tr>
 *   <tr><td>{@code gen_ai.usage.cache_read.input_tokens}</td><td>{@code cache_read_input_tokens}</td></tr>
 *   <tr><td>{@code gen_ai.usage.cache_creation.input_tokens}</td><td>{@code cache_creation_input_tokens}</td></tr>
 *   <tr><td>{@code gen_ai.usage.output_tokens}</td><td>{@code output_tokens}, in which thinking is included</td></tr>
 *   <tr><td>{@code gen_ai.usage.reasoning.output_tokens}</td><td>{@code output_tokens_details.thinking_tokens}</td></tr>
 *   <tr><td>{@code gen_ai.usage.total_tokens}</td><td>input and output</td></tr>
 *   <tr><td>streams</td><td>those of {@code message_start}, each replaced by what {@code message_delta} tells, which is
 *       cumulative</td></tr>
 * </table>
 */
public final class SentryAnthropic {

    private SentryAnthropic() {}

    /**
     * Returns a client that records its calls. Thread-safe as the original is.
     *
     * @param client stays usable unrecorded; if it is wrapped already, it is returned as it is
     */
    public static AnthropicClient wrap(AnthropicClient client) {
        return wrap(client, AnthropicOptions.defaults());
    }

    /**
     * Returns a client that records its calls. Thread-safe as the original is.
     *
     * @param client stays usable unrecorded; if it is wrapped already, it is returned as it is, with the settings that it has
     * @param options settings for this client, those derived from it included
     */
    public static AnthropicClient wrap(AnthropicClient client, AnthropicOptions options) {
        requireNonNull(options, "options");
        return TracedClient.wrap(AnthropicClient.class, client, AnthropicSpec.of(options));
    }

    /**
     * Returns an asynchronous client that records its calls. Thread-safe as the original is.
     *
     * @param client stays usable unrecorded; if it is wrapped already, it is returned as it is
     */
    public static AnthropicClientAsync wrap(AnthropicClientAsync client) {
        return wrap(client, AnthropicOptions.defaults());
    }

    /**
     * Returns an asynchronous client that records its calls. Thread-safe as the original is.
     *
     * @param client stays usable unrecorded; if it is wrapped already, it is returned as it is, with the settings that it has
     * @param options settings for this client, those derived from it included
     */
    public static AnthropicClientAsync wrap(AnthropicClientAsync client, AnthropicOptions options) {
        requireNonNull(options, "options");
        return TracedClient.wrap(AnthropicClientAsync.class, client, AnthropicSpec.of(options));
    }
}
