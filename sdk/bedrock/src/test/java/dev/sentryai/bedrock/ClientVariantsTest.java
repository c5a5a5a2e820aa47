package dev.sentryai.bedrock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sentryai.fixtures.Reply;
import dev.sentryai.providertests.Gap;
import dev.sentryai.providertests.Question;
import io.sentry.ISpan;
import io.sentry.Sentry;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeClient;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseRequest;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseResponse;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseStreamResponseHandler;

/** The many ways to make one and the same call. */
class ClientVariantsTest extends BedrockBench {

    @Test
    void requestMayBeBuiltByALambda() {
        client.converse(request -> request.modelId(Question.MODEL).messages(REQUEST.messages()));

        assertThat(bench.onlyAiSpan().name()).isEqualTo("chat gpt-4o-mini");
    }

    @Test
    void asynchronousRequestMayBeBuiltByALambda() throws Exception {
        get(async.converse(request -> request.modelId(Question.MODEL).messages(REQUEST.messages())));

        assertThat(bench.onlyAiSpan().name()).isEqualTo("chat gpt-4o-mini");
    }

    @Test
    void clientBehindAnotherProxyIsRecorded() {
        BedrockRuntimeClient behind = (BedrockRuntimeClient) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {BedrockRuntimeClient.class},
                (proxy, method, arguments) -> {
                    try {
                        return method.invoke(bench.bare().blocking(), arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });

        ConverseResponse response = SentryBedrock.wrap(behind).converse(REQUEST);

        assertThat(response.stopReasonAsString()).isEqualTo("end_turn");
        assertThat(bench.onlyAiSpan().usage().input()).isEqualTo(12);
    }

    @Test
    void clientThatDoesNotTellItsSettingsIsRecorded() {
        BedrockRuntimeClient own = new BedrockRuntimeClient() {
            @Override
            public ConverseResponse converse(ConverseRequest request) {
                return bench.bare().blocking().converse(request);
            }

            @Override
            public String serviceName() {
                return SERVICE_NAME;
            }

            @Override
            public void close() {}
        };

        SentryBedrock.wrap(own).converse(REQUEST);

        assertThat(bench.onlyAiSpan().sent("gen_ai.provider.name")).contains("aws.bedrock");
    }

    @Test
    void eventsAreSeenWithTheCallersSpan() throws Exception {
        bench.answer(Reply.text("one two"));
        AtomicReference<ISpan> callers = new AtomicReference<>();
        AtomicReference<ISpan> seen = new AtomicReference<>();

        bench.inTransaction(() -> {
            callers.set(Sentry.getSpan());
            return get(async.converseStream(
                    Requests.streamed(Question.of("Hi")),
                    ConverseStreamResponseHandler.builder()
                            .subscriber(event -> seen.set(Sentry.getSpan()))
                            .build()));
        });

        assertThat(seen.get()).isNotNull().isSameAs(callers.get());
        assertThat(bench.onlyAiSpan().usage().output()).isEqualTo(30);
    }

    @Test
    void cancelledStreamIsNoFailure() throws Exception {
        bench.leavesOut(Gap.USAGE);
        CompletableFuture<Void> gate = new CompletableFuture<>();
        bench.answer(Reply.text("one two three").holdAfterChunks(1, gate));
        CompletableFuture<Void> begun = new CompletableFuture<>();

        bench.inTransaction(() -> {
            CompletableFuture<Void> call = async.converseStream(
                    Requests.streamed(Question.of("Hi")),
                    ConverseStreamResponseHandler.builder()
                            .subscriber(event -> begun.complete(null))
                            .build());
            get(begun);
            return call.cancel(true);
        });
        gate.complete(null);

        assertThat(bench.onlyAiSpan().status()).isEqualTo("ok");
        assertThat(bench.telemetry().events()).isEmpty();
    }

    @Test
    void resourceOfAwsIsNamedByItsModel() {
        String profile = "arn:aws:bedrock:us-east-1:123456789012:inference-profile/us.amazon.nova-lite-v1:0";

        client.converse(REQUEST.toBuilder().modelId(profile).build());

        assertThat(bench.onlyAiSpan().name()).isEqualTo("chat us.amazon.nova-lite-v1:0");
    }

    @Test
    void providerMayHaveAnotherName() {
        bench.leavesOut(Gap.KNOWN_PROVIDER, Gap.ANSWER_MODEL);
        BedrockRuntimeClient named = SentryBedrock.wrap(
                bench.bare().blocking(), BedrockOptions.defaults().withProviderName("our_gateway"));

        named.converse(REQUEST);

        assertThat(bench.onlyAiSpan().sent("gen_ai.provider.name")).contains("our_gateway");
    }
}
