package dev.sentryai.telemetry.repair;

import dev.sentryai.protocol.CommonAttributes;
import dev.sentryai.protocol.GenAiAttributes;
import dev.sentryai.telemetry.SpanRecord;
import dev.sentryai.telemetry.repair.tree.ArrayNode;
import dev.sentryai.telemetry.repair.tree.Node;
import dev.sentryai.telemetry.rules.Finding;
import dev.sentryai.telemetry.rules.Severity;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Repairs that rename, set or remove attributes. */
final class AttributeRepairs {

    private static final String MCP_TRANSPORT = "mcp.transport";
    private static final Map<String, String> NETWORK_OF_MCP = Map.of("stdio", "pipe", "http", "tcp", "sse", "tcp");

    private static final List<String> REMOVED = List.of(
            "GENAI077",
            "GENAI078",
            "GENAI079",
            "GENAI083",
            "GENAI103",
            "GENAI104",
            "GENAI158",
            "GENAI160",
            "GENAI195",
            "GENAI230",
            "GENAI231");

    private static final List<String> RENAMED = List.of("GENAI062", "GENAI063", "GENAI064", "GENAI084");

    private static final List<String> SET = List.of("GENAI095", "GENAI097", "GENAI114", "GENAI118");

    private AttributeRepairs() {}

    static Map<String, SpanRepair> all() {
        Map<String, SpanRepair> all = new HashMap<>();
        REMOVED.forEach(rule -> all.put(rule, (span, finding) -> span.remove(key(finding))));
        RENAMED.forEach(rule -> all.put(rule, AttributeRepairs::rename));
        SET.forEach(rule -> all.put(rule, AttributeRepairs::set));
        all.put("GENAI053", AttributeRepairs::segmentNameSource);
        all.put("GENAI066", AttributeRepairs::removeWithoutReplacement);
        all.put("GENAI067", AttributeRepairs::rename);
        all.put("GENAI111", AttributeRepairs::responseModel);
        all.put("GENAI123", AttributeRepairs::finishReasons);
        all.put("GENAI145", AttributeRepairs::total);
        all.put("GENAI155", AttributeRepairs::milliseconds);
        all.put("GENAI161", AttributeRepairs::measurement);
        all.put("GENAI191", AttributeRepairs::resultSize);
        all.put("GENAI217", AttributeRepairs::conversationId);
        all.put("GENAI236", AttributeRepairs::user);
        all.put("GENAI266", AttributeRepairs::transport);
        all.put("GENAI268", AttributeRepairs::operationName);
        return all;
    }

    private static String key(Finding finding) {
        return String.valueOf(finding.attribute());
    }

    private static void rename(SpanEdits span, Finding finding) {
        String other = LabelRepairs.expectedText(finding);
        String network = NETWORK_OF_MCP.get(String.valueOf(span.attribute(key(finding))));
        if (CommonAttributes.NETWORK_TRANSPORT.equals(other) && network != null) {
            renameTransport(span, network);
        } else if (other != null) {
            span.rename(key(finding), other);
        }
    }

    /** What used to be one attribute has other values under its new name. */
    private static void renameTransport(SpanEdits span, String network) {
        if (span.attribute(CommonAttributes.NETWORK_TRANSPORT) == null) {
            span.put(CommonAttributes.NETWORK_TRANSPORT, network);
        }
        span.remove(MCP_TRANSPORT);
    }

    private static void set(SpanEdits span, Finding finding) {
        String value = LabelRepairs.expectedText(finding);
        if (value != null) {
            span.put(key(finding), value);
        }
    }

    /** Where another attribute takes its place, that has to be there, unless this one says only that nothing happened. */
    private static void removeWithoutReplacement(SpanEdits span, Finding finding) {
        String other = finding.expected();
        boolean saysNothing = Boolean.FALSE.equals(span.attribute(key(finding)));
        if (other == null || saysNothing || span.attribute(other) != null) {
            span.remove(key(finding));
        }
    }

    /** On spans that are no segment it says nothing; what a segment's name comes from only the sender knows. */
    private static void segmentNameSource(SpanEdits span, Finding finding) {
        if (!span.span().segment()) {
            span.remove(CommonAttributes.SENTRY_SEGMENT_NAME_SOURCE);
        }
    }

    /** What Sentry assumes, too. */
    private static void responseModel(SpanEdits span, Finding finding) {
        span.span().requestModel().ifPresent(model -> span.put(GenAiAttributes.RESPONSE_MODEL, model));
    }

    /** A list, or the text of one in the notation of Python. */
    private static void finishReasons(SpanEdits span, Finding finding) {
        Object value = span.attribute(key(finding));
        if (value instanceof List<?>) {
            span.stringify(key(finding));
        } else if (value instanceof String text) {
            String json = text.replace('\'', '"');
            Node.find(json)
                    .filter(node -> node instanceof ArrayNode list
                            && list.values().stream()
                                    .allMatch(reason -> reason.text().isPresent()))
                    .ifPresent(node -> span.put(key(finding), json));
        }
    }

    private static void total(SpanEdits span, Finding finding) {
        String sum = LabelRepairs.expectedText(finding);
        if (sum != null) {
            span.put(key(finding), Long.valueOf(sum));
        }
    }

    private static void milliseconds(SpanEdits span, Finding finding) {
        if (finding.severity() != Severity.ERROR && span.attribute(key(finding)) instanceof Number number) {
            span.put(key(finding), number.doubleValue() / 1000);
        }
    }

    private static void measurement(SpanEdits span, Finding finding) {
        String attribute = LabelRepairs.expectedText(finding);
        String pointer = String.valueOf(finding.pointer());
        Object value = span.at(pointer + "/value");
        if (attribute != null && span.attribute(attribute) == null && value instanceof Number number) {
            span.put(attribute, number.longValue());
        }
        if (attribute != null && (span.attribute(attribute) != null || value instanceof Number)) {
            span.removeAt(pointer);
        }
    }

    /** How long a result was that is cut off by now, nobody knows. */
    private static void resultSize(SpanEdits span, Finding finding) {
        String result = span.text(GenAiAttributes.TOOL_CALL_RESULT).orElse("…");
        String bytes = LabelRepairs.expectedText(finding);
        if (bytes != null && !result.endsWith("...") && !result.endsWith("…")) {
            span.put(key(finding), Long.valueOf(bytes));
        }
    }

    /** Only where all spans of the trace that have an id have the same one. */
    private static void conversationId(SpanEdits span, Finding finding) {
        Set<String> ids = span.trace().stream()
                .flatMap(other -> other.conversationId().stream())
                .filter(id -> !id.isBlank())
                .collect(Collectors.toSet());
        if (ids.size() == 1) {
            for (SpanRecord other : span.trace()) {
                if (other.isAi()
                        && other.conversationId().filter(id -> !id.isBlank()).isEmpty()) {
                    span.of(other)
                            .put(GenAiAttributes.CONVERSATION_ID, ids.iterator().next());
                }
            }
        }
    }

    private static void user(SpanEdits span, Finding finding) {
        if (finding.attribute() != null) {
            span.remove(finding.attribute());
        } else if (finding.pointer() != null) {
            span.removeAt(finding.pointer());
        }
    }

    /** Each tells about the other one, except that HTTP may be used with or without a stream of events. */
    private static void transport(SpanEdits span, Finding finding) {
        Object mcp = span.attribute(MCP_TRANSPORT);
        Object network = span.attribute(CommonAttributes.NETWORK_TRANSPORT);
        String networkOfMcp = mcp == null ? null : NETWORK_OF_MCP.get(mcp.toString());
        if (networkOfMcp != null) {
            span.put(CommonAttributes.NETWORK_TRANSPORT, networkOfMcp);
        } else if (mcp == null && "pipe".equals(network)) {
            span.put(MCP_TRANSPORT, "stdio");
        }
    }

    private static void operationName(SpanEdits span, Finding finding) {
        if (finding.expected() == null) {
            span.remove(key(finding));
        } else {
            set(span, finding);
        }
    }
}
