package dev.sentryai.telemetry.rules.span;

import dev.sentryai.protocol.CommonAttributes;
import dev.sentryai.telemetry.rules.fact.Fact;
import dev.sentryai.telemetry.rules.subject.Rule;
import dev.sentryai.telemetry.rules.subject.SpanSubject;
import dev.sentryai.telemetry.rules.subject.Violation;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What a span says about its segment: GENAI046 and GENAI053. */
public final class SegmentRules {

    private static final String FLAG = "is_segment";
    private static final String SOURCE = CommonAttributes.SENTRY_SEGMENT_NAME_SOURCE;

    private SegmentRules() {}

    public static List<Rule<SpanSubject>> all() {
        return List.of(
                Rule.of("GENAI046", SegmentRules::wrongFlag, Fact.STREAMED),
                Rule.of("GENAI053", SegmentRules::wrongSource));
    }

    static void wrongFlag(SpanSubject span, Consumer<Violation> found) {
        if (!span.isStreamed()) {
            return;
        }
        Object flag = span.raw(FLAG);
        String problem = flagProblem(span, flag);
        if (problem != null) {
            found.accept(new Violation()
                    .pointer(span.pointer(FLAG))
                    .actual(flag == null ? "missing" : flag)
                    .with("problem", problem));
        }
    }

    private static @Nullable String flagProblem(SpanSubject span, @Nullable Object flag) {
        if (!(flag instanceof Boolean)) {
            return "Span does not say whether it is a segment";
        }
        if (!span.record().segment()) {
            return span.record().parentSpanId() == null ? "Span without a parent is not marked as a segment" : null;
        }
        String segment = span.record().segmentId();
        boolean own = segment == null || segment.equals(span.record().spanId());
        return own ? null : "Span is marked as a segment but says that it belongs to segment " + segment;
    }

    static void wrongSource(SpanSubject span, Consumer<Violation> found) {
        Object source = span.attributes().get(SOURCE);
        boolean segment = span.record().segment() && (span.isStreamed() || span.isTransactionRoot());
        if (source == null) {
            if (segment && span.isStreamed()) {
                found.accept(source("Segment does not say where its name comes from", "set it to custom, url, route, …")
                        .milder(true));
            }
        } else if (!segment) {
            found.accept(source(SOURCE + " stands on a span that is no segment", "set it on segments only"));
        } else if (span.conventions().isUnknownValue(SOURCE, source)) {
            found.accept(source(
                            SOURCE + " is " + source,
                            "use one of " + span.conventions().knownValues(SOURCE))
                    .actual(source));
        }
    }

    private static Violation source(String problem, String advice) {
        return new Violation().attribute(SOURCE).with("problem", problem).with("advice", advice);
    }
}
