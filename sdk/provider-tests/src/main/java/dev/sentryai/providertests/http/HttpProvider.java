package dev.sentryai.providertests.http;

import dev.sentryai.fixtures.FakeLlm;
import dev.sentryai.fixtures.Stubbing;
import dev.sentryai.protocol.json.Json;
import dev.sentryai.providertests.AnswerStream;
import dev.sentryai.providertests.Feature;
import dev.sentryai.providertests.Gap;
import dev.sentryai.providertests.Provider;
import dev.sentryai.providertests.Question;
import dev.sentryai.wire.Wire;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/**
 * A provider that is asked by plain HTTP.
 *
 * @param <T> the client
 * @param protocol what is said
 * @param wrapping the client, and how it is wrapped
 */
public record HttpProvider<T extends Transport>(Protocol protocol, Wrapping<T> wrapping) implements Provider<T> {

    /** A client, and how it is wrapped. */
    public interface Wrapping<T> {

        /** Returns the origin of spans. */
        String origin();

        /** Returns what clients of this kind can not do. */
        Set<Feature> lacks();

        /** Returns a client that asks a server. */
        T connect(String baseUrl);

        /** Wraps it with default settings. */
        T wrap(T client);

        /** Wraps it with other settings. */
        T wrap(T client, boolean recordInputs, boolean recordOutputs);
    }

    @Override
    public Names names() {
        return protocol.names(wrapping.origin());
    }

    /** An answer that is an error is no exception, and nobody repeats a request; what has arrived is seen before it is wanted. */
    @Override
    public Set<Feature> lacks() {
        EnumSet<Feature> lacks = EnumSet.of(Feature.ERROR_EXCEPTIONS, Feature.RETRIES, Feature.EXACT_STREAMS);
        lacks.addAll(protocol.lacks());
        lacks.addAll(wrapping.lacks());
        return lacks;
    }

    @Override
    public Set<Gap> gaps() {
        return protocol.gaps();
    }

    @Override
    public Stubbing script(FakeLlm llm) {
        return protocol.script(llm);
    }

    @Override
    public T connect(FakeLlm llm, int maxRetries) {
        return wrapping.connect(llm.baseUrl());
    }

    @Override
    public T wrap(T client) {
        return wrapping.wrap(client);
    }

    @Override
    public T wrap(T client, boolean recordInputs, boolean recordOutputs) {
        return wrapping.wrap(client, recordInputs, recordOutputs);
    }

    @Override
    public String ask(T client, Question question) {
        return text(client.post(protocol.path(false), json(question, false)));
    }

    @Override
    public CompletableFuture<String> askAsync(T client, Question question) {
        return client.postAsync(protocol.path(false), json(question, false)).thenApply(this::text);
    }

    @Override
    public boolean embed(T client, String text) {
        if (protocol.embeddingsPath().isEmpty()) {
            return false;
        }
        client.post(protocol.embeddingsPath(), Json.write(protocol.embeddings(text)));
        return true;
    }

    @Override
    public AnswerStream stream(T client, Question question) {
        return new EventTexts(client.open(protocol.path(true), json(question, true)), protocol);
    }

    private String json(Question question, boolean isStreamed) {
        return Json.write(protocol.request(question, isStreamed));
    }

    private String text(String answer) {
        return protocol.text(Wire.of(Json.read(answer)));
    }
}
