package dev.sentryai.openai;

import com.openai.client.OpenAIClient;
import com.openai.core.JsonValue;
import com.openai.models.FunctionDefinition;
import com.openai.models.FunctionParameters;
import com.openai.models.chat.completions.ChatCompletion;
import com.openai.models.chat.completions.ChatCompletionAssistantMessageParam;
import com.openai.models.chat.completions.ChatCompletionChunk;
import com.openai.models.chat.completions.ChatCompletionContentPart;
import com.openai.models.chat.completions.ChatCompletionContentPartImage;
import com.openai.models.chat.completions.ChatCompletionContentPartText;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import com.openai.models.chat.completions.ChatCompletionMessageFunctionToolCall;
import com.openai.models.chat.completions.ChatCompletionStreamOptions;
import com.openai.models.chat.completions.ChatCompletionToolMessageParam;
import com.openai.models.embeddings.EmbeddingCreateParams;
import dev.sentryai.fixtures.FakeLlm;
import dev.sentryai.fixtures.Stubbing;
import dev.sentryai.providertests.AnswerStream;
import dev.sentryai.providertests.Provider;
import dev.sentryai.providertests.Question;
import dev.sentryai.providertests.ToolUse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/** OpenAI asked by chat completions. */
final class ChatProvider implements Provider<OpenAIClient> {

    @Override
    public Names names() {
        return new Names("chat", "openai", "auto.ai.openai", "stop", "stop");
    }

    @Override
    public Stubbing script(FakeLlm llm) {
        return llm.onChat();
    }

    @Override
    public OpenAIClient connect(FakeLlm llm, int maxRetries) {
        return Clients.builder(llm).maxRetries(maxRetries).build();
    }

    @Override
    public OpenAIClient wrap(OpenAIClient client) {
        return SentryOpenAi.wrap(client);
    }

    @Override
    public OpenAIClient wrap(OpenAIClient client, boolean recordInputs, boolean recordOutputs) {
        return SentryOpenAi.wrap(
                client, OpenAiOptions.defaults().withRecordInputs(recordInputs).withRecordOutputs(recordOutputs));
    }

    @Override
    public String ask(OpenAIClient client, Question question) {
        return text(client.chat().completions().create(params(question)));
    }

    @Override
    public CompletableFuture<String> askAsync(OpenAIClient client, Question question) {
        return client.async().chat().completions().create(params(question)).thenApply(ChatProvider::text);
    }

    @Override
    public boolean embed(OpenAIClient client, String text) {
        client.embeddings()
                .create(EmbeddingCreateParams.builder()
                        .model("text-embedding-3-small")
                        .input(text)
                        .build());
        return true;
    }

    @Override
    public AnswerStream stream(OpenAIClient client, Question question) {
        ChatCompletionCreateParams params = params(question).toBuilder()
                .streamOptions(
                        ChatCompletionStreamOptions.builder().includeUsage(true).build())
                .build();
        return new StreamOf<>(client.chat().completions().createStreaming(params), ChatProvider::text);
    }

    static ChatCompletionCreateParams params(Question question) {
        ChatCompletionCreateParams.Builder params =
                ChatCompletionCreateParams.builder().model(Question.MODEL);
        if (question.instructions() != null) {
            params.addSystemMessage(question.instructions());
        }
        if (question.imageUrl() == null) {
            params.addUserMessage(question.text());
        } else {
            params.addUserMessageOfArrayOfContentParts(List.of(text(question.text()), image(question.imageUrl())));
        }
        question.tools().forEach(tool -> params.addFunctionTool(function(tool)));
        if (question.toolUse() != null) {
            addToolUse(params, question.toolUse());
        }
        return params.build();
    }

    private static void addToolUse(ChatCompletionCreateParams.Builder params, ToolUse use) {
        params.addMessage(ChatCompletionAssistantMessageParam.builder()
                .addToolCall(ChatCompletionMessageFunctionToolCall.builder()
                        .id(use.id())
                        .function(ChatCompletionMessageFunctionToolCall.Function.builder()
                                .name(use.tool())
                                .arguments(use.argumentsJson())
                                .build())
                        .build())
                .build());
        params.addMessage(ChatCompletionToolMessageParam.builder()
                .toolCallId(use.id())
                .content(use.result())
                .build());
    }

    private static ChatCompletionContentPart text(String text) {
        return ChatCompletionContentPart.ofText(
                ChatCompletionContentPartText.builder().text(text).build());
    }

    private static ChatCompletionContentPart image(String url) {
        return ChatCompletionContentPart.ofImageUrl(ChatCompletionContentPartImage.builder()
                .imageUrl(ChatCompletionContentPartImage.ImageUrl.builder()
                        .url(url)
                        .build())
                .build());
    }

    private static FunctionDefinition function(String name) {
        return FunctionDefinition.builder()
                .name(name)
                .parameters(FunctionParameters.builder()
                        .putAdditionalProperty("type", JsonValue.from("object"))
                        .putAdditionalProperty("properties", JsonValue.from(Map.of("city", Map.of("type", "string"))))
                        .build())
                .build();
    }

    private static String text(ChatCompletion completion) {
        return completion.choices().stream()
                .map(choice -> choice.message().content().orElse(""))
                .collect(Collectors.joining());
    }

    private static String text(ChatCompletionChunk chunk) {
        return chunk.choices().stream()
                .map(choice -> choice.delta().content().orElse(""))
                .collect(Collectors.joining());
    }
}
