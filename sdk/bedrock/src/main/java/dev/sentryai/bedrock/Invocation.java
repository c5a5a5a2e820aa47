package dev.sentryai.bedrock;

import dev.sentryai.format.WireOperation;
import dev.sentryai.format.bedrock.BedrockFormat;
import dev.sentryai.instrument.GenAiRequest;
import dev.sentryai.instrument.GenAiResponse;
import dev.sentryai.instrument.ResponseReader;
import dev.sentryai.protocol.TokenUsage;
import dev.sentryai.protocol.json.Json;
import dev.sentryai.protocol.json.MalformedJsonException;
import dev.sentryai.wire.Wire;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.services.bedrockruntime.model.InvokeModelRequest;
import software.amazon.awssdk.services.bedrockruntime.model.InvokeModelResponse;
import software.amazon.awssdk.services.bedrockruntime.model.InvokeModelWithResponseStreamRequest;
import software.amazon.awssdk.services.bedrockruntime.model.PayloadPart;

/**
 * A request that invokes a model in its maker's format.
 *
 * @param modelId where it is sent; null if the application left it out
 * @param body what is sent; likewise
 */
record Invocation(@Nullable String modelId, @Nullable SdkBytes body) {

    static Invocation of(InvokeModelRequest request) {
        return new Invocation(request.modelId(), request.body());
    }

    static Invocation of(InvokeModelWithResponseStreamRequest request) {
        return new Invocation(request.modelId(), request.body());
    }

    GenAiRequest.Builder request() {
        return operation().request().apply(json(body));
    }

    ResponseReader<Object> whole() {
        return ResponseReader.of(response -> whole((InvokeModelResponse) response));
    }

    private GenAiResponse whole(InvokeModelResponse response) {
        TokenUsage counted = counted(response.sdkHttpResponse());
        ResponseReader<Wire> reader = operation().whole().get();
        if (counted.isEmpty() || !answersWithVectors()) {
            reader.accept(json(response.body()));
        }
        return GenAiResponse.builder().usage(counted).from(reader.response()).build();
    }

    /** @param http null in a response that the application made itself */
    private TokenUsage counted(@Nullable SdkHttpResponse http) {
        return http == null
                ? TokenUsage.NONE
                : operation()
                        .headers()
                        .usage()
                        .apply(name -> http.firstMatchingHeader(name).orElse(null));
    }

    /** There is nothing but tokens to be read from these, while there may be very many of them. */
    private boolean answersWithVectors() {
        return modelId != null && modelId.contains("embed");
    }

    ResponseReader<Object> streamed() {
        return operation().streamed().get().from(Invocation::event);
    }

    private WireOperation operation() {
        return BedrockFormat.invokeModel(modelId == null ? "" : modelId);
    }

    private static Wire event(Object event) {
        return event instanceof PayloadPart part ? json(part.bytes()) : Wire.nothing();
    }

    /** Returns what a body says; nothing if it is no JSON, as images are none. The bytes are read in place. */
    private static Wire json(@Nullable SdkBytes body) {
        if (body == null) {
            return Wire.nothing();
        }
        try {
            return Wire.of(Json.read(body.asByteArrayUnsafe()));
        } catch (MalformedJsonException e) {
            return Wire.nothing();
        }
    }
}
