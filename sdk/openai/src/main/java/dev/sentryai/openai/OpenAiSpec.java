package dev.sentryai.openai;

import com.openai.core.http.AsyncStreamResponse;
import com.openai.core.http.HttpResponseFor;
import com.openai.core.http.StreamResponse;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import com.openai.models.completions.CompletionCreateParams;
import com.openai.models.embeddings.EmbeddingCreateParams;
import com.openai.models.responses.ResponseCreateParams;
import dev.sentryai.instrument.GenAiRequest;
import dev.sentryai.instrument.GenAiResponse;
import dev.sentryai.instrument.Instrumentation;
import dev.sentryai.proxy.ClientSpec;
import dev.sentryai.proxy.ClientTypes;
import dev.sentryai.proxy.Operation;
import dev.sentryai.proxy.ResponseReader;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/** Tells the engine what the OpenAI client consists of and which of its calls are recorded. */
final class OpenAiSpec {

    private static final ClientTypes TYPES = new ClientTypes(
            Set.of("com.openai.client", "com.openai.services"),
            StreamResponse.class,
            AsyncStreamResponse.class,
            HttpResponseFor.class);

    private static final List<Operation> OPERATIONS = List.of(
            whole(ChatCompletionCreateParams.class, Chat::request, Chat::response),
            streamed(ChatCompletionCreateParams.class, Chat::request, ChatChunks::new),
            whole(ResponseCreateParams.class, Responses::request, Responses::response),
            streamed(ResponseCreateParams.class, Responses::request, ResponseEvents::new),
            whole(EmbeddingCreateParams.class, Embeddings::request, Embeddings::response),
            whole(CompletionCreateParams.class, Completions::request, Completions::response),
            streamed(CompletionCreateParams.class, Completions::request, ChatChunks::new));

    private OpenAiSpec() {}

    static ClientSpec of(OpenAiOptions options) {
        return new ClientSpec(
                new Instrumentation("openai", options.recordInputs(), options.recordOutputs()),
                TYPES,
                OPERATIONS,
                client -> BaseUrl.endpointOf(client, options.providerName()),
                OpenAiErrors::read);
    }

    private static Operation whole(
            Class<?> params, Function<Object, GenAiRequest.Builder> request, Function<Object, GenAiResponse> response) {
        return new Operation("create", params, request, () -> ResponseReader.of(response));
    }

    private static Operation streamed(
            Class<?> params, Function<Object, GenAiRequest.Builder> request, Supplier<ResponseReader> reader) {
        return new Operation("createStreaming", params, request.andThen(builder -> builder.streaming(true)), reader);
    }
}
