package dev.sentryai.bedrock;

import dev.sentryai.providertests.Question;
import dev.sentryai.providertests.ToolUse;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.document.Document;
import software.amazon.awssdk.protocols.jsoncore.JsonNode;
import software.amazon.awssdk.services.bedrockruntime.model.ContentBlock;
import software.amazon.awssdk.services.bedrockruntime.model.ConversationRole;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseRequest;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseStreamRequest;
import software.amazon.awssdk.services.bedrockruntime.model.Message;
import software.amazon.awssdk.services.bedrockruntime.model.SystemContentBlock;
import software.amazon.awssdk.services.bedrockruntime.model.Tool;
import software.amazon.awssdk.services.bedrockruntime.model.ToolConfiguration;
import software.amazon.awssdk.services.bedrockruntime.model.ToolResultContentBlock;

/** Questions as requests. */
final class Requests {

    private static final String BASE64 = ";base64,";

    private Requests() {}

    static ConverseRequest whole(Question question) {
        return ConverseRequest.builder()
                .modelId(Question.MODEL)
                .inferenceConfig(config -> config.maxTokens(256))
                .system(instructions(question))
                .messages(messages(question))
                .toolConfig(tools(question))
                .build();
    }

    static ConverseStreamRequest streamed(Question question) {
        return ConverseStreamRequest.builder()
                .modelId(Question.MODEL)
                .inferenceConfig(config -> config.maxTokens(256))
                .system(instructions(question))
                .messages(messages(question))
                .toolConfig(tools(question))
                .build();
    }

    private static List<SystemContentBlock> instructions(Question question) {
        return question.instructions() == null
                ? List.of()
                : List.of(SystemContentBlock.fromText(question.instructions()));
    }

    private static List<Message> messages(Question question) {
        List<ContentBlock> said = new ArrayList<>(List.of(ContentBlock.fromText(question.text())));
        if (question.imageUrl() != null) {
            said.add(image(question.imageUrl()));
        }
        List<Message> messages = new ArrayList<>(List.of(message(ConversationRole.USER, said)));
        ToolUse use = question.toolUse();
        if (use != null) {
            messages.add(message(
                    ConversationRole.ASSISTANT,
                    List.of(ContentBlock.fromToolUse(block ->
                            block.toolUseId(use.id()).name(use.tool()).input(document(use.argumentsJson()))))));
            messages.add(message(
                    ConversationRole.USER,
                    List.of(ContentBlock.fromToolResult(block ->
                            block.toolUseId(use.id()).content(ToolResultContentBlock.fromText(use.result()))))));
        }
        return messages;
    }

    static Message message(ConversationRole role, List<ContentBlock> content) {
        return Message.builder().role(role).content(content).build();
    }

    private static ContentBlock image(String url) {
        String data = url.substring(url.indexOf(BASE64) + BASE64.length());
        SdkBytes bytes = SdkBytes.fromByteArray(Base64.getDecoder().decode(data));
        return ContentBlock.fromImage(image -> image.format("png").source(source -> source.bytes(bytes)));
    }

    private static @Nullable ToolConfiguration tools(Question question) {
        if (question.tools().isEmpty()) {
            return null;
        }
        Document schema = document("{\"type\":\"object\",\"properties\":{\"city\":{\"type\":\"string\"}}}");
        List<Tool> tools = question.tools().stream()
                .map(name -> Tool.fromToolSpec(tool -> tool.name(name).inputSchema(input -> input.json(schema))))
                .toList();
        return ToolConfiguration.builder().tools(tools).build();
    }

    private static Document document(String json) {
        return document(JsonNode.parser().parse(json));
    }

    private static Document document(JsonNode node) {
        if (node.isString()) {
            return Document.fromString(node.asString());
        }
        Map<String, Document> members = new LinkedHashMap<>();
        node.asObject().forEach((name, member) -> members.put(name, document(member)));
        return Document.fromMap(members);
    }
}
