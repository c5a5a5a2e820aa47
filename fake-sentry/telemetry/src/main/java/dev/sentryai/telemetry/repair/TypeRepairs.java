package dev.sentryai.telemetry.repair;

import dev.sentryai.protocol.json.Json;
import dev.sentryai.telemetry.json.JsonObject;
import dev.sentryai.telemetry.rules.Finding;
import dev.sentryai.telemetry.rules.subject.JsonKind;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Repairs of types, all of them without loss. */
final class TypeRepairs {

    private static final Set<String> OF_WRAPPERS = Set.of("type", "value", "unit");

    /** Longer texts are no numbers that anybody meant. */
    private static final int MAX_DIGITS = 40;

    private TypeRepairs() {}

    static Map<String, SpanRepair> all() {
        return Map.of(
                "GENAI069", TypeRepairs::retype,
                "GENAI070", TypeRepairs::redeclare,
                "GENAI071", TypeRepairs::wrap,
                "GENAI072", (span, finding) -> span.stringify(key(finding)),
                "GENAI074", TypeRepairs::integer,
                "GENAI075", TypeRepairs::fromText);
    }

    private static String key(Finding finding) {
        return String.valueOf(finding.attribute());
    }

    private static void retype(SpanEdits span, Finding finding) {
        Object value = span.attribute(key(finding));
        String type = String.valueOf(finding.expected());
        if (type.equals("string") && (value instanceof List || value instanceof JsonObject)) {
            span.stringify(key(finding));
        } else if (type.equals("string") && value != null) {
            span.put(key(finding), Json.write(value));
        } else if (type.equals("string[]") && value instanceof String) {
            span.put(key(finding), List.of(value));
        }
    }

    private static void redeclare(SpanEdits span, Finding finding) {
        Object value = span.attribute(key(finding));
        if (value instanceof JsonObject) {
            span.stringify(key(finding));
        } else if (value != null) {
            span.put(key(finding), value);
        }
    }

    /** An object with other members than those of a wrapper was meant to be the value, perhaps. */
    private static void wrap(SpanEdits span, Finding finding) {
        Object value = span.attribute(key(finding));
        JsonObject wrapper = span.wrapper(key(finding));
        if (value == null) {
            if (wrapper == null || OF_WRAPPERS.containsAll(wrapper.keySet())) {
                span.remove(key(finding));
            }
        } else if (isPlain(value)) {
            span.put(key(finding), value);
        }
    }

    private static boolean isPlain(Object value) {
        return value instanceof List<?> list
                ? list.stream().noneMatch(element -> element instanceof List || element instanceof JsonObject)
                : JsonKind.of(value) != JsonKind.OBJECT;
    }

    private static void integer(SpanEdits span, Finding finding) {
        if (span.attribute(key(finding)) instanceof Number number
                && number.doubleValue() == Math.rint(number.doubleValue())
                && Math.abs(number.doubleValue()) < 1L << 53) {
            span.put(key(finding), number.longValue());
        }
    }

    private static void fromText(SpanEdits span, Finding finding) {
        String text = span.text(key(finding)).orElse("").strip();
        if ("boolean".equals(finding.expected())) {
            span.put(key(finding), Boolean.valueOf(text));
            return;
        }
        Number number = text.length() > MAX_DIGITS ? null : number(text, "integer".equals(finding.expected()));
        if (number != null) {
            span.put(key(finding), number);
        }
    }

    private static @Nullable Number number(String text, boolean integer) {
        try {
            BigDecimal number = new BigDecimal(text);
            return integer ? (Number) number.longValueExact() : (Number) number.doubleValue();
        } catch (ArithmeticException | NumberFormatException e) {
            return null; // a fraction where an integer belongs, or no number at all
        }
    }
}
