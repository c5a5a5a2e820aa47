package dev.sentryai.bedrock;

import dev.sentryai.fixtures.FakeLlm;
import dev.sentryai.fixtures.Stubbing;
import dev.sentryai.protocol.json.Json;
import dev.sentryai.providertests.AnswerStream;
import dev.sentryai.providertests.Feature;
import dev.sentryai.providertests.Provider;
import dev.sentryai.providertests.Question;
import dev.sentryai.wire.Wire;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.bedrockruntime.model.InvokeModelResponse;
import software.amazon.awssdk.services.bedrockruntime.model.InvokeModelWithResponseStreamResponseHandler;
import software.amazon.awssdk.services.bedrockruntime.model.PayloadPart;
import software.amazon.awssdk.services.bedrockruntime.model.ResponseStream;

/** Bedrock asked to invoke a model with Anthropic's messages. */
final class InvokedClaude implements Provider<Clients> {

    private final BedrockProvider bedrock = new BedrockProvider();

    @Override
    public Names names() {
        return new Names("chat", "aws.bedrock", "auto.ai.bedrock", "end_turn", "refusal");
    }

    /** As with Converse, streams are pushed by the connection, and when that is closed, the client takes it for the end. */
    @Override
    public Set<Feature> lacks() {
        return Set.of(Feature.SEVERAL_ANSWERS, Feature.ABANDONED_STREAMS, Feature.STREAM_FAILURES);
    }

    @Override
    public Stubbing script(FakeLlm llm) {
        return llm.onChat();
    }

    @Override
    public Clients connect(FakeLlm llm, int maxRetries) {
        return bedrock.connect(llm, maxRetries);
    }

    @Override
    public Clients wrap(Clients clients) {
        return bedrock.wrap(clients);
    }

    @Override
    public Clients wrap(Clients clients, boolean recordInputs, boolean recordOutputs) {
        return bedrock.wrap(clients, recordInputs, recordOutputs);
    }

    @Override
    public String ask(Clients clients, Question question) {
        return text(clients.blocking()
                .invokeModel(request -> request.modelId(Question.MODEL).body(Claude.body(question))));
    }

    @Override
    public CompletableFuture<String> askAsync(Clients clients, Question question) {
        return clients.async()
                .invokeModel(request -> request.modelId(Question.MODEL).body(Claude.body(question)))
                .thenApply(InvokedClaude::text);
    }

    @Override
    public AnswerStream stream(Clients clients, Question question) {
        EventsOf<ResponseStream> events = new EventsOf<>(InvokedClaude::text);
        InvokeModelWithResponseStreamResponseHandler handler = InvokeModelWithResponseStreamResponseHandler.builder()
                .onEventStream(publisher -> publisher.subscribe(events))
                .build();
        return events.endingWith(clients.async()
                .invokeModelWithResponseStream(
                        request -> request.modelId(Question.MODEL).body(Claude.body(question)), handler));
    }

    private static String text(InvokeModelResponse response) {
        return Wire.of(Json.read(response.body().asUtf8String())).get("content").items().stream()
                .map(block -> block.get("text").text())
                .filter(Objects::nonNull)
                .collect(Collectors.joining());
    }

    private static String text(ResponseStream event) {
        return event instanceof PayloadPart part
                ? Wire.of(Json.read(part.bytes().asUtf8String()))
                        .get("delta")
                        .get("text")
                        .textOrEmpty()
                : "";
    }
}
