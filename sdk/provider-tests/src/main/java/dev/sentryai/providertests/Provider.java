package dev.sentryai.providertests;

import dev.sentryai.fixtures.FakeLlm;
import dev.sentryai.fixtures.Stubbing;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/**
 * What the contract needs to know of a provider: how its library is set up and asked, and by which names its spans go.
 *
 * @param <C> the type of the provider's client; where a library has separate ones for synchronous and asynchronous calls, a record
 *     of both
 */
public interface Provider<C> {

    /** Returns the names. */
    Names names();

    /** Returns what the provider's API or library has no notion of, so that nothing can be recorded of it. */
    default Set<Feature> lacks() {
        return Set.of();
    }

    /** Returns what no call of this provider can tell. */
    default Set<Gap> gaps() {
        return Set.of();
    }

    /** Returns where replies to the questions asked here are scripted. */
    Stubbing script(FakeLlm llm);

    /**
     * Returns a client, not wrapped, that talks to the fake provider.
     *
     * @param maxRetries how often the library is to repeat a failed request; 0 unless the library has {@link Feature#RETRIES}
     */
    C connect(FakeLlm llm, int maxRetries);

    /** Wraps a client with the wrapper's default settings. */
    C wrap(C client);

    /** Wraps a client with settings of its own. */
    C wrap(C client, boolean recordInputs, boolean recordOutputs);

    /**
     * Asks and waits. What the API has no place for is left out of the request.
     *
     * @return the text of the answer; empty if it has none
     */
    String ask(C client, Question question);

    /** Asks without waiting; completes with the text of the answer. */
    CompletableFuture<String> askAsync(C client, Question question);

    /**
     * Embeds a text, where the client does that too.
     *
     * @return false, the default, when it does not
     */
    default boolean embed(C client, String text) {
        return false;
    }

    /** Asks for an answer in chunks; {@code usage} is part of the answer. */
    AnswerStream stream(C client, Question question);

    /**
     * The names by which a provider's spans go.
     *
     * @param operationName the operation name of a question's span, of which its op consists
     * @param provider its provider name
     * @param origin who made it, and the type of the mechanism that captures errors
     * @param finished the finish reason of a complete answer
     * @param refused the finish reason of a refusal
     */
    record Names(String operationName, String provider, String origin, String finished, String refused) {

        /** Returns the op of a question's span. */
        public String op() {
            return "gen_ai." + operationName;
        }
    }
}
