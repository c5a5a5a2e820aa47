package dev.sentryai.cohere;

import com.cohere.api.resources.v2.types.V2ChatResponse;
import com.cohere.api.resources.v2.types.V2ChatStreamResponse;
import com.cohere.api.types.ChatContentDeltaEventDeltaMessageContent;
import dev.sentryai.fixtures.FakeLlm;
import dev.sentryai.fixtures.Stubbing;
import dev.sentryai.providertests.AnswerStream;
import dev.sentryai.providertests.Feature;
import dev.sentryai.providertests.Provider;
import dev.sentryai.providertests.Question;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/** Cohere asked through the second version of its API. */
final class CohereProvider implements Provider<Clients> {

    @Override
    public Names names() {
        return new Names("chat", "cohere", "auto.ai.cohere", "COMPLETE", "ERROR");
    }

    @Override
    public Set<Feature> lacks() {
        return Set.of(
                Feature.ANSWER_MODELS,
                Feature.REFUSALS,
                Feature.SEVERAL_ANSWERS,
                Feature.CACHE_WRITE_TOKENS,
                Feature.REASONING_TOKENS,
                Feature.STREAM_FAILURES,
                Feature.ERRORS_IN_STREAMS,
                Feature.ERROR_TYPES);
    }

    @Override
    public Stubbing script(FakeLlm llm) {
        return llm.onChat();
    }

    @Override
    public Clients connect(FakeLlm llm, int maxRetries) {
        return Clients.of(llm, maxRetries);
    }

    @Override
    public Clients wrap(Clients clients) {
        return clients.wrapped(CohereOptions.defaults());
    }

    @Override
    public Clients wrap(Clients clients, boolean recordInputs, boolean recordOutputs) {
        return clients.wrapped(
                CohereOptions.defaults().withRecordInputs(recordInputs).withRecordOutputs(recordOutputs));
    }

    @Override
    public String ask(Clients clients, Question question) {
        return text(clients.sync().v2().chat(Requests.chat(question)));
    }

    @Override
    public CompletableFuture<String> askAsync(Clients clients, Question question) {
        return clients.async().v2().chat(Requests.chat(question)).thenApply(CohereProvider::text);
    }

    @Override
    public boolean embed(Clients clients, String text) {
        clients.sync().v2().embed(Requests.embed(text));
        return true;
    }

    @Override
    public AnswerStream stream(Clients clients, Question question) {
        return new StreamOf<>(clients.sync().v2().chatStream(Requests.chatStream(question)), CohereProvider::text);
    }

    private static String text(V2ChatResponse response) {
        return response.getMessage().getContent().orElse(List.of()).stream()
                .flatMap(part -> part.getText().stream())
                .map(part -> part.getText())
                .collect(Collectors.joining());
    }

    static String text(V2ChatStreamResponse event) {
        return event.getContentDelta()
                .flatMap(content -> content.getDelta())
                .flatMap(delta -> delta.getMessage())
                .flatMap(message -> message.getContent())
                .flatMap(ChatContentDeltaEventDeltaMessageContent::getText)
                .orElse("");
    }
}
