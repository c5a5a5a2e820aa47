package dev.sentryai.bedrock;

import dev.sentryai.fixtures.FakeLlm;
import dev.sentryai.fixtures.Stubbing;
import dev.sentryai.providertests.AnswerStream;
import dev.sentryai.providertests.Feature;
import dev.sentryai.providertests.Provider;
import dev.sentryai.providertests.Question;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.bedrockruntime.model.ContentBlock;
import software.amazon.awssdk.services.bedrockruntime.model.ContentBlockDeltaEvent;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseResponse;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseStreamOutput;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseStreamResponseHandler;

/** Bedrock asked to converse. */
final class BedrockProvider implements Provider<Clients> {

    @Override
    public Names names() {
        return new Names("chat", "aws.bedrock", "auto.ai.bedrock", "end_turn", "guardrail_intervened");
    }

    /**
     * Images are sent, or kept in S3. Streams are pushed by the client's connection, which keeps them reachable; when it is closed, over
     * HTTP/1.1, the client takes that for the end.
     */
    @Override
    public Set<Feature> lacks() {
        return Set.of(
                Feature.SEVERAL_ANSWERS,
                Feature.ANSWER_IDS,
                Feature.ANSWER_MODELS,
                Feature.IMAGE_ADDRESSES,
                Feature.REASONING_TOKENS,
                Feature.ABANDONED_STREAMS,
                Feature.STREAM_FAILURES);
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
        return new Clients(SentryBedrock.wrap(clients.blocking()), SentryBedrock.wrap(clients.async()));
    }

    @Override
    public Clients wrap(Clients clients, boolean recordInputs, boolean recordOutputs) {
        BedrockOptions options =
                BedrockOptions.defaults().withRecordInputs(recordInputs).withRecordOutputs(recordOutputs);
        return new Clients(
                SentryBedrock.wrap(clients.blocking(), options), SentryBedrock.wrap(clients.async(), options));
    }

    @Override
    public String ask(Clients clients, Question question) {
        return text(clients.blocking().converse(Requests.whole(question)));
    }

    @Override
    public CompletableFuture<String> askAsync(Clients clients, Question question) {
        return clients.async().converse(Requests.whole(question)).thenApply(BedrockProvider::text);
    }

    @Override
    public AnswerStream stream(Clients clients, Question question) {
        EventsOf<ConverseStreamOutput> events = new EventsOf<>(BedrockProvider::text);
        ConverseStreamResponseHandler handler = ConverseStreamResponseHandler.builder()
                .onEventStream(publisher -> publisher.subscribe(events))
                .build();
        return events.endingWith(clients.async().converseStream(Requests.streamed(question), handler));
    }

    private static String text(ConverseResponse response) {
        return response.output().message().content().stream()
                .map(ContentBlock::text)
                .filter(Objects::nonNull)
                .collect(Collectors.joining());
    }

    private static String text(ConverseStreamOutput event) {
        return event instanceof ContentBlockDeltaEvent delta && delta.delta().text() != null
                ? delta.delta().text()
                : "";
    }
}
