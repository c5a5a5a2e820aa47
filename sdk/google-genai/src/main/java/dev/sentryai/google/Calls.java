package dev.sentryai.google;

import com.google.genai.types.Content;
import com.google.genai.types.EmbedContentConfig;
import com.google.genai.types.EmbedContentResponse;
import com.google.genai.types.GenerateContentConfig;
import com.google.genai.types.HttpOptions;
import dev.sentryai.instrument.GenAiRequest;
import dev.sentryai.instrument.GenAiResponse;
import dev.sentryai.instrument.Instrumentation;
import dev.sentryai.instrument.ResponseReader;
import dev.sentryai.protocol.GenAiOps;
import dev.sentryai.proxy.CallTracer;
import dev.sentryai.proxy.Endpoint;
import dev.sentryai.proxy.ProviderHosts;
import dev.sentryai.proxy.TracedCall;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Describes the calls of one client. Nothing is read before a call is recorded. Thread-safe. */
final class Calls {

    private final CallTracer tracer;
    private final String provider;
    private final @Nullable String baseUrl;

    Calls(GoogleGenAiOptions options, boolean isVertexAi) {
        this.tracer = new CallTracer(
                new Instrumentation("google_genai", options.recordInputs(), options.recordOutputs()),
                GoogleErrors::read);
        String told = options.providerName();
        this.provider = told != null ? told : isVertexAi ? "gcp.vertex_ai" : "gcp.gemini";
        this.baseUrl = options.baseUrl();
    }

    CallTracer tracer() {
        return tracer;
    }

    TracedCall generate(String model, Supplier<List<Content>> contents, @Nullable GenerateContentConfig config) {
        return new TracedCall(() -> request(model, contents, config).build(), GeneratedContent::new);
    }

    TracedCall generateStream(String model, Supplier<List<Content>> contents, @Nullable GenerateContentConfig config) {
        return new TracedCall(
                () -> request(model, contents, config).streaming(true).build(), GeneratedContent::new);
    }

    TracedCall embed(String model, Supplier<List<String>> texts, @Nullable EmbedContentConfig config) {
        Optional<HttpOptions> http = config == null ? Optional.empty() : config.httpOptions();
        return new TracedCall(
                () -> sentTo(GenAiRequest.builder(GenAiOps.EMBEDDINGS).model(model), http)
                        .embeddingsInput(texts)
                        .build(),
                () -> ResponseReader.of(Calls::embedded));
    }

    private static GenAiResponse embedded(Object response) {
        return GenAiResponse.builder()
                .usage(Usage.of((EmbedContentResponse) response))
                .build();
    }

    private GenAiRequest.Builder request(
            String model, Supplier<List<Content>> contents, @Nullable GenerateContentConfig config) {
        GenAiRequest.Builder request = GenAiRequest.builder(GenAiOps.GENERATE_CONTENT)
                .model(model)
                .inputMessages(() -> Contents.messages(contents.get()));
        if (config == null) {
            return sentTo(request, Optional.empty());
        }
        return sentTo(RequestParameters.read(request, config), config.httpOptions())
                .systemInstructions(() -> Contents.instructions(config))
                .toolDefinitions(() -> Tools.definitions(config));
    }

    /** The client does not tell where it sends requests; a request that goes elsewhere does. */
    private GenAiRequest.Builder sentTo(GenAiRequest.Builder request, Optional<HttpOptions> http) {
        String url = http.flatMap(HttpOptions::baseUrl).orElse(baseUrl);
        if (url != null) {
            Endpoint endpoint = new ProviderHosts(Map.of(), provider).endpoint(url, provider);
            request.server(endpoint.serverAddress(), endpoint.serverPort());
        }
        return request.provider(provider);
    }
}
