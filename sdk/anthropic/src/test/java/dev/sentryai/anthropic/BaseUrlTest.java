package dev.sentryai.anthropic;

import static org.assertj.core.api.Assertions.assertThat;

import com.anthropic.client.AnthropicClient;
import com.anthropic.client.okhttp.AnthropicOkHttpClient;
import com.anthropic.client.okhttp.AnthropicOkHttpClientAsync;
import dev.sentryai.proxy.Endpoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BaseUrlTest {

    @ParameterizedTest
    @CsvSource({
        "https://api.anthropic.com, anthropic",
        "https://bedrock-runtime.eu-central-1.amazonaws.com, aws.bedrock",
        "https://vpce-1.bedrock-runtime.eu-central-1.vpce.amazonaws.com, aws.bedrock",
        "https://europe-west1-aiplatform.googleapis.com/v1, gcp.vertex_ai",
        "https://aiplatform.googleapis.com/v1, gcp.vertex_ai",
        "https://my-resource.services.ai.azure.com/anthropic, azure.ai.inference",
        "https://llm.example.com, anthropic",
    })
    void providerIsToldFromTheBackEndsHost(String baseUrl, String provider) {
        assertThat(BaseUrl.endpointOf(client(baseUrl), null).provider()).isEqualTo(provider);
    }

    @Test
    void serverIsThatOfTheBaseUrl() {
        assertThat(BaseUrl.endpointOf(client("http://127.0.0.1:8080"), null))
                .isEqualTo(new Endpoint("anthropic", "127.0.0.1", 8080));
    }

    @Test
    void providerThatWasNamedCounts() {
        assertThat(BaseUrl.endpointOf(client("https://llm.example.com"), "my_gateway")
                        .provider())
                .isEqualTo("my_gateway");
    }

    @Test
    void servicesAndAsynchronousClientsTellTheirsToo() {
        String baseUrl = "https://aiplatform.googleapis.com/v1";
        AnthropicOkHttpClientAsync.Builder async =
                AnthropicOkHttpClientAsync.builder().baseUrl(baseUrl).apiKey("test-key");

        assertThat(BaseUrl.endpointOf(async.build(), null).provider()).isEqualTo("gcp.vertex_ai");
        assertThat(BaseUrl.endpointOf(client(baseUrl).beta().messages(), null).provider())
                .isEqualTo("gcp.vertex_ai");
        assertThat(BaseUrl.endpointOf(client(baseUrl).withRawResponse(), null).provider())
                .isEqualTo("gcp.vertex_ai");
    }

    private static AnthropicClient client(String baseUrl) {
        return AnthropicOkHttpClient.builder()
                .baseUrl(baseUrl)
                .apiKey("test-key")
                .build();
    }
}
