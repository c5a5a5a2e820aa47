package dev.sentryai.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sentryai.fixtures.Reply;
import dev.sentryai.protocol.CommonAttributes;
import dev.sentryai.protocol.GenAiAttributes;
import dev.sentryai.telemetry.SpanRecord;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Calls of Bedrock by hand. */
class BedrockTest extends HttpBench {

    private static final String CONVERSATION = "{\"messages\":[{\"role\":\"user\",\"content\":[{\"text\":\"Hi\"}]}]}";
    private static final String OF_CLAUDE = "{\"anthropic_version\":\"bedrock-2023-05-31\",\"max_tokens\":9,"
            + "\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"}]}";

    /** What the application gets is what was sent: FakeLlm's messages have checksums, but nobody looks at them here. */
    private void send(String path, String body) throws Exception {
        client.send(request(path, BodyPublishers.ofString(body)), BodyHandlers.ofInputStream())
                .body()
                .readAllBytes();
    }

    @Test
    void aStreamedConversationIsRead() throws Exception {
        bench.llm().onChat().reply(Reply.text("one two three").withUsage(12, 5).withCachedTokens(3));

        send("/model/eu.amazon.nova-lite-v1:0/converse-stream", CONVERSATION);

        SpanRecord span = hasAnswered("one two three");
        assertThat(span.name()).isEqualTo("chat eu.amazon.nova-lite-v1:0");
        assertThat(span.usage().input()).isEqualTo(12);
        assertThat(span.usage().cacheRead()).isEqualTo(3);
        assertThat(span.usage().output()).isEqualTo(5);
        assertThat(span.finishReasons()).containsExactly("end_turn");
        assertThat(span.attributes())
                .containsEntry(GenAiAttributes.RESPONSE_MODEL, "eu.amazon.nova-lite-v1:0")
                .containsKey(GenAiAttributes.RESPONSE_TIME_TO_FIRST_CHUNK);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        anthropic.claude-sonnet-4-5 | {"anthropic_version":"v","max_tokens":9,"messages":[{"role":"user","content":"Hi"}]} | chat
        meta.llama3-8b-instruct-v1:0 | {"prompt":"Hi","max_gen_len":9} | text_completion
        """)
    void theStreamOfAnInvokedModelIsRead(String model, String body, String operation) throws Exception {
        bench.llm().onChat().reply(Reply.text("one two").withUsage(12, 5));
        bench.llm().onCompletions().reply(Reply.text("one two").withUsage(12, 5));

        send("/model/" + model + "/invoke-with-response-stream", body);

        SpanRecord span = hasAnswered("one two");
        assertThat(span.name()).isEqualTo(operation + ' ' + model);
        assertThat(span.usage().input()).isEqualTo(12);
        assertThat(span.usage().output()).isEqualTo(5);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        amazon.nova-lite-v1:0 | {"schemaVersion":"messages-v1","messages":[{"role":"user","content":[{"text":"Hi"}]}]} \
            | {"output":{"message":{"content":[{"text":"Rain"}]}},"usage":{"inputTokens":7,"outputTokens":2}}
        amazon.titan-text-express-v1 | {"inputText":"Hi"} \
            | {"inputTextTokenCount":7,"results":[{"tokenCount":2,"outputText":"Rain","completionReason":"FINISH"}]}
        mistral.mistral-large-2407-v1:0 | {"messages":[{"role":"user","content":"Hi"}]} \
            | {"choices":[{"index":0,"message":{"role":"assistant","content":"Rain"},"stop_reason":"stop"}],\
            "usage":{"prompt_tokens":7,"completion_tokens":2}}
        meta.llama3-8b-instruct-v1:0 | {"prompt":"Hi"} \
            | {"generation":"Rain","prompt_token_count":7,"generation_token_count":2,"stop_reason":"stop"}
        """)
    void theAnswerOfAnInvokedModelIsRead(String model, String body, String answer) throws Exception {
        bench.llm().onChat().reply(Reply.json(answer));
        bench.llm().onCompletions().reply(Reply.json(answer));

        send("/model/" + model + "/invoke", body);

        SpanRecord span = hasAnswered("Rain");
        assertThat(span.attributes())
                .containsEntry(GenAiAttributes.REQUEST_MODEL, model)
                .containsEntry(GenAiAttributes.RESPONSE_MODEL, model);
        assertThat(span.usage().input()).isEqualTo(7);
        assertThat(span.usage().output()).isEqualTo(2);
    }

    @Test
    void theAnswerOfCommandIsRead() throws Exception {
        bench.llm()
                .onChat()
                .reply(Reply.json("{\"generation_id\":\"g1\",\"text\":\"Rain\",\"finish_reason\":\"COMPLETE\"}"));

        send("/model/cohere.command-r-v1:0/invoke", "{\"message\":\"Hi\"}");

        assertThat(hasAnswered("Rain").finishReasons()).containsExactly("COMPLETE");
    }

    @Test
    void tokensThatTheBodyDoesNotTellAreToldByHeaders() throws Exception {
        bench.llm().onEmbeddings().reply(Reply.embeddings().withUsage(7, 0));

        send("/model/cohere.embed-english-v3/invoke", "{\"texts\":[\"one\"],\"input_type\":\"search_query\"}");

        SpanRecord span = bench.onlyAiSpan();
        assertThat(span.op()).isEqualTo("gen_ai.embeddings");
        assertThat(span.usage().input()).isEqualTo(7);
    }

    @Test
    void anErrorHasTheNameThatItsHeaderTells() throws Exception {
        bench.llm().onChat().reply(Reply.error(429));

        send("/model/anthropic.claude-sonnet-4-5/invoke", OF_CLAUDE);

        assertThat(bench.onlyAiSpan().attributes())
                .containsEntry(CommonAttributes.ERROR_TYPE, "ThrottlingException")
                .containsEntry(CommonAttributes.HTTP_RESPONSE_STATUS_CODE, 429L);
        assertThat(bench.telemetry().events()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"converse-stream", "invoke-with-response-stream"})
    void aStreamThatEndsWithAnErrorHasFailed(String operation) throws Exception {
        bench.llm().onChat().reply(Reply.text("one two").failAfterChunks(1, Reply.error(503)));

        send("/model/m/" + operation, operation.startsWith("converse") ? CONVERSATION : OF_CLAUDE);

        SpanRecord span = bench.onlyAiSpan();
        assertThat(span.status()).isNotEqualTo("ok");
        assertThat(text(span)).isEqualTo("one");
        assertThat(span.attributes()).containsEntry(CommonAttributes.ERROR_TYPE, "ServiceUnavailableException");
        assertThat(bench.telemetry().events()).isEmpty();
    }

    @Test
    void aProfileIsNamedByTheEndOfItsResource() throws Exception {
        bench.llm().onChat().reply(Reply.text("Rain"));

        send(
                "/model/arn%3Aaws%3Abedrock%3Aeu-west-1%3A111122223333%3Ainference-profile%2Feu.amazon.nova-lite-v1%3A0/converse",
                CONVERSATION);

        assertThat(hasAnswered("Rain").attributes())
                .containsEntry(GenAiAttributes.REQUEST_MODEL, "eu.amazon.nova-lite-v1:0")
                .containsEntry(GenAiAttributes.RESPONSE_MODEL, "eu.amazon.nova-lite-v1:0");
    }
}
