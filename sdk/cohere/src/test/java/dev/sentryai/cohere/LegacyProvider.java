package dev.sentryai.cohere;

import com.cohere.api.types.StreamedChatResponse;
import dev.sentryai.fixtures.FakeLlm;
import dev.sentryai.fixtures.Stubbing;
import dev.sentryai.providertests.AnswerStream;
import dev.sentryai.providertests.Feature;
import dev.sentryai.providertests.Provider;
import dev.sentryai.providertests.Question;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** Cohere asked through the first version of its API. */
final class LegacyProvider implements Provider<Clients> {

    private final Provider<Clients> current = new CohereProvider();

    @Override
    public Names names() {
        return current.names();
    }

    @Override
    public Set<Feature> lacks() {
        Set<Feature> lacks = EnumSet.copyOf(current.lacks());
        lacks.addAll(Set.of(Feature.IMAGES, Feature.IMAGE_ADDRESSES, Feature.TOOL_CALL_IDS));
        return lacks;
    }

    @Override
    public Stubbing script(FakeLlm llm) {
        return current.script(llm);
    }

    @Override
    public Clients connect(FakeLlm llm, int maxRetries) {
        return current.connect(llm, maxRetries);
    }

    @Override
    public Clients wrap(Clients clients) {
        return current.wrap(clients);
    }

    @Override
    public Clients wrap(Clients clients, boolean recordInputs, boolean recordOutputs) {
        return current.wrap(clients, recordInputs, recordOutputs);
    }

    @Override
    public String ask(Clients clients, Question question) {
        return clients.sync().chat(LegacyRequests.chat(question)).getText();
    }

    @Override
    public CompletableFuture<String> askAsync(Clients clients, Question question) {
        return clients.async().chat(LegacyRequests.chat(question)).thenApply(answer -> answer.getText());
    }

    @Override
    public boolean embed(Clients clients, String text) {
        clients.sync().embed(LegacyRequests.embed(text));
        return true;
    }

    @Override
    public AnswerStream stream(Clients clients, Question question) {
        return new StreamOf<>(clients.sync().chatStream(LegacyRequests.chatStream(question)), LegacyProvider::text);
    }

    private static String text(StreamedChatResponse event) {
        return event.getTextGeneration().map(text -> text.getText()).orElse("");
    }
}
