package dev.sentryai.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sentryai.proxy.Endpoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KnownProvidersTest {

    @ParameterizedTest
    @CsvSource({
        "https://api.openai.com/v1, openai",
        "https://eu.api.openai.com/v1, openai",
        "https://API.MISTRAL.AI/v1, mistral_ai",
        "https://codestral.mistral.ai/v1, mistral_ai",
        "https://openrouter.ai/api/v1, openrouter",
        "https://api.together.xyz/v1, together_ai",
        "https://api.together.ai/v1, together_ai",
        "http://localhost:11434/v1, ollama",
        "http://gpu.example.com:11434/v1, ollama",
        "http://localhost:8000/v1, acme",
        "https://api.groq.com/openai/v1, groq",
        "https://api.deepseek.com, deepseek",
        "https://api.x.ai/v1, x_ai",
        "https://api.perplexity.ai, perplexity",
        "https://api.moonshot.cn/v1, moonshot_ai",
        "https://generativelanguage.googleapis.com/v1beta/openai/, gcp.gemini",
        "https://us-central1-aiplatform.googleapis.com/v1/endpoints/openapi, gcp.vertex_ai",
        "https://router.huggingface.co/v1, huggingface",
        "https://x7.us-east-1.aws.endpoints.huggingface.cloud/generate, huggingface",
        "https://my-resource.openai.azure.com/openai/v1, azure.ai.openai",
        "https://api.anthropic.com/v1/, anthropic",
        "https://api.cohere.ai/compatibility/v1, cohere",
        "https://notx.ai/v1, acme",
        "https://llm.example.com/v1, acme",
    })
    void providerIsToldFromHostAndPort(String url, String provider) {
        assertThat(KnownProviders.at(url, null, "acme").provider()).isEqualTo(provider);
    }

    @Test
    void providerThatWasNamedCounts() {
        assertThat(KnownProviders.at("http://localhost:11434/v1", "my_gateway", "acme"))
                .isEqualTo(new Endpoint("my_gateway", "localhost", 11434));
    }
}
