package dev.sentryai.providertests;

import dev.sentryai.fixtures.FakeLlm;
import dev.sentryai.fixtures.Stubbing;
import java.util.concurrent.CompletableFuture;

/**
 * What the contract needs to know of a provider: five verbs, and by which names its spans go.
 *
 * @param <C> the type of the provider's client
 */
public interface Provider<C> {

    /** Returns the names. */
    Names names();

    /** Returns where replies to the questions asked here are scripted. */
    Stubbing script(FakeLlm llm);

    /** Returns a client, not wrapped, that talks to the fake provider and does not retry. */
    C connect(FakeLlm llm);

    /** Wraps a client with the wrapper's default settings. */
    C wrap(C client);

    /**
     * Asks and waits.
     *
     * @return the text of the answer; empty if it has none
     */
    String ask(C client, Question question);

    /** Asks without waiting; completes with the text of the answer. */
    CompletableFuture<String> askAsync(C client, Question question);

    /** Asks for an answer in chunks; {@code usage} is part of the answer. */
    AnswerStream stream(C client, Question question);

    /**
     * The names by which a provider's spans go.
     *
     * @param op the op of a question's span
     * @param operationName its operation name
     * @param provider its provider name
     * @param origin who made it, and the type of the mechanism that captures errors
     * @param finished the finish reason of a complete answer
     */
    record Names(String op, String operationName, String provider, String origin, String finished) {}
}
