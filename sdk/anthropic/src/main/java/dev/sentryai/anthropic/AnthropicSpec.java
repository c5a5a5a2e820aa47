package dev.sentryai.anthropic;

import com.anthropic.core.http.AsyncStreamResponse;
import com.anthropic.core.http.HttpResponseFor;
import com.anthropic.core.http.StreamResponse;
import com.anthropic.models.messages.MessageCountTokensParams;
import com.anthropic.models.messages.MessageCreateParams;
import dev.sentryai.format.WireOperation;
import dev.sentryai.format.anthropic.AnthropicFormat;
import dev.sentryai.instrument.Instrumentation;
import dev.sentryai.proxy.ClientSpec;
import dev.sentryai.proxy.ClientTypes;
import dev.sentryai.proxy.Operation;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Tells the engine what the Anthropic client consists of and which of its calls are recorded. */
final class AnthropicSpec {

    private static final ClientTypes TYPES = new ClientTypes(
            Set.of("com.anthropic.client", "com.anthropic.services"),
            StreamResponse.class,
            AsyncStreamResponse.class,
            HttpResponseFor.class,
            Map.of("toolRunner", ToolRunners::of, "thread", MessageThreads::of));

    /** Beta messages have classes of their own, which are the same on the wire. */
    private static final List<Operation> OPERATIONS = List.of(
            whole(MessageCreateParams.class),
            whole(com.anthropic.models.beta.messages.MessageCreateParams.class),
            streamed(MessageCreateParams.class),
            streamed(com.anthropic.models.beta.messages.MessageCreateParams.class),
            tokenCount(MessageCountTokensParams.class),
            tokenCount(com.anthropic.models.beta.messages.MessageCountTokensParams.class));

    private AnthropicSpec() {}

    static ClientSpec of(AnthropicOptions options) {
        return new ClientSpec(
                new Instrumentation("anthropic", options.recordInputs(), options.recordOutputs()),
                TYPES,
                OPERATIONS,
                client -> BaseUrl.endpointOf(client, options.providerName()),
                AnthropicErrors::read);
    }

    private static Operation whole(Class<?> params) {
        return operation("create", params, AnthropicFormat.MESSAGES);
    }

    private static Operation streamed(Class<?> params) {
        WireOperation messages = AnthropicFormat.MESSAGES;
        return new Operation(
                "createStreaming",
                params,
                request ->
                        messages.request().apply(AnthropicModels.wire(request)).streaming(true),
                () -> messages.streamed().get().from(AnthropicModels::wire));
    }

    private static Operation tokenCount(Class<?> params) {
        return operation("countTokens", params, AnthropicFormat.TOKEN_COUNTS);
    }

    private static Operation operation(String method, Class<?> params, WireOperation operation) {
        return new Operation(
                method,
                params,
                request -> operation.request().apply(AnthropicModels.wire(request)),
                () -> operation.whole().get().from(AnthropicModels::wire));
    }
}
