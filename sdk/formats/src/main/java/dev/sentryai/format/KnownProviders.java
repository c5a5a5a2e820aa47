package dev.sentryai.format;

import dev.sentryai.proxy.Endpoint;
import dev.sentryai.proxy.ProviderHosts;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Tells from an address who answers there, for formats that many providers speak. */
public final class KnownProviders {

    private static final String AZURE = "azure.ai.openai";

    /** Who answers, by the domain at which, and below which, they do. */
    private static final Map<String, String> BY_DOMAIN = Map.ofEntries(
            Map.entry("anthropic.com", "anthropic"),
            Map.entry("openai.azure.com", AZURE),
            Map.entry("cognitiveservices.azure.com", AZURE),
            Map.entry("services.ai.azure.com", AZURE),
            Map.entry("azure-api.net", AZURE),
            Map.entry("api.cohere.ai", "cohere"),
            Map.entry("api.cohere.com", "cohere"),
            Map.entry("api.deepseek.com", "deepseek"),
            Map.entry("generativelanguage.googleapis.com", "gcp.gemini"),
            Map.entry("aiplatform.googleapis.com", "gcp.vertex_ai"),
            Map.entry("api.groq.com", "groq"),
            Map.entry("huggingface.co", "huggingface"),
            Map.entry("endpoints.huggingface.cloud", "huggingface"),
            Map.entry("api.mistral.ai", "mistral_ai"),
            Map.entry("codestral.mistral.ai", "mistral_ai"),
            Map.entry("api.moonshot.ai", "moonshot_ai"),
            Map.entry("api.moonshot.cn", "moonshot_ai"),
            Map.entry("openai.com", "openai"),
            Map.entry("openrouter.ai", "openrouter"),
            Map.entry("api.perplexity.ai", "perplexity"),
            Map.entry("api.together.ai", "together_ai"),
            Map.entry("api.together.xyz", "together_ai"),
            Map.entry("api.x.ai", "x_ai"));

    /** Where Ollama listens unless told otherwise, on whatever host. */
    private static final int OLLAMA_PORT = 11434;

    private KnownProviders() {}

    /**
     * Returns the endpoint at an address.
     *
     * @param url where requests go
     * @param named the provider's name where it was set; null to tell it from host and port
     * @param otherwise the provider's name where these are unknown, as of servers such as vLLM
     * @throws IllegalArgumentException if the address is no URL
     */
    public static Endpoint at(String url, @Nullable String named, String otherwise) {
        Endpoint endpoint = new ProviderHosts(BY_DOMAIN, otherwise).endpoint(url, named);
        return named == null && Objects.equals(endpoint.serverPort(), OLLAMA_PORT)
                ? new Endpoint("ollama", endpoint.serverAddress(), endpoint.serverPort())
                : endpoint;
    }
}
