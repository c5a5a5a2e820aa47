package dev.sentryai.google;

import com.google.genai.types.Blob;
import com.google.genai.types.CodeExecutionResult;
import com.google.genai.types.ExecutableCode;
import com.google.genai.types.FileData;
import com.google.genai.types.FunctionCall;
import com.google.genai.types.FunctionResponse;
import dev.sentryai.protocol.message.Part;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads the parts of messages. */
final class Parts {

    private static final String CODE_EXECUTION = "code_execution";

    private Parts() {}

    /** Returns the parts; texts that follow each other, as in streams, are one. */
    static List<Part> of(List<com.google.genai.types.Part> parts) {
        List<Part> read = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        boolean isThought = false;
        for (com.google.genai.types.Part part : parts) {
            boolean thinks = part.thought().orElse(false);
            if (part.text().isEmpty() || thinks != isThought) {
                addText(read, text, isThought);
            }
            isThought = thinks;
            part.text().ifPresentOrElse(text::append, () -> other(part).ifPresent(read::add));
        }
        addText(read, text, isThought);
        return read;
    }

    private static void addText(List<Part> parts, StringBuilder text, boolean isThought) {
        if (!text.isEmpty()) {
            parts.add(isThought ? new Part.Reasoning(text.toString()) : new Part.Text(text.toString()));
            text.setLength(0);
        }
    }

    /** Returns what is no text; empty for what only carries a signature. Unknown kinds may be binary, so none is taken along. */
    private static Optional<Part> other(com.google.genai.types.Part part) {
        return part.functionCall()
                .map(Parts::call)
                .or(() -> part.functionResponse().map(Parts::result))
                .or(() -> part.inlineData().map(Parts::binary))
                .or(() -> part.fileData().map(Parts::file))
                .or(() -> part.executableCode().map(Parts::code))
                .or(() -> part.codeExecutionResult().map(Parts::codeResult))
                .or(() -> part.thoughtSignature().isPresent()
                        ? Optional.empty()
                        : Optional.of(new Part.Other("unknown", Map.of())));
    }

    private static Part call(FunctionCall call) {
        return new Part.ToolCall(
                call.id().orElse(null), call.name().orElse(""), call.args().orElse(null));
    }

    private static Part result(FunctionResponse result) {
        return new Part.ToolCallResponse(
                result.id().orElse(null), result.response().orElse(null));
    }

    private static Part binary(Blob blob) {
        String mimeType = blob.mimeType().orElse(null);
        return new Part.Blob(modality(blob.mimeType().orElse("")), mimeType);
    }

    private static Part file(FileData file) {
        String mimeType = file.mimeType().orElse("");
        return Part.uri(
                modality(mimeType), file.fileUri().orElse(""), file.mimeType().orElse(null));
    }

    private static String modality(String mimeType) {
        String kind = mimeType.toLowerCase(Locale.ROOT).split("/", 2)[0];
        return List.of("image", "audio", "video").contains(kind) ? kind : "document";
    }

    private static Part code(ExecutableCode code) {
        Map<String, Object> call = ofCode();
        code.code().ifPresent(text -> call.put("code", text));
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("name", CODE_EXECUTION);
        fields.put("server_tool_call", call);
        return new Part.Other("server_tool_call", fields);
    }

    private static Part codeResult(CodeExecutionResult result) {
        Map<String, Object> response = ofCode();
        result.outcome().ifPresent(outcome -> response.put("outcome", outcome.toString()));
        result.output().ifPresent(output -> response.put("output", output));
        return new Part.Other("server_tool_call_response", Map.of("server_tool_call_response", response));
    }

    private static Map<String, Object> ofCode() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("type", CODE_EXECUTION);
        return fields;
    }
}
