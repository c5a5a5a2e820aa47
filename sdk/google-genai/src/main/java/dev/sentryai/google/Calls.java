package dev.sentryai.google;

import com.google.genai.types.Content;
import com.google.genai.types.EmbedContentConfig;
import com.google.genai.types.GenerateContentConfig;
import com.google.genai.types.HttpOptions;
import dev.sentryai.format.google.GoogleFormat;
import dev.sentryai.instrument.GenAiRequest;
import dev.sentryai.instrument.Instrumentation;
import dev.sentryai.proxy.Endpoint;
import dev.sentryai.proxy.ProviderHosts;
import dev.sentryai.tracing.CallTracer;
import dev.sentryai.tracing.TracedCall;
import dev.sentryai.wire.Wire;
import java.util.HashMap;
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
        return new TracedCall(
                () -> request(model, contents, config).build(),
                () -> GoogleFormat.GENERATE_CONTENT.whole().get().from(GoogleModels::wire));
    }

    TracedCall generateStream(String model, Supplier<List<Content>> contents, @Nullable GenerateContentConfig config) {
        return new TracedCall(
                () -> request(model, contents, config).streaming(true).build(),
                () -> GoogleFormat.GENERATE_CONTENT.streamed().get().from(GoogleModels::wire));
    }

    TracedCall embed(String model, Supplier<List<String>> texts, @Nullable EmbedContentConfig config) {
        Optional<HttpOptions> http = config == null ? Optional.empty() : config.httpOptions();
        return new TracedCall(
                () -> sentTo(GoogleFormat.EMBED_CONTENT.request().apply(Wire.nothing()), http)
                        .model(model)
                        .embeddingsInput(texts)
                        .build(),
                () -> GoogleFormat.EMBED_CONTENT.whole().get().from(GoogleModels::wire));
    }

    private GenAiRequest.Builder request(
            String model, Supplier<List<Content>> contents, @Nullable GenerateContentConfig config) {
        Map<String, Object> body = new HashMap<>();
        body.put("contents", contents);
        if (config != null) {
            body.put("systemInstruction", config.systemInstruction());
            body.put("tools", config.tools());
            body.put("generationConfig", config);
        }
        GenAiRequest.Builder request = GoogleFormat.GENERATE_CONTENT.request().apply(GoogleModels.wire(body));
        return sentTo(request, config == null ? Optional.empty() : config.httpOptions())
                .model(model);
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
