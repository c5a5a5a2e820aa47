package dev.sentryai.openai;

import static org.assertj.core.api.Assertions.assertThat;

import com.openai.azure.credential.AzureApiKeyCredential;
import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.client.okhttp.OpenAIOkHttpClientAsync;
import dev.sentryai.proxy.Endpoint;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BaseUrlTest {

    @ParameterizedTest
    @CsvSource({
        "https://api.openai.com/v1, openai",
        "https://API.MISTRAL.AI/v1, mistral_ai",
        "http://localhost:11434/v1, ollama",
        "https://llm.example.com/v1, openai",
    })
    void providerIsToldFromTheHost(String baseUrl, String provider) {
        assertThat(BaseUrl.endpointOf(client(baseUrl), null).provider()).isEqualTo(provider);
    }

    @ParameterizedTest
    @CsvSource({
        "https://my-resource.openai.azure.com",
        "https://my-resource.openai.azure.com/openai/v1",
        "https://my-resource.services.ai.azure.com/openai/v1",
        "https://gateway.azure-api.net",
    })
    void azureIsToldFromTheHost(String baseUrl) {
        OpenAIClient client = OpenAIOkHttpClient.builder()
                .baseUrl(baseUrl)
                .credential(AzureApiKeyCredential.create("test-key"))
                .build();

        assertThat(BaseUrl.endpointOf(client, null).provider()).isEqualTo("azure.ai.openai");
    }

    @ParameterizedTest
    @CsvSource({
        "https://api.openai.com/v1, api.openai.com, 443",
        "http://llm.example.com/v1, llm.example.com, 80",
        "http://127.0.0.1:8080/v1, 127.0.0.1, 8080",
    })
    void serverIsThatOfTheBaseUrl(String baseUrl, String address, int port) {
        assertThat(BaseUrl.endpointOf(client(baseUrl), null)).isEqualTo(new Endpoint("openai", address, port));
    }

    @Test
    void providerThatWasNamedCounts() {
        assertThat(List.of("https://llm.example.com/v1", "https://api.groq.com/openai/v1", "http://localhost:11434/v1"))
                .extracting(baseUrl ->
                        BaseUrl.endpointOf(client(baseUrl), "my_gateway").provider())
                .containsOnly("my_gateway");
    }

    @Test
    void servicesAndAsynchronousClientsTellTheirsToo() {
        OpenAIOkHttpClientAsync.Builder async =
                OpenAIOkHttpClientAsync.builder().baseUrl("https://api.x.ai/v1").apiKey("test-key");

        assertThat(BaseUrl.endpointOf(async.build(), null).provider()).isEqualTo("x_ai");
        assertThat(BaseUrl.endpointOf(client("https://api.x.ai/v1").chat().completions(), null)
                        .provider())
                .isEqualTo("x_ai");
        assertThat(BaseUrl.endpointOf(client("https://api.x.ai/v1").withRawResponse(), null)
                        .provider())
                .isEqualTo("x_ai");
    }

    private static OpenAIClient client(String baseUrl) {
        return OpenAIOkHttpClient.builder().baseUrl(baseUrl).apiKey("test-key").build();
    }
}
