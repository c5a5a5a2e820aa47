package dev.sentryai.openai;

import static org.assertj.core.api.Assertions.assertThat;

import com.openai.azure.AzureOpenAIServiceVersion;
import com.openai.azure.credential.AzureApiKeyCredential;
import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import com.openai.models.embeddings.EmbeddingCreateParams;
import dev.sentryai.fixtures.Reply;
import dev.sentryai.fixtures.wire.LlmRequest;
import dev.sentryai.protocol.CommonAttributes;
import dev.sentryai.protocol.GenAiAttributes;
import dev.sentryai.providertests.Gap;
import dev.sentryai.telemetry.SpanRecord;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Azure, where models are deployments that the path names. The fake server stands in for it as the client's proxy. */
class AzureTest extends OpenAiBench {

    private static final String HOST = "my-resource.openai.azure.com";

    private final OpenAIClient azure = SentryOpenAi.wrap(OpenAIOkHttpClient.builder()
            .baseUrl("http://" + HOST)
            .credential(AzureApiKeyCredential.create("test-key"))
            .azureServiceVersion(AzureOpenAIServiceVersion.latestStableVersion())
            .proxy(new Proxy(
                    Proxy.Type.HTTP,
                    new InetSocketAddress(
                            "127.0.0.1", URI.create(bench.llm().baseUrl()).getPort())))
            .build());

    @BeforeEach
    void requestsAreShort() {
        bench.leavesOut(Gap.values());
    }

    @Test
    void aDeploymentIsTheModelOfAChat() {
        bench.llm().onChat().reply(Reply.text("Rain").withUsage(4, 2).withModel("gpt-4o-mini-2024-07-18"));

        azure.chat()
                .completions()
                .create(ChatCompletionCreateParams.builder()
                        .model("my-deployment")
                        .addUserMessage("Weather?")
                        .build());

        assertAsked("/openai/deployments/my-deployment/chat/completions");
        SpanRecord span = bench.onlyAiSpan();
        assertThat(span.name()).isEqualTo("chat my-deployment");
        assertThat(span.attributes())
                .containsEntry(GenAiAttributes.PROVIDER_NAME, "azure.ai.openai")
                .containsEntry(GenAiAttributes.REQUEST_MODEL, "my-deployment")
                .containsEntry(GenAiAttributes.RESPONSE_MODEL, "gpt-4o-mini-2024-07-18")
                .containsEntry(CommonAttributes.SERVER_ADDRESS, HOST);
        assertThat(span.usage().output()).isEqualTo(2);
    }

    @Test
    void aDeploymentIsTheModelOfEmbeddings() {
        azure.embeddings()
                .create(EmbeddingCreateParams.builder()
                        .model("my-embedder")
                        .input("one")
                        .build());

        assertAsked("/openai/deployments/my-embedder/embeddings");
        SpanRecord span = bench.onlyAiSpan();
        assertThat(span.name()).isEqualTo("embeddings my-embedder");
        assertThat(span.attributes()).containsEntry(GenAiAttributes.PROVIDER_NAME, "azure.ai.openai");
    }

    private void assertAsked(String path) {
        LlmRequest request = bench.llm().requests().get(0);
        assertThat(request.path()).isEqualTo(path);
        assertThat(request.query("api-version")).isPresent();
        assertThat(request.header("api-key")).contains("test-key");
    }
}
