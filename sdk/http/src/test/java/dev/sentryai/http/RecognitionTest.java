package dev.sentryai.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sentryai.AiSpan;
import dev.sentryai.SentryAi;
import dev.sentryai.fixtures.Reply;
import dev.sentryai.protocol.GenAiAttributes;
import dev.sentryai.telemetry.SpanRecord;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is a call of a model, and what only looks like one. */
@SuppressWarnings("try") // a span around a block need not be mentioned in it
class RecognitionTest extends HttpBench {

    private void send(String path, String body) throws Exception {
        client.send(request(path, BodyPublishers.ofString(body)), BodyHandlers.ofString());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        /v1/chat/completions | {"model":"m","messages":[]} | chat m | openai
        /openai/deployments/d/chat/completions?api-version=1 | {"messages":[]} | chat d | openai
        /openai/deployments/d/chat/completions?api-version=1 | {"model":"m","messages":[]} | chat m | openai
        /v1/responses | {"model":"m","input":"Hi"} | chat m | openai
        /v1/completions | {"model":"m","prompt":"Hi"} | text_completion m | openai
        /v1/embeddings | {"model":"m","input":"Hi"} | embeddings m | openai
        /v1/messages | {"model":"m","max_tokens":1,"messages":[]} | chat m | anthropic
        /v1/models/m:rawPredict | {"anthropic_version":"v","messages":[]} | chat m | gcp.vertex_ai
        /v1/models/m:streamRawPredict | {"anthropic_version":"v","messages":[]} | chat m | gcp.vertex_ai
        /model/m/invoke | {"anthropic_version":"v","messages":[]} | chat m | aws.bedrock
        /model/m/invoke-with-response-stream | {"prompt":"Hi"} | text_completion m | aws.bedrock
        /model/m/converse | {"messages":[]} | chat m | aws.bedrock
        /model/m/converse-stream | {"messages":[]} | chat m | aws.bedrock
        /v2/chat | {"model":"m","messages":[]} | chat m | cohere
        /v1/chat | {"model":"m","message":"Hi"} | chat m | cohere
        /v2/embed | {"model":"m","input_type":"search_query","texts":["a"]} | embeddings m | cohere
        /v1beta/models/m:generateContent | {"contents":[{"parts":[{"text":"Hi"}]}]} | generate_content m | gcp.gemini
        /v1beta/models/m:streamGenerateContent?alt=sse | {"contents":[{"parts":[]}]} | generate_content m | gcp.gemini
        /v1beta/models/m:embedContent | {"content":{"parts":[{"text":"Hi"}]}} | embeddings m | gcp.gemini
        /v1beta/models/m:batchEmbedContents | {"requests":[]} | embeddings m | gcp.gemini
        /v1/models/m:predict | {"instances":[{"content":"Hi"}]} | embeddings m | gcp.gemini
        /api/chat | {"model":"m","messages":[{"role":"user","content":"Hi"}]} | chat m | ollama
        /api/generate | {"model":"m","prompt":"Hi"} | text_completion m | ollama
        /api/embed | {"model":"m","input":"Hi"} | embeddings m | ollama
        /api/embeddings | {"model":"m","prompt":"Hi"} | embeddings m | ollama
        /models/acme/m | {"inputs":"Hi","parameters":{"max_new_tokens":50}} | text_completion acme/m | huggingface
        /hf-inference/models/acme/m | {"inputs":"Hi","stream":true} | text_completion acme/m | huggingface
        /hf-inference/models/acme/m/pipeline/feature-extraction | {"inputs":"Hi"} | embeddings acme/m | huggingface
        /pipeline/feature-extraction/acme/m | {"inputs":["Hi"]} | embeddings acme/m | huggingface
        """)
    void callsAreRecordedWhereverTheyGo(String path, String body, String name, String provider) throws Exception {
        send(path, body);

        SpanRecord span = bench.onlyAiSpan();
        assertThat(span.name()).isEqualTo(name);
        assertThat(span.attributes()).containsEntry(GenAiAttributes.PROVIDER_NAME, provider);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        /v1/chat/completions | {"messages":[]}
        /v1/chat/completions | {"model":"m","messages":"none"}
        /v1/chat/completions | {"model":"m"}
        /v1/chat/completions | ["model","messages"]
        /v1/chat/completions | model=m&messages=1
        /v1/responses | {"survey":7}
        /v1/embeddings | {"input":"Hi"}
        /v1/completions | {"model":"m"}
        /v1/messages | {"text":"Hi"}
        /v1beta/models/m:generateContent | {"prompt":"Hi"}
        /v1beta/models/m:predict | {"instances":[{"image":"x"}]}
        /model/m/invoke | {"text":"Hi"}
        /model/stability.m/invoke | {"prompt":"Hi"}
        /model/m/converse | {"prompt":"Hi"}
        /v1/embed | {"url":"https://example.com/video"}
        /v2/rerank | {"query":"a"}
        /generate | {"report":"monthly"}
        /api/generate | {"model":"m","keep_alive":0}
        /api/chat | {"model":"m","messages":[]}
        /api/chat | {"model":"m","messages":[{"id":"1","parts":[]}]}
        /models/acme/classifier | {"inputs":"I like you"}
        / | {"inputs":"I like you"}
        /v1/chat | {"model":"m","messages":[]}
        /other/messages | {"model":"m","messages":[]}
        /v1/chat/completions/7 | {"model":"m","messages":[]}
        """)
    void otherRequestsAreNot(String path, String body) throws Exception {
        send(path, body);

        assertThat(bench.telemetry().spans()).isEmpty();
    }

    @Test
    void otherMethodsAreNot() throws Exception {
        HttpRequest put = HttpRequest.newBuilder(URI.create(bench.llm().openAiUrl() + "/chat/completions"))
                .PUT(BodyPublishers.ofString(CHAT))
                .build();

        client.send(put, BodyHandlers.ofString());

        assertThat(bench.telemetry().spans()).isEmpty();
    }

    @Test
    void theProviderCanBeNamed() throws Exception {
        HttpClient named = SentryAiHttp.wrap(
                HttpClient.newHttpClient(), HttpOptions.defaults().withProviderName("acme"));

        named.send(chat(), BodyHandlers.ofString());

        assertThat(bench.onlyAiSpan().attributes()).containsEntry(GenAiAttributes.PROVIDER_NAME, "acme");
        assertThatThrownBy(() -> HttpOptions.defaults().withProviderName(" "))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("providerName must not be blank");
    }

    @Test
    void aCallInsideOfARecordedOneAddsWhatThatLacks() throws Exception {
        bench.answer(Reply.text("Hello").withUsage(7, 3));
        bench.inTransaction(() -> {
            try (AiSpan outer = SentryAi.chat("mine")) {
                return client.send(chat(), BodyHandlers.ofString());
            }
        });

        SpanRecord span = bench.onlyAiSpan();
        assertThat(span.name()).isEqualTo("chat mine");
        assertThat(span.usage().input()).isEqualTo(7);
        assertThat(span.attributes()).containsEntry(GenAiAttributes.PROVIDER_NAME, "openai");
    }

    @Test
    void anAnswerThatIsNoJsonIsAnAnswer() throws Exception {
        bench.llm().onChat().reply(Reply.events("not json", "{\"choices\":[{\"delta\":{\"content\":\"one\"}}]}"));

        client.send(stream(), BodyHandlers.ofString());

        hasAnswered("one");
    }
}
