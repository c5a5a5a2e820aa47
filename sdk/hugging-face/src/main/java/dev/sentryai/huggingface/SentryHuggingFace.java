package dev.sentryai.huggingface;

import static java.util.Objects.requireNonNull;

import dev.sentryai.http.exchange.ExchangeTracer;
import dev.sentryai.http.exchange.Routes;
import dev.sentryai.http.jdk.TracedBuilder;
import dev.sentryai.http.jdk.TracedHttpClient;
import dev.sentryai.http.okhttp.TracedOkHttp;
import dev.sentryai.instrument.Instrumentation;
import java.net.http.HttpClient;
import java.util.Objects;
import java.util.function.Supplier;
import okhttp3.OkHttpClient;

/**
 * Records the calls of Hugging Face's text-generation-inference and text-embeddings-inference, wherever they run, of Inference
 * Endpoints, and of the Hub's inference providers:
 *
 * <pre>{@code
 * HttpClient client = SentryHuggingFace.wrap(HttpClient.newHttpClient());
 * OkHttpClient okHttp = SentryHuggingFace.wrapOkHttp(new OkHttpClient());
 * }</pre>
 *
 * <p>There is no official client for Java, so these are the HTTP clients that applications use. Recorded are text generation ({@code
 * /generate}, {@code /generate_stream}, {@code /models/{id}}, {@code /}), embeddings ({@code /embed}, {@code
 * /models/{id}/pipeline/feature-extraction}), and what is offered at OpenAI's paths ({@code /v1/chat/completions}, {@code
 * /v1/completions}, {@code /v1/embeddings}, {@code /v1/responses}). A request is a call if its body looks like one, too: at {@code
 * /models/{id}} and {@code /}, where models of all kinds answer, it has to ask for a stream or to have a parameter of text generation. A
 * server that has but one model need not be told which; that model goes by {@code tgi} or {@code tei}.
 * All other requests pass untouched. How bodies are read, when calls end, and what becomes of errors is told at {@code
 * dev.sentryai.http.SentryAiHttp}.
 *
 * <table>
 *   <caption>Where token counts come from</caption>
 *   <tr><th>attribute</th><th>text generation</th><th>embeddings</th><th>chat completions</th></tr>
 *   <tr><td>{@code gen_ai.usage.input_tokens}</td><td>{@code details.input_length} of streams; else the length of {@code
 *       details.prefill}, if the request has {@code decoder_input_details}; else the header {@code x-prompt-tokens}, which streams have
 *       not</td><td>the header {@code x-compute-tokens}</td><td>{@code prompt_tokens}</td></tr>
 *   <tr><td>{@code gen_ai.usage.output_tokens}</td><td>{@code details.generated_tokens}, of all sequences, if the request has {@code
 *       details}; else the header {@code x-generated-tokens}, which counts one sequence, and which streams have not</td><td>none</td><td>{@code completion_tokens}</td></tr>
 *   <tr><td>{@code gen_ai.usage.cache_read.input_tokens}</td><td>not told</td><td>not told</td>
 *       <td>{@code prompt_tokens_details.cached_tokens}</td></tr>
 *   <tr><td>{@code gen_ai.usage.reasoning.output_tokens}</td><td>not told</td><td>none</td>
 *       <td>{@code completion_tokens_details.reasoning_tokens}</td></tr>
 *   <tr><td>{@code gen_ai.usage.total_tokens}</td><td colspan="3">input and output</td></tr>
 * </table>
 */
public final class SentryHuggingFace {

    private SentryHuggingFace() {}

    /**
     * Returns a client that records the calls of Hugging Face among its requests. Thread-safe as the original is.
     *
     * @param client stays usable unrecorded; if it is wrapped already, it is returned as it is
     */
    public static HttpClient wrap(HttpClient client) {
        return wrap(client, HuggingFaceOptions.defaults());
    }

    /**
     * Returns a client that records the calls of Hugging Face among its requests. Thread-safe as the original is.
     *
     * @param client stays usable unrecorded; if it is wrapped already, it is returned as it is, with the settings that it has
     */
    public static HttpClient wrap(HttpClient client, HuggingFaceOptions options) {
        return TracedHttpClient.wrap(requireNonNull(client, "client"), tracer(options));
    }

    /**
     * Returns a builder whose clients record, for libraries that build their client themselves. Not thread-safe.
     *
     * @param builder is what is set up; if its clients record already, it is returned as it is
     */
    public static HttpClient.Builder wrap(HttpClient.Builder builder) {
        return wrap(builder, HuggingFaceOptions.defaults());
    }

    /**
     * Returns a builder whose clients record, for libraries that build their client themselves. Not thread-safe.
     *
     * @param builder is what is set up; if its clients record already, it is returned as it is, with the settings that it has
     */
    public static HttpClient.Builder wrap(HttpClient.Builder builder, HuggingFaceOptions options) {
        return TracedBuilder.wrap(requireNonNull(builder, "builder"), tracer(options));
    }

    /**
     * Returns a client that records the calls of Hugging Face among its requests, as do clients that are derived from it. It shares
     * connections, threads and settings with the original. Has a name of its own, so that who has no OkHttp can compile calls of {@link
     * #wrap}.
     *
     * @param client stays usable unrecorded; if it is wrapped already, it is returned as it is
     */
    public static OkHttpClient wrapOkHttp(OkHttpClient client) {
        return wrapOkHttp(client, HuggingFaceOptions.defaults());
    }

    /**
     * Returns a client that records the calls of Hugging Face among its requests, as do clients that are derived from it. It shares
     * connections, threads and settings with the original.
     *
     * @param client stays usable unrecorded; if it is wrapped already, it is returned as it is, with the settings that it has
     */
    public static OkHttpClient wrapOkHttp(OkHttpClient client, HuggingFaceOptions options) {
        return TracedOkHttp.wrap(requireNonNull(client, "client"), tracer(options));
    }

    private static Supplier<ExchangeTracer> tracer(HuggingFaceOptions options) {
        requireNonNull(options, "options");
        return () -> new ExchangeTracer(
                new Instrumentation("huggingface", options.recordInputs(), options.recordOutputs()),
                Routes.huggingFace(),
                Objects.requireNonNullElse(options.providerName(), "huggingface"));
    }
}
