package dev.sentryai.cohere;

import static java.util.Objects.requireNonNull;

import com.cohere.api.AsyncCohere;
import com.cohere.api.Cohere;

/**
 * Records the calls of the official Cohere client as AI spans:
 *
 * <pre>{@code
 * Cohere client = SentryCohere.wrap(Cohere.builder().token(token).build());
 * }</pre>
 *
 * <p>Chats, whole and streamed, and embeddings are recorded, of both versions of the API and by both the synchronous and the
 * asynchronous client. Sorting documents by relevance makes a plain span, as it is billed by search and not by token. Everything else
 * passes through: {@code withRawResponse()}, the legacy calls {@code generate}, {@code summarize} and {@code classify}, and what runs
 * no model. One logical call is one span, however often the client retries it.
 *
 * <p>A streamed call ends when its stream is read to the end, fails, is closed, or can no longer be reached. Its stream can be closed
 * by a cast to {@link java.io.Closeable} like the client's own, but is no {@code com.cohere.api.core.Stream}. The client itself keeps
 * quiet about connections that break while a stream is read: such a call is recorded as the application sees it, as one that ended
 * early without a finish reason. When the provider itself gives up, its answer ends with a reason such as {@code ERROR}: then the span
 * has failed, but nothing is captured, as the client throws nothing.
 *
 * <p>The wrapped client behaves like the original: requests, results, exceptions and {@code equals()} are the same, and a failure of
 * the recording never reaches the caller. It is a client of the same class, made with the options of the original, which are read
 * from the field that the library has for its subclasses. A client without options, as a mock is, is returned as it is.
 *
 * <p>The provider is told from the address of the client: {@code azure.ai.inference} for models deployed at Azure, else {@code
 * cohere}.
 *
 * <table>
 *   <caption>Where token counts come from</caption>
 *   <tr><th>attribute</th><th>field of {@code usage}, which is {@code meta} in embeddings and in the first version</th></tr>
 *   <tr><td>{@code gen_ai.usage.input_tokens}</td><td>{@code billed_units.input_tokens}, else {@code tokens.input_tokens}: the second
 *       includes what Cohere's own template adds, which costs nothing</td></tr>
 *   <tr><td>{@code gen_ai.usage.cache_read.input_tokens}</td><td>{@code cached_tokens}, unless that is more than the input: the cache
 *       may hold the template too, so the share of what is billed is then unknown</td></tr>
 *   <tr><td>{@code gen_ai.usage.output_tokens}</td><td>{@code billed_units.output_tokens}, else {@code tokens.output_tokens}; thinking
 *       is included and not counted apart</td></tr>
 *   <tr><td>{@code gen_ai.usage.total_tokens}</td><td>input and output</td></tr>
 *   <tr><td>streams</td><td>those of {@code message-end}; of {@code stream-end} in the first version</td></tr>
 * </table>
 */
public final class SentryCohere {

    private SentryCohere() {}

    /**
     * Returns a client that records its calls. Thread-safe as the original is.
     *
     * @param client stays usable unrecorded; if it is wrapped already, it is returned as it is
     */
    public static Cohere wrap(Cohere client) {
        return wrap(client, CohereOptions.defaults());
    }

    /**
     * Returns a client that records its calls. Thread-safe as the original is.
     *
     * @param client stays usable unrecorded; if it is wrapped already, it is returned as it is, with the settings that it has
     * @param options settings for this client
     */
    public static Cohere wrap(Cohere client, CohereOptions options) {
        requireNonNull(client, "client");
        requireNonNull(options, "options");
        return client instanceof TracedCohere
                ? client
                : MadeWith.of(Cohere.class, client)
                        .<Cohere>map(madeWith -> new TracedCohere(madeWith, client, options))
                        .orElse(client);
    }

    /**
     * Returns an asynchronous client that records its calls. Thread-safe as the original is.
     *
     * @param client stays usable unrecorded; if it is wrapped already, it is returned as it is
     */
    public static AsyncCohere wrap(AsyncCohere client) {
        return wrap(client, CohereOptions.defaults());
    }

    /**
     * Returns an asynchronous client that records its calls. Thread-safe as the original is.
     *
     * @param client stays usable unrecorded; if it is wrapped already, it is returned as it is, with the settings that it has
     * @param options settings for this client
     */
    public static AsyncCohere wrap(AsyncCohere client, CohereOptions options) {
        requireNonNull(client, "client");
        requireNonNull(options, "options");
        return client instanceof TracedAsyncCohere
                ? client
                : MadeWith.of(AsyncCohere.class, client)
                        .<AsyncCohere>map(madeWith -> new TracedAsyncCohere(madeWith, client, options))
                        .orElse(client);
    }
}
