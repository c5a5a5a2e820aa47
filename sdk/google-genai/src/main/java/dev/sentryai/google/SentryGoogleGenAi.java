package dev.sentryai.google;

import static java.util.Objects.requireNonNull;

import com.google.genai.Client;

/**
 * Records the calls of Google's GenAI client as AI spans, for the Gemini API and for Vertex AI:
 *
 * <pre>{@code
 * TracedClient client = SentryGoogleGenAi.wrap(new Client());
 * client.models.generateContent("gemini-2.5-flash", "Hello", null);
 * }</pre>
 *
 * <p>The library's {@code Client} is final, so the wrapped one has a type of its own: with the same fields and methods for what is
 * recorded, which is generating content, whole and streamed, synchronous and asynchronous, in chats, and embedding. For everything
 * else there is {@link TracedClient#original()}. One logical call is one span, however often the client retries it, and however
 * often it asks the model in the course of automatic function calling. A streamed call ends when its stream is read to the end,
 * fails, is closed, or can no longer be reached.
 *
 * <p>Requests, results and exceptions are those of the original, and a failure of the recording never reaches the caller.
 *
 * <p>The provider is {@code gcp.gemini} or, for a client of Vertex AI, {@code gcp.vertex_ai}.
 *
 * <table>
 *   <caption>Where token counts come from</caption>
 *   <tr><th>attribute</th><th>field of {@code usageMetadata}</th></tr>
 *   <tr><td>{@code gen_ai.usage.input_tokens}</td><td>{@code promptTokenCount}, in which cached content is included, and {@code
 *       toolUsePromptTokenCount} together</td></tr>
 *   <tr><td>{@code gen_ai.usage.cache_read.input_tokens}</td><td>{@code cachedContentTokenCount}</td></tr>
 *   <tr><td>{@code gen_ai.usage.cache_creation.input_tokens}</td><td>not told</td></tr>
 *   <tr><td>{@code gen_ai.usage.output_tokens}</td><td>{@code candidatesTokenCount} and {@code thoughtsTokenCount} together: Google
 *       counts the first without the second</td></tr>
 *   <tr><td>{@code gen_ai.usage.reasoning.output_tokens}</td><td>{@code thoughtsTokenCount}</td></tr>
 *   <tr><td>{@code gen_ai.usage.total_tokens}</td><td>input and output</td></tr>
 *   <tr><td>streams</td><td>each replaced by what later chunks tell, which is cumulative</td></tr>
 *   <tr><td>automatic function calling</td><td>those of the last answer: the client keeps no others</td></tr>
 *   <tr><td>embeddings</td><td>input is the sum of {@code embeddings.statistics.tokenCount}, which only Vertex AI tells</td></tr>
 * </table>
 */
public final class SentryGoogleGenAi {

    private SentryGoogleGenAi() {}

    /**
     * Returns a client that records its calls. Thread-safe as the original is.
     *
     * @param client stays usable unrecorded
     */
    public static TracedClient wrap(Client client) {
        return wrap(client, GoogleGenAiOptions.defaults());
    }

    /**
     * Returns a client that records its calls. Thread-safe as the original is.
     *
     * @param client stays usable unrecorded
     * @param options settings for this client
     */
    public static TracedClient wrap(Client client, GoogleGenAiOptions options) {
        requireNonNull(client, "client");
        requireNonNull(options, "options");
        return new TracedClient(client, new Calls(options, client.vertexAI()));
    }
}
