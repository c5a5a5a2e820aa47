package dev.sentryai.openai;

import com.openai.core.http.AsyncStreamResponse;
import com.openai.core.http.HttpResponseFor;
import com.openai.core.http.StreamResponse;
import com.openai.models.audio.speech.SpeechCreateParams;
import com.openai.models.audio.transcriptions.TranscriptionCreateParams;
import com.openai.models.audio.translations.TranslationCreateParams;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import com.openai.models.completions.CompletionCreateParams;
import com.openai.models.embeddings.EmbeddingCreateParams;
import com.openai.models.images.ImageCreateVariationParams;
import com.openai.models.images.ImageEditParams;
import com.openai.models.images.ImageGenerateParams;
import com.openai.models.moderations.ModerationCreateParams;
import com.openai.models.responses.ResponseCreateParams;
import dev.sentryai.format.WireOperation;
import dev.sentryai.format.openai.OpenAiFormat;
import dev.sentryai.instrument.GenAiResponse;
import dev.sentryai.instrument.Instrumentation;
import dev.sentryai.instrument.ResponseReader;
import dev.sentryai.proxy.ClientSpec;
import dev.sentryai.proxy.ClientTypes;
import dev.sentryai.proxy.Operation;
import java.util.List;
import java.util.Set;

/** Tells the engine what the OpenAI client consists of and which of its calls are recorded. */
final class OpenAiSpec {

    private static final ClientTypes TYPES = new ClientTypes(
            Set.of("com.openai.client", "com.openai.services"),
            StreamResponse.class,
            AsyncStreamResponse.class,
            HttpResponseFor.class);

    @SuppressWarnings("deprecation") // what OpenAI gives up is recorded as long as it is there
    private static final List<Operation> OPERATIONS = List.of(
            whole(ChatCompletionCreateParams.class, OpenAiFormat.CHAT_COMPLETIONS),
            streamed(ChatCompletionCreateParams.class, OpenAiFormat.CHAT_COMPLETIONS),
            whole(ResponseCreateParams.class, OpenAiFormat.RESPONSES),
            streamed(ResponseCreateParams.class, OpenAiFormat.RESPONSES),
            whole(EmbeddingCreateParams.class, OpenAiFormat.EMBEDDINGS),
            whole(CompletionCreateParams.class, OpenAiFormat.COMPLETIONS),
            streamed(CompletionCreateParams.class, OpenAiFormat.COMPLETIONS),
            media("generate", ImageGenerateParams.class, OpenAiFormat.IMAGE_GENERATION),
            media("generateStreaming", ImageGenerateParams.class, OpenAiFormat.IMAGE_GENERATION),
            media("edit", ImageEditParams.class, OpenAiFormat.IMAGE_EDIT),
            media("editStreaming", ImageEditParams.class, OpenAiFormat.IMAGE_EDIT),
            media("createVariation", ImageCreateVariationParams.class, OpenAiFormat.IMAGE_VARIATION),
            media("create", TranscriptionCreateParams.class, OpenAiFormat.TRANSCRIPTION),
            media("createStreaming", TranscriptionCreateParams.class, OpenAiFormat.TRANSCRIPTION),
            media("create", TranslationCreateParams.class, OpenAiFormat.TRANSLATION),
            media("create", SpeechCreateParams.class, OpenAiFormat.SPEECH),
            media("create", ModerationCreateParams.class, OpenAiFormat.MODERATION));

    private OpenAiSpec() {}

    static ClientSpec of(OpenAiOptions options) {
        return new ClientSpec(
                new Instrumentation("openai", options.recordInputs(), options.recordOutputs()),
                TYPES,
                OPERATIONS,
                client -> BaseUrl.endpointOf(client, options.providerName()),
                OpenAiErrors::read);
    }

    private static Operation whole(Class<?> params, WireOperation operation) {
        return new Operation(
                "create",
                params,
                request -> operation.request().apply(OpenAiModels.wire(request)),
                () -> operation.whole().get().from(OpenAiModels::wire));
    }

    private static Operation streamed(Class<?> params, WireOperation operation) {
        return new Operation(
                "createStreaming",
                params,
                request -> operation.request().apply(OpenAiModels.wire(request)).streaming(true),
                () -> operation.streamed().get().from(OpenAiModels::wire));
    }

    /** Responses are not even looked at: a sound that is read twice would be half a sound. */
    private static Operation media(String method, Class<?> params, WireOperation operation) {
        return new Operation(
                method,
                params,
                request -> operation.request().apply(OpenAiModels.wire(request)),
                () -> ResponseReader.of(response -> GenAiResponse.NONE));
    }
}
