package dev.sentryai.telemetry.rules.trace;

import dev.sentryai.protocol.CommonAttributes;
import dev.sentryai.telemetry.rules.fact.Fact;
import dev.sentryai.telemetry.rules.subject.Rule;
import dev.sentryai.telemetry.rules.subject.Seconds;
import dev.sentryai.telemetry.rules.subject.SpanSubject;
import dev.sentryai.telemetry.rules.subject.TraceSubject;
import dev.sentryai.telemetry.rules.subject.Violation;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The place of spans in their trace, by time and by segment: GENAI040 and GENAI049. */
public final class PlacementRules {

    /** Clocks of one machine differ less. */
    private static final double TOLERATED_SECONDS = 0.05;

    private PlacementRules() {}

    public static List<Rule<TraceSubject>> all() {
        return List.of(
                Rule.of("GENAI040", PlacementRules::exceedsParent, Fact.AI),
                Rule.of("GENAI049", PlacementRules::withoutSegment, Fact.STREAMED));
    }

    static void exceedsParent(TraceSubject trace, Consumer<Violation> found) {
        List<SpanSubject> spans = trace.spans();
        for (int i = 0; i < spans.size(); i++) {
            SpanSubject span = spans.get(i);
            SpanSubject parent = span.isAi() ? trace.parentOf(span).orElse(null) : null;
            if (parent != null) {
                exceedsParent(span, parent, found);
            }
        }
    }

    private static void exceedsParent(SpanSubject span, SpanSubject parent, Consumer<Violation> found) {
        double early = difference(parent.record().startSeconds(), span.record().startSeconds());
        double late = difference(span.record().endSeconds(), parent.record().endSeconds());
        if (late > TOLERATED_SECONDS && span.isMarkedAsStream()) {
            late = 0; // a stream may well be read after what asked for it has ended
        }
        if (Math.max(early, late) > TOLERATED_SECONDS && !parent.isUnfinished() && isSound(span)) {
            boolean starts = early >= late;
            found.accept(new Violation()
                    .span(span.record())
                    .pointer(span.pointer(starts ? "start_timestamp" : span.endField()))
                    .with("side", starts ? "starts" : "ends")
                    .with("distance", Seconds.of(Math.max(early, late)) + (starts ? " s before" : " s after"))
                    .with("parent", parent.name()));
        }
    }

    /** Times that are wrong by themselves are a fault of their own. */
    private static boolean isSound(SpanSubject span) {
        Double start = span.record().startSeconds();
        Double end = span.record().endSeconds();
        return start != null && end != null && start <= end && end < Seconds.NOT_SECONDS;
    }

    private static double difference(@Nullable Double later, @Nullable Double earlier) {
        return later == null || earlier == null ? 0 : later - earlier;
    }

    static void withoutSegment(TraceSubject trace, Consumer<Violation> found) {
        List<SpanSubject> spans = trace.spans();
        for (int i = 0; i < spans.size(); i++) {
            SpanSubject span = spans.get(i);
            String problem = span.isStreamed() ? segmentProblem(trace, span) : null;
            if (problem != null) {
                found.accept(new Violation().span(span.record()).with("problem", problem));
            }
        }
    }

    private static @Nullable String segmentProblem(TraceSubject trace, SpanSubject span) {
        Object name = span.attributes().get(CommonAttributes.SENTRY_SEGMENT_NAME);
        String id = span.record().segmentId();
        if (id == null) {
            return "lacks " + CommonAttributes.SENTRY_SEGMENT_ID
                    + (name == null ? " and " + CommonAttributes.SENTRY_SEGMENT_NAME : "");
        }
        if (name == null) {
            return "lacks " + CommonAttributes.SENTRY_SEGMENT_NAME;
        }
        SpanSubject segment = trace.byId(id).orElse(null); // it may well not have been captured
        return segment == null || segment.record().segment() ? null : "belongs to " + id + ", which is no segment";
    }
}
