package dev.sentryai.anthropic;

import com.anthropic.client.AnthropicClient;
import com.anthropic.models.messages.Message;
import com.anthropic.models.messages.RawMessageStreamEvent;
import dev.sentryai.fixtures.FakeLlm;
import dev.sentryai.fixtures.Stubbing;
import dev.sentryai.providertests.AnswerStream;
import dev.sentryai.providertests.Feature;
import dev.sentryai.providertests.Provider;
import dev.sentryai.providertests.Question;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/** Anthropic asked for messages. */
final class AnthropicProvider implements Provider<AnthropicClient> {

    @Override
    public Names names() {
        return new Names("chat", "anthropic", "auto.ai.anthropic", "end_turn", "refusal");
    }

    @Override
    public Set<Feature> lacks() {
        return Set.of(Feature.SEVERAL_ANSWERS);
    }

    @Override
    public Stubbing script(FakeLlm llm) {
        return llm.onChat();
    }

    @Override
    public AnthropicClient connect(FakeLlm llm, int maxRetries) {
        return Clients.builder(llm).maxRetries(maxRetries).build();
    }

    @Override
    public AnthropicClient wrap(AnthropicClient client) {
        return SentryAnthropic.wrap(client);
    }

    @Override
    public AnthropicClient wrap(AnthropicClient client, boolean recordInputs, boolean recordOutputs) {
        return SentryAnthropic.wrap(
                client,
                AnthropicOptions.defaults().withRecordInputs(recordInputs).withRecordOutputs(recordOutputs));
    }

    @Override
    public String ask(AnthropicClient client, Question question) {
        return text(client.messages().create(Requests.of(question)));
    }

    @Override
    public CompletableFuture<String> askAsync(AnthropicClient client, Question question) {
        return client.async().messages().create(Requests.of(question)).thenApply(AnthropicProvider::text);
    }

    @Override
    public AnswerStream stream(AnthropicClient client, Question question) {
        return new StreamOf<>(client.messages().createStreaming(Requests.of(question)), AnthropicProvider::text);
    }

    static String text(Message message) {
        return message.content().stream()
                .flatMap(block -> block.text().stream())
                .map(block -> block.text())
                .collect(Collectors.joining());
    }

    static String text(RawMessageStreamEvent event) {
        return event.contentBlockDelta()
                .flatMap(delta -> delta.delta().text())
                .map(delta -> delta.text())
                .orElse("");
    }
}
