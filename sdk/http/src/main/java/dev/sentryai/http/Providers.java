package dev.sentryai.http;

import java.util.Map;

/** Who answers, by the domain at which, and below which, they do. */
final class Providers {

    static final Map<String, String> BY_DOMAIN = Map.ofEntries(
            Map.entry("amazonaws.com", "aws.bedrock"),
            Map.entry("anthropic.com", "anthropic"),
            Map.entry("api.cohere.ai", "cohere"),
            Map.entry("api.cohere.com", "cohere"),
            Map.entry("api.deepseek.com", "deepseek"),
            Map.entry("generativelanguage.googleapis.com", "gcp.gemini"),
            Map.entry("aiplatform.googleapis.com", "gcp.vertex_ai"),
            Map.entry("api.groq.com", "groq"),
            Map.entry("huggingface.co", "huggingface"),
            Map.entry("endpoints.huggingface.cloud", "huggingface"),
            Map.entry("api.mistral.ai", "mistral_ai"),
            Map.entry("api.moonshot.ai", "moonshot_ai"),
            Map.entry("api.moonshot.cn", "moonshot_ai"),
            Map.entry("openai.com", "openai"),
            Map.entry("openai.azure.com", "azure.ai.openai"),
            Map.entry("cognitiveservices.azure.com", "azure.ai.openai"),
            Map.entry("services.ai.azure.com", "azure.ai.openai"),
            Map.entry("azure-api.net", "azure.ai.openai"),
            Map.entry("api.perplexity.ai", "perplexity"),
            Map.entry("api.x.ai", "x_ai"));

    private Providers() {}
}
