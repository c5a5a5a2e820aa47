package dev.sentryai.cohere;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.cohere.api.AsyncCohere;
import com.cohere.api.Cohere;
import com.cohere.api.core.RequestOptions;
import com.cohere.api.requests.RerankRequest;
import com.cohere.api.resources.v2.requests.V2RerankRequest;
import dev.sentryai.fixtures.Reply;
import dev.sentryai.protocol.GenAiAttributes;
import dev.sentryai.providertests.Bench;
import dev.sentryai.providertests.Gap;
import dev.sentryai.providertests.Question;
import dev.sentryai.telemetry.SpanRecord;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What both clients do beside chats and embeddings. */
class ClientsTest extends CohereBench {

    private static final Question QUESTION = Question.of("Hi");
    private static final Map<String, ?> RANKING =
            Map.of("model", "test-rerank", "query", "cats", "documents", List.of("dogs", "cats"));

    @Test
    void sortingDocumentsIsAPlainSpan() throws Exception {
        bench.inTransaction(() -> {
            client.v2().rerank(ranking());
            client.rerank(Requests.as(RerankRequest.class, RANKING));
            asyncClient.v2().rerank(ranking()).get(Bench.PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            return asyncClient
                    .rerank(Requests.as(RerankRequest.class, RANKING))
                    .get(Bench.PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        });

        assertThat(bench.telemetry().aiSpans()).isEmpty();
        assertThat(bench.telemetry().spans())
                .filteredOn(span -> "rerank test-rerank".equals(span.name()))
                .hasSize(4)
                .extracting(SpanRecord::op)
                .containsOnly("function");
    }

    @Test
    void failedSortingIsCaptured() throws Exception {
        bench.llm().onRankings().reply(Reply.error(500));

        Throwable thrown =
                bench.inTransaction(() -> catchThrowable(() -> client.v2().rerank(ranking())));

        assertThat(thrown).isNotNull();
        assertThat(bench.telemetry().events()).hasSize(1);
    }

    @Test
    void callsWithOptionsAreRecordedToo() {
        RequestOptions options =
                RequestOptions.builder().addHeader("X-Test", "yes").build();

        client.v2().chat(Requests.chat(QUESTION), options);
        client.chat(LegacyRequests.chat(QUESTION), options);
        client.v2().chatStream(Requests.chatStream(QUESTION), options).forEach(event -> {});
        client.chatStream(LegacyRequests.chatStream(QUESTION), options).forEach(event -> {});

        assertThat(bench.llm().requests())
                .hasSize(4)
                .allSatisfy(request -> assertThat(request.header("X-Test")).contains("yes"));
        assertThat(bench.telemetry().aiSpans()).hasSize(4);
    }

    @Test
    void rawResponsesWorkUnrecorded() {
        String id = client.v2()
                .withRawResponse()
                .chat(Requests.chat(QUESTION))
                .body()
                .getId();

        assertThat(id).isNotEmpty();
        assertThat(bench.telemetry().aiSpans()).isEmpty();
    }

    @Test
    void providerMayHaveAnotherName() {
        bench.leavesOut(Gap.KNOWN_PROVIDER, Gap.ANSWER_MODEL);
        Cohere named =
                SentryCohere.wrap(bench.bare().sync(), CohereOptions.defaults().withProviderName("azure.ai.inference"));

        named.v2().chat(Requests.chat(QUESTION));

        assertThat(bench.onlyAiSpan().attributes()).containsEntry(GenAiAttributes.PROVIDER_NAME, "azure.ai.inference");
    }

    @Test
    void clientWithoutOptionsIsReturnedAsItIs() {
        Cohere mock = new Cohere(null);
        AsyncCohere asyncMock = new AsyncCohere(null);

        assertThat(SentryCohere.wrap(mock)).isSameAs(mock);
        assertThat(SentryCohere.wrap(asyncMock)).isSameAs(asyncMock);
    }

    @Test
    void blankProviderNameIsRefused() {
        assertThatThrownBy(() -> CohereOptions.defaults().withProviderName(" "))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("providerName must not be blank");
    }

    private static V2RerankRequest ranking() {
        return Requests.as(V2RerankRequest.class, RANKING);
    }
}
