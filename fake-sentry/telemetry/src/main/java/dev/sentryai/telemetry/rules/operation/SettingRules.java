package dev.sentryai.telemetry.rules.operation;

import dev.sentryai.protocol.GenAiAttributes;
import dev.sentryai.protocol.WellKnownValues;
import dev.sentryai.telemetry.json.JsonReader;
import dev.sentryai.telemetry.json.MalformedJsonException;
import dev.sentryai.telemetry.rules.fact.Fact;
import dev.sentryai.telemetry.rules.subject.Rule;
import dev.sentryai.telemetry.rules.subject.Sent;
import dev.sentryai.telemetry.rules.subject.SpanSubject;
import dev.sentryai.telemetry.rules.subject.Violation;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Settings of a request and reasons of its end: GENAI122 to GENAI124. */
public final class SettingRules {

    private record Range(String key, double least, double most) {}

    private static final Range[] RANGES = {
        new Range(GenAiAttributes.REQUEST_TEMPERATURE, 0, 2),
        new Range(GenAiAttributes.REQUEST_TOP_P, 0, 1),
        new Range(GenAiAttributes.REQUEST_FREQUENCY_PENALTY, -2, 2),
        new Range(GenAiAttributes.REQUEST_PRESENCE_PENALTY, -2, 2),
        new Range(GenAiAttributes.REQUEST_MAX_TOKENS, 1, Long.MAX_VALUE),
        new Range(GenAiAttributes.REQUEST_TOP_K, 0, Long.MAX_VALUE)
    };

    /** The commonest reasons as they are sent, which need no further look. */
    private static final Set<String> HARMLESS = Set.of(
            "stop",
            "[\"stop\"]",
            "STOP",
            "[\"STOP\"]",
            "tool_calls",
            "[\"tool_calls\"]",
            "tool_call",
            "[\"tool_call\"]",
            "end_turn",
            "[\"end_turn\"]",
            "tool_use",
            "[\"tool_use\"]",
            "completed",
            "[\"completed\"]",
            "");

    private static final Set<String> TOO_LONG =
            Set.of("length", "max_tokens", "max_output_tokens", "MAX_TOKENS", "incomplete");
    private static final Set<String> FILTERED = Set.of(
            "content_filter",
            "SAFETY",
            "RECITATION",
            "refusal",
            "ERROR_TOXIC",
            "BLOCKLIST",
            "PROHIBITED_CONTENT",
            "SPII");
    private static final Set<String> FAILED = Set.of("error", "ERROR");

    private SettingRules() {}

    public static List<Rule<SpanSubject>> all() {
        return List.of(
                Rule.of("GENAI122", SettingRules::outOfRange, Fact.SETTING),
                Rule.of("GENAI123", SettingRules::reasonsNotJson, Fact.FINISH_REASON),
                Rule.of("GENAI124", SettingRules::reason, Fact.FINISH_REASON));
    }

    static void outOfRange(SpanSubject span, Consumer<Violation> found) {
        if (!span.isAi()) {
            return;
        }
        for (Range range : RANGES) {
            Sent sent = span.sent(range.key()).orElse(null);
            if (sent != null && sent.value() instanceof Number number) {
                double value = number.doubleValue();
                if (value < range.least() || value > range.most()) {
                    found.accept(new Violation().attribute(sent.key()).actual(number));
                }
            }
        }
    }

    static void reasonsNotJson(SpanSubject span, Consumer<Violation> found) {
        Sent sent = reasons(span);
        if (sent != null && sent.value() instanceof String text && text.startsWith("[") && parse(text) == null) {
            found.accept(new Violation().attribute(sent.key()).actual(text));
        }
    }

    static void reason(SpanSubject span, Consumer<Violation> found) {
        Sent sent = reasons(span);
        if (sent == null) {
            return;
        }
        Object value = sent.value() instanceof String text && text.startsWith("[") ? parse(text) : sent.value();
        if (value instanceof List<?> list) {
            for (Object element : list) {
                reason(span, sent.key(), element, found);
            }
        } else {
            reason(span, sent.key(), value, found);
        }
    }

    private static void reason(SpanSubject span, String key, @Nullable Object value, Consumer<Violation> found) {
        String problem = value instanceof String text ? problem(span, text) : null;
        if (value != null && problem != null) {
            boolean failure = value instanceof String text && FAILED.contains(text);
            found.accept(new Violation()
                    .attribute(key)
                    .actual(value)
                    .with("problem", problem)
                    .milder(!failure));
        }
    }

    private static @Nullable String problem(SpanSubject span, String reason) {
        if (HARMLESS.contains(reason)) {
            return null;
        }
        if (FAILED.contains(reason)) {
            return span.isSuccess() ? "but the status is ok" : null;
        }
        if (TOO_LONG.contains(reason)) {
            return "tells that the answer was cut off";
        }
        if (FILTERED.contains(reason)) {
            return "tells that the answer was withheld";
        }
        boolean known = WellKnownValues.of(span.conventions().version())
                .find(WellKnownValues.MESSAGE_FINISH_REASON, reason)
                .isPresent();
        return known ? null : "is none that providers are known to give";
    }

    /** Null if there is nothing to look at. */
    private static @Nullable Sent reasons(SpanSubject span) {
        Sent sent =
                span.isAi() ? span.sent(GenAiAttributes.RESPONSE_FINISH_REASONS).orElse(null) : null;
        return sent == null || (sent.value() instanceof String text && HARMLESS.contains(text)) ? null : sent;
    }

    private static @Nullable Object parse(String text) {
        try {
            return JsonReader.read(text);
        } catch (MalformedJsonException e) {
            return null;
        }
    }
}
