package dev.sentryai.telemetry.tree;

import dev.sentryai.protocol.OperationType;
import dev.sentryai.protocol.TokenUsage;
import dev.sentryai.telemetry.SpanRecord;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a tree says about spans, as plain text. */
final class SpanText {

    /** Sentry's op for spans that have none. */
    private static final String DEFAULT_OP = "default";

    private SpanText() {}

    static String op(SpanRecord span) {
        String op = span.op();
        return op == null || op.isBlank() ? DEFAULT_OP : PlainText.line(op);
    }

    /** The agent, tool or model, whichever the span is about, or else its name. */
    static String subject(SpanRecord span) {
        return PlainText.line(specific(span).filter(text -> !text.isBlank()).orElseGet(() -> orEmpty(span.name())));
    }

    private static Optional<String> specific(SpanRecord span) {
        OperationType type = span.operationType().orElse(OperationType.OTHER);
        return switch (type) {
            case AGENT -> span.agentName();
            case TOOL -> span.toolName();
            case AI_CLIENT ->
                isInferredOnly(span) ? Optional.empty() : span.requestModel().or(span::responseModel);
            case HANDOFF, MEMORY, OTHER -> Optional.empty();
        };
    }

    /** HTTP spans that carry gen_ai attributes count as model calls, but are better known by their names. */
    private static boolean isInferredOnly(SpanRecord span) {
        return span.op() != null && span.op().startsWith("http");
    }

    static String duration(SpanRecord span) {
        return span.duration().map(SpanText::duration).orElse("unfinished");
    }

    static String duration(Duration duration) {
        double seconds = duration.toNanos() / 1e9;
        return Math.abs(seconds) >= 0.01
                ? String.format(Locale.ROOT, "%.2f s", seconds)
                : String.format(Locale.ROOT, "%.2f ms", seconds * 1000);
    }

    /** For example {@code 1266 in (1900 cached) / 88 out}; empty if nothing is known. */
    static String tokens(TokenUsage usage) {
        if (usage.input() == null && usage.output() == null && usage.cacheRead() == null) {
            return "";
        }
        String cached = usage.cacheRead() == null ? "" : " (" + usage.cacheRead() + " cached)";
        return number(usage.input()) + " in" + cached + " / " + number(usage.output()) + " out";
    }

    static String status(SpanRecord span) {
        return PlainText.line(orEmpty(span.status()));
    }

    private static String number(@Nullable Long tokens) {
        return tokens == null ? "?" : tokens.toString();
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
