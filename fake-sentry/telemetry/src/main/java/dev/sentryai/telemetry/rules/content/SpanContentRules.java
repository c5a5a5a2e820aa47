package dev.sentryai.telemetry.rules.content;

import dev.sentryai.protocol.GenAiAttributes;
import dev.sentryai.protocol.GenAiOps;
import dev.sentryai.protocol.OperationType;
import dev.sentryai.telemetry.json.JsonObject;
import dev.sentryai.telemetry.json.JsonReader;
import dev.sentryai.telemetry.json.MalformedJsonException;
import dev.sentryai.telemetry.rules.fact.Fact;
import dev.sentryai.telemetry.rules.subject.Count;
import dev.sentryai.telemetry.rules.subject.Rule;
import dev.sentryai.telemetry.rules.subject.SpanSubject;
import dev.sentryai.telemetry.rules.subject.Violation;
import dev.sentryai.telemetry.rules.subject.content.ContentKind;
import dev.sentryai.telemetry.rules.subject.content.ContentSubject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Content against the rest of its span: GENAI187, GENAI191, GENAI194 and GENAI197. */
public final class SpanContentRules {

    private static final String RESPONSE_TEXT = "gen_ai.response.text";
    private static final String RESPONSE_TOOL_CALLS = "gen_ai.response.tool_calls";

    private static final String ORIGINAL_LENGTH = "sentry.sdk_meta.gen_ai.input.messages.original_length";

    private SpanContentRules() {}

    public static List<Rule<SpanSubject>> all() {
        return List.of(
                Rule.of("GENAI187", SpanContentRules::lostInTransformation, Fact.CONTENT),
                Rule.of("GENAI191", SpanContentRules::resultSize, Fact.SIZE),
                Rule.of("GENAI194", SpanContentRules::markedAsTruncated, Fact.SIZE),
                Rule.of("GENAI197", SpanContentRules::misplaced, Fact.AI, Fact.CONTENT));
    }

    /** Relay builds one output message of both attributes and removes them, also where no message came about. */
    static void lostInTransformation(SpanSubject span, Consumer<Violation> found) {
        Object text = span.attributes().get(RESPONSE_TEXT);
        Object calls = span.attributes().get(RESPONSE_TOOL_CALLS);
        if ((text == null && calls == null) || span.attributes().get(GenAiAttributes.OUTPUT_MESSAGES) != null) {
            return;
        }
        if (!makesTextPart(text) && !makesToolCall(calls) && (saysSomething(text) || saysSomething(calls))) {
            found.accept(new Violation().attribute(text == null ? RESPONSE_TOOL_CALLS : RESPONSE_TEXT));
        }
    }

    private static boolean saysSomething(@Nullable Object value) {
        return value instanceof String text && text.length() > 2 && !text.equals("null");
    }

    private static boolean makesTextPart(@Nullable Object value) {
        if (!(value instanceof String text)) {
            return false;
        }
        Object json = parse(text);
        if (json instanceof List<?> list) {
            return list.stream()
                    .anyMatch(element -> element instanceof String
                            || (element instanceof JsonObject object && object.get("content") != null));
        }
        return !(json instanceof JsonObject object) || object.get("content") != null;
    }

    private static boolean makesToolCall(@Nullable Object value) {
        return value instanceof String text
                && parse(text) instanceof List<?> list
                && list.stream().anyMatch(JsonObject.class::isInstance);
    }

    private static @Nullable Object parse(String text) {
        try {
            return JsonReader.read(text);
        } catch (MalformedJsonException e) {
            return text;
        }
    }

    static void resultSize(SpanSubject span, Consumer<Violation> found) {
        Count size = span.count(GenAiAttributes.TOOL_CALL_RESULT_SIZE);
        String result = size == null
                ? null
                : span.text(GenAiAttributes.TOOL_CALL_RESULT).orElse(null);
        if (size == null || result == null || result.equals(ContentSubject.FILTERED)) {
            return;
        }
        long bytes = result.getBytes(StandardCharsets.UTF_8).length;
        boolean truncated = result.endsWith("...") || result.endsWith("…");
        if (truncated ? size.tokens() < bytes : size.tokens() != bytes) {
            found.accept(new Violation()
                    .attribute(GenAiAttributes.TOOL_CALL_RESULT_SIZE)
                    .expected(bytes)
                    .actual(size.tokens()));
        }
    }

    /** SDKs that leave messages out tell how many there were. */
    static void markedAsTruncated(SpanSubject span, Consumer<Violation> found) {
        Count original = span.count(ORIGINAL_LENGTH);
        ContentSubject messages = original == null ? null : span.content(ContentKind.INPUT_MESSAGES);
        if (original != null
                && messages != null
                && !messages.messages().isEmpty()
                && original.tokens() > messages.messages().size()) {
            found.accept(new Violation().attribute(messages.key()));
        }
    }

    static void misplaced(SpanSubject span, Consumer<Violation> found) {
        if (!span.isAi() || span.contents().isEmpty()) {
            return;
        }
        OperationType type = span.operationType();
        for (ContentSubject content : span.contents()) {
            if (!belongs(content.kind(), type, span)) {
                found.accept(new Violation()
                        .attribute(content.key())
                        .with("op", span.op().or(span::operationName).orElse("the span")));
            }
        }
    }

    private static boolean belongs(ContentKind kind, OperationType type, SpanSubject span) {
        return switch (kind) {
            case ARGUMENTS, RESULT -> type != OperationType.AI_CLIENT && type != OperationType.AGENT;
            case INPUT_MESSAGES, OUTPUT_MESSAGES, INSTRUCTIONS, DEFINITIONS ->
                type != OperationType.TOOL && type != OperationType.MEMORY;
            case EMBEDDINGS_INPUT -> span.isOperation(GenAiOps.EMBEDDINGS);
            case MEMORY_RECORDS -> type == OperationType.MEMORY;
            default -> true;
        };
    }
}
