package dev.sentryai.openai;

import com.openai.core.ClientOptions;
import dev.sentryai.proxy.Endpoint;
import dev.sentryai.proxy.OptionsReader;
import dev.sentryai.proxy.ProviderHosts;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The address to which a client sends its requests, and what it tells about who answers. */
final class BaseUrl {

    private static final String OPENAI = "openai";
    private static final String AZURE = "azure.ai.openai";

    /** Hosts, with all hosts below them, whose provider speaks the OpenAI protocol. */
    private static final ProviderHosts HOSTS = new ProviderHosts(
            Map.ofEntries(
                    Map.entry("openai.com", OPENAI),
                    Map.entry("openai.azure.com", AZURE),
                    Map.entry("cognitiveservices.azure.com", AZURE),
                    Map.entry("services.ai.azure.com", AZURE),
                    Map.entry("azure-api.net", AZURE),
                    Map.entry("anthropic.com", "anthropic"),
                    Map.entry("api.cohere.ai", "cohere"),
                    Map.entry("api.cohere.com", "cohere"),
                    Map.entry("api.deepseek.com", "deepseek"),
                    Map.entry("generativelanguage.googleapis.com", "gcp.gemini"),
                    Map.entry("aiplatform.googleapis.com", "gcp.vertex_ai"),
                    Map.entry("api.groq.com", "groq"),
                    Map.entry("router.huggingface.co", "huggingface"),
                    Map.entry("api.mistral.ai", "mistral_ai"),
                    Map.entry("codestral.mistral.ai", "mistral_ai"),
                    Map.entry("api.moonshot.ai", "moonshot_ai"),
                    Map.entry("api.moonshot.cn", "moonshot_ai"),
                    Map.entry("openrouter.ai", "openrouter"),
                    Map.entry("api.perplexity.ai", "perplexity"),
                    Map.entry("api.together.ai", "together_ai"),
                    Map.entry("api.together.xyz", "together_ai"),
                    Map.entry("api.x.ai", "x_ai")),
            OPENAI);

    /** Where Ollama listens unless told otherwise, on whatever host. */
    private static final int OLLAMA_PORT = 11434;

    private BaseUrl() {}

    /**
     * Returns the endpoint of a client or service.
     *
     * @param providerName the provider's name; null to tell it from host and port, {@code openai} where these are unknown, as of
     *     servers such as vLLM
     */
    static Endpoint endpointOf(Object client, @Nullable String providerName) {
        String baseUrl = OptionsReader.read(
                client, (ClientOptions.Builder options) -> options.build().baseUrl());
        Endpoint endpoint = HOSTS.endpoint(baseUrl, providerName);
        return providerName == null && Objects.equals(endpoint.serverPort(), OLLAMA_PORT)
                ? new Endpoint("ollama", endpoint.serverAddress(), endpoint.serverPort())
                : endpoint;
    }
}
