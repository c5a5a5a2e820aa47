package dev.sentryai.google;

import com.google.genai.types.Content;
import com.google.genai.types.FunctionCall;
import com.google.genai.types.FunctionDeclaration;
import com.google.genai.types.FunctionResponse;
import com.google.genai.types.GenerateContentConfig;
import com.google.genai.types.Part;
import com.google.genai.types.Schema;
import com.google.genai.types.Tool;
import dev.sentryai.providertests.Question;
import dev.sentryai.providertests.ToolUse;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** Questions as requests. */
final class Requests {

    private static final String BASE64 = ";base64,";

    private Requests() {}

    static List<Content> contents(Question question) {
        List<Part> parts = new ArrayList<>();
        parts.add(Part.fromText(question.text()));
        if (question.imageUrl() != null) {
            parts.add(image(question.imageUrl()));
        }
        List<Content> contents = new ArrayList<>();
        contents.add(content("user", parts));
        if (question.toolUse() != null) {
            addToolUse(contents, question.toolUse());
        }
        return contents;
    }

    static GenerateContentConfig config(Question question) {
        GenerateContentConfig.Builder config = GenerateContentConfig.builder();
        if (question.instructions() != null) {
            config.systemInstruction(content("user", List.of(Part.fromText(question.instructions()))));
        }
        if (!question.tools().isEmpty()) {
            config.tools(question.tools().stream().map(Requests::tool).toList());
        }
        return config.build();
    }

    private static void addToolUse(List<Content> contents, ToolUse use) {
        FunctionCall call = FunctionCall.fromJson(
                "{\"id\":\"%s\",\"name\":\"%s\",\"args\":%s}".formatted(use.id(), use.tool(), use.argumentsJson()));
        FunctionResponse response = FunctionResponse.builder()
                .id(use.id())
                .name(use.tool())
                .response(Map.of("output", use.result()))
                .build();
        contents.add(content("model", List.of(Part.builder().functionCall(call).build())));
        contents.add(content(
                "user", List.of(Part.builder().functionResponse(response).build())));
    }

    static Content content(String role, List<Part> parts) {
        return Content.builder().role(role).parts(parts).build();
    }

    private static Part image(String url) {
        int comma = url.indexOf(BASE64);
        if (comma < 0) {
            return Part.fromUri(url, "image/png");
        }
        String mediaType = url.substring("data:".length(), comma);
        return Part.fromBytes(Base64.getDecoder().decode(url.substring(comma + BASE64.length())), mediaType);
    }

    private static Tool tool(String name) {
        return tool(name, Map.of("city", Schema.builder().type("STRING").build()));
    }

    static Tool tool(String name, Map<String, Schema> properties) {
        Schema parameters =
                Schema.builder().type("OBJECT").properties(properties).build();
        return Tool.builder()
                .functionDeclarations(FunctionDeclaration.builder()
                        .name(name)
                        .parameters(parameters)
                        .build())
                .build();
    }
}
