package dev.sentryai.telemetry.repair;

import dev.sentryai.protocol.CommonAttributes;
import dev.sentryai.protocol.OperationRegistry;
import dev.sentryai.telemetry.SpanRecord;
import dev.sentryai.telemetry.rules.Finding;
import dev.sentryai.telemetry.rules.Severity;
import dev.sentryai.telemetry.rules.subject.Seconds;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Repairs of ids, times, status, segment, op and name. */
final class LabelRepairs {

    private static final String SEGMENT_ID = CommonAttributes.SENTRY_SEGMENT_ID;
    private static final String SEGMENT_NAME = CommonAttributes.SENTRY_SEGMENT_NAME;
    private static final String TOOL_ERROR = "tool_error";
    private static final String STATUS_CODE = "rpc.response.status_code";

    private LabelRepairs() {}

    static Map<String, SpanRepair> all() {
        return Map.ofEntries(
                Map.entry("GENAI032", LabelRepairs::lowerCase),
                Map.entry("GENAI041", LabelRepairs::seconds),
                Map.entry("GENAI043", expected(SpanEdits::putStatus)),
                Map.entry("GENAI046", LabelRepairs::segmentFlag),
                Map.entry("GENAI047", expected(SpanEdits::putName)),
                Map.entry("GENAI049", LabelRepairs::segment),
                Map.entry("GENAI091", LabelRepairs::op),
                Map.entry("GENAI093", expected(SpanEdits::putOp)),
                Map.entry("GENAI099", expected(SpanEdits::putName)),
                Map.entry("GENAI102", expected(SpanEdits::putOp)),
                Map.entry("GENAI270", LabelRepairs::opOfRequest),
                Map.entry("GENAI271", LabelRepairs::failedCall),
                Map.entry("GENAI272", expected(SpanEdits::putName)));
    }

    /** Writes what the finding expects, where it knows. */
    private static SpanRepair expected(Expected repair) {
        return (span, finding) -> {
            String value = expectedText(finding);
            if (value != null) {
                repair.put(span, value);
            }
        };
    }

    /** Puts a text at its place in a span. */
    private interface Expected {
        void put(SpanEdits span, String value);
    }

    /** Null if the finding has no answer, or one that was too long to be told whole. */
    static @Nullable String expectedText(Finding finding) {
        String expected = finding.expected();
        return expected == null || expected.endsWith("…") ? null : expected;
    }

    private static void lowerCase(SpanEdits span, Finding finding) {
        String pointer = String.valueOf(finding.pointer());
        if (finding.severity() != Severity.ERROR && span.at(pointer) instanceof String id) {
            span.putAt(pointer, id.toLowerCase(Locale.ROOT));
        }
    }

    private static void seconds(SpanEdits span, Finding finding) {
        String pointer = String.valueOf(finding.pointer());
        Object time = span.at(pointer);
        Double seconds = time instanceof Number number ? Double.valueOf(number.doubleValue()) : parse(time);
        if (seconds != null && Double.isFinite(seconds)) {
            double value = seconds;
            while (value >= Seconds.NOT_SECONDS) {
                value /= 1000; // from nanoseconds to microseconds to milliseconds to seconds
            }
            span.putAt(pointer, value);
        }
    }

    private static @Nullable Double parse(@Nullable Object time) {
        if (!(time instanceof String text)) {
            return null;
        }
        try {
            return OffsetDateTime.parse(text).toInstant().toEpochMilli() / 1000.0;
        } catch (DateTimeException e) {
            return number(text);
        }
    }

    private static @Nullable Double number(String text) {
        try {
            return Double.valueOf(text);
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /** A span without a parent is a segment, one with a parent is none unless it says that it is its own. */
    private static void segmentFlag(SpanEdits span, Finding finding) {
        SpanRecord record = span.span();
        Object flag = record.raw().get("is_segment");
        boolean own = record.segmentId() != null && record.segmentId().equals(record.spanId());
        boolean contradicts = record.segmentId() != null && !own;
        if (record.parentSpanId() == null && !contradicts) {
            span.putMember("is_segment", true);
        } else if (record.parentSpanId() != null && !(flag instanceof Boolean)) {
            span.putMember("is_segment", own);
        }
    }

    private static void segment(SpanEdits span, Finding finding) {
        SpanRecord segment = segmentOf(span);
        if (segment != null && segment.spanId() != null && segment.name() != null) {
            span.put(SEGMENT_ID, segment.spanId());
            span.put(SEGMENT_NAME, segment.name());
        }
    }

    /** The span itself, or the next segment above it; null if it was not captured. */
    private static @Nullable SpanRecord segmentOf(SpanEdits span) {
        String declared = span.span().segmentId();
        SpanRecord known = declared == null ? null : span.find(declared);
        SpanRecord next = known != null && known.segment() ? known : span.span();
        for (int depth = 0; next != null && !next.segment() && depth < 1000; depth++) {
            next = span.parentOf(next);
        }
        boolean contradicts = next != null && known == null && declared != null && !declared.equals(next.spanId());
        return next == null || !next.segment() || contradicts ? null : next;
    }

    private static void op(SpanEdits span, Finding finding) {
        String op = expectedText(finding);
        if (op != null && OperationRegistry.of(span.conventions()).findByOp(op).isPresent()) {
            span.putOp(op);
        }
    }

    /** Notifications go both ways, and nothing tells which. */
    private static void opOfRequest(SpanEdits span, Finding finding) {
        String op = expectedText(finding);
        if (op != null && op.equals("mcp.server")) {
            span.putOp(op);
        }
    }

    private static void failedCall(SpanEdits span, Finding finding) {
        String status = expectedText(finding);
        if (status != null
                && (span.span().status() == null || "ok".equals(span.span().status()))) {
            span.putStatus(status);
        }
        Object type = span.attribute(CommonAttributes.ERROR_TYPE);
        if (type == null || type.toString().isBlank()) {
            Object code = span.attribute(STATUS_CODE);
            span.put(CommonAttributes.ERROR_TYPE, code == null ? TOOL_ERROR : code.toString());
        }
    }
}
