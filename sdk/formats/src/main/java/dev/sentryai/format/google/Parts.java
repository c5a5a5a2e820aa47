package dev.sentryai.format.google;

import dev.sentryai.protocol.message.Part;
import dev.sentryai.wire.Wire;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads the parts of messages; each has one member, which is what it is. */
final class Parts {

    private static final String CODE_EXECUTION = "code_execution";

    private Parts() {}

    /** Returns the parts of a list, or the one that stands without a list. */
    static List<Part> of(Wire parts) {
        return of(parts.isList() || !parts.isPresent() ? parts.items() : List.of(parts));
    }

    /** Returns the parts; texts that follow each other, as in streams, are one. */
    static List<Part> of(List<Wire> parts) {
        List<Part> read = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        boolean isThought = false;
        for (Wire part : parts) {
            boolean thinks = Boolean.TRUE.equals(part.get("thought").plain());
            String more = part.get("text").text();
            if (more == null || thinks != isThought) {
                addText(read, text, isThought);
            }
            isThought = thinks;
            if (more == null) {
                other(part).ifPresent(read::add);
            } else {
                text.append(more);
            }
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
    private static Optional<Part> other(Wire part) {
        return member(part, "functionCall")
                .map(Parts::call)
                .or(() -> member(part, "functionResponse").map(Parts::result))
                .or(() -> member(part, "inlineData").map(Parts::binary))
                .or(() -> member(part, "fileData").map(Parts::file))
                .or(() -> member(part, "executableCode").map(Parts::code))
                .or(() -> member(part, "codeExecutionResult").map(Parts::codeResult))
                .or(() -> part.get("thoughtSignature").isPresent()
                        ? Optional.empty()
                        : Optional.of(new Part.Other("unknown", Map.of())));
    }

    private static Optional<Wire> member(Wire part, String name) {
        return Optional.of(Names.get(part, name)).filter(Wire::isPresent);
    }

    private static Part call(Wire call) {
        return new Part.ToolCall(
                call.get("id").text(),
                call.get("name").textOrEmpty(),
                call.get("args").plain());
    }

    private static Part result(Wire result) {
        return new Part.ToolCallResponse(
                result.get("id").text(), result.get("response").plain());
    }

    private static Part binary(Wire blob) {
        Wire mimeType = Names.get(blob, "mimeType");
        return new Part.Blob(modality(mimeType), mimeType.text());
    }

    private static Part file(Wire file) {
        Wire mimeType = Names.get(file, "mimeType");
        return Part.uri(modality(mimeType), Names.get(file, "fileUri").textOrEmpty(), mimeType.text());
    }

    private static String modality(Wire mimeType) {
        String kind = mimeType.textOrEmpty().toLowerCase(Locale.ROOT).split("/", 2)[0];
        return List.of("image", "audio", "video").contains(kind) ? kind : "document";
    }

    private static Part code(Wire code) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("name", CODE_EXECUTION);
        fields.put("server_tool_call", ofCode(code, "code"));
        return new Part.Other("server_tool_call", fields);
    }

    private static Part codeResult(Wire result) {
        return new Part.Other(
                "server_tool_call_response", Map.of("server_tool_call_response", ofCode(result, "outcome", "output")));
    }

    private static Map<String, Object> ofCode(Wire owner, String... names) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("type", CODE_EXECUTION);
        for (String name : names) {
            String text = owner.get(name).text();
            if (text != null) {
                fields.put(name, text);
            }
        }
        return fields;
    }
}
