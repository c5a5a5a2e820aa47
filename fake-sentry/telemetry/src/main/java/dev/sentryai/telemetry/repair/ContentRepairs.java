package dev.sentryai.telemetry.repair;

import dev.sentryai.protocol.GenAiAttributes;
import dev.sentryai.telemetry.repair.content.ContentRepair;
import dev.sentryai.telemetry.repair.content.Messages;
import dev.sentryai.telemetry.repair.content.ResponseText;
import dev.sentryai.telemetry.repair.tree.ArrayNode;
import dev.sentryai.telemetry.repair.tree.Node;
import dev.sentryai.telemetry.repair.tree.ObjectNode;
import dev.sentryai.telemetry.rules.Finding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Repairs of content: those of one attribute, and those that move content from one attribute to another. */
final class ContentRepairs {

    private static final String INPUT = GenAiAttributes.INPUT_MESSAGES;
    private static final String OUTPUT = GenAiAttributes.OUTPUT_MESSAGES;
    private static final String INSTRUCTIONS = GenAiAttributes.SYSTEM_INSTRUCTIONS;
    private static final String REQUEST_MESSAGES = "gen_ai.request.messages";
    private static final String ORIGINAL_LENGTH = "sentry.sdk_meta.gen_ai.input.messages.original_length";
    private static final String RESPONSE_TEXT = "gen_ai.response.text";
    private static final String RESPONSE_TOOL_CALLS = "gen_ai.response.tool_calls";

    private ContentRepairs() {}

    static Map<String, SpanRepair> all() {
        Map<String, SpanRepair> all = new HashMap<>();
        ContentRepair.all().forEach((rule, repair) -> all.put(rule, (span, finding) -> apply(repair, span, finding)));
        all.put("GENAI065", ContentRepairs::reshape);
        all.put("GENAI183", ContentRepairs::moveInstructions);
        all.put("GENAI187", (span, finding) -> buildOutput(span));
        return all;
    }

    private static void apply(ContentRepair repair, SpanEdits span, Finding finding) {
        String key = String.valueOf(finding.attribute());
        span.text(key).ifPresent(text -> {
            Optional<Node> json = Node.find(text);
            int before = json.map(Messages::count).orElse(0);
            Node repaired = repair.repair(json.orElseGet(() -> Node.of(text)), finding);
            String result = json.isEmpty() ? repaired.text().orElseGet(repaired::toString) : repaired.toString();
            if (!result.equals(text)) {
                Map<String, @Nullable Object> values = new LinkedHashMap<>(Map.of(key, result));
                if (INPUT.equals(key)) {
                    values.putAll(counted(span, before - Messages.count(repaired)));
                }
                span.putAll(values);
            }
        });
    }

    /** Who counts messages that were cut off must not count those that a repair leaves out. */
    private static Map<String, Long> counted(SpanEdits span, int leftOut) {
        return leftOut > 0 && span.attribute(ORIGINAL_LENGTH) instanceof Long original
                ? Map.of(ORIGINAL_LENGTH, Math.max(0, original - leftOut))
                : Map.of();
    }

    /** As Sentry does it, which leaves the newer attribute alone where there is one. */
    private static void reshape(SpanEdits span, Finding finding) {
        if (!REQUEST_MESSAGES.equals(finding.attribute())) {
            buildOutput(span);
        } else if (span.attribute(INPUT) != null) {
            span.remove(REQUEST_MESSAGES);
        } else {
            span.text(REQUEST_MESSAGES).ifPresent(text -> {
                if (Node.find(text).isPresent()) {
                    span.rename(REQUEST_MESSAGES, INPUT);
                } else {
                    span.put(INPUT, Messages.ofText("user", text).toString());
                    span.remove(REQUEST_MESSAGES);
                }
            });
        }
    }

    private static void buildOutput(SpanEdits span) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        if (span.attribute(OUTPUT) == null) {
            ArrayNode parts = ResponseText.parts(
                    span.text(RESPONSE_TEXT).orElse(""),
                    span.text(RESPONSE_TOOL_CALLS).orElse(""));
            if (parts.values().isEmpty()) {
                return;
            }
            values.put(OUTPUT, Messages.ofParts("assistant", parts).toString());
        }
        for (String old : List.of(RESPONSE_TEXT, RESPONSE_TOOL_CALLS)) {
            if (span.attribute(old) != null) {
                values.put(old, null);
            }
        }
        span.putAll(values);
    }

    private static void moveInstructions(SpanEdits span, Finding finding) {
        Node messages = span.text(INPUT).flatMap(Node::find).orElse(null);
        Node known = Node.find(span.text(INSTRUCTIONS).orElse("[]")).orElse(null);
        if (!(messages instanceof ArrayNode list) || !(known instanceof ArrayNode instructions)) {
            return;
        }
        int before = Messages.count(list);
        List<Node> moved = new ArrayList<>();
        list.removeIf(element -> {
            boolean system = element instanceof ObjectNode message
                    && message.text("role").equals(Optional.of("system"))
                    && message.get("parts") instanceof ArrayNode parts
                    && moved.addAll(parts.values());
            return system;
        });
        if (!moved.isEmpty()) {
            moved.forEach(instructions::add);
            Map<String, @Nullable Object> values = new LinkedHashMap<>(counted(span, before - Messages.count(list)));
            values.put(INSTRUCTIONS, instructions.toString());
            values.put(INPUT, list.values().isEmpty() ? null : list.toString());
            span.putAll(values);
        }
    }
}
