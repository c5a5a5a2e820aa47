package dev.sentryai.telemetry.rules.readiness;

import dev.sentryai.protocol.ConventionsVersion;
import dev.sentryai.telemetry.rules.fact.Fact;
import dev.sentryai.telemetry.rules.subject.Conventions;
import dev.sentryai.telemetry.rules.subject.Rule;
import dev.sentryai.telemetry.rules.subject.SpanSubject;
import dev.sentryai.telemetry.rules.subject.TraceSubject;
import dev.sentryai.telemetry.rules.subject.Violation;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** How much of a trace the conventions know: GENAI284 and GENAI286. */
public final class RegistryReadinessRules {

    private static final String AI = "gen_ai.";

    /** Below it, most likely the sender follows other conventions. */
    private static final int LEAST_PERCENT = 80;

    private static final int HUNDRED = 100;

    private RegistryReadinessRules() {}

    public static List<Rule<TraceSubject>> all() {
        return List.of(
                Rule.of("GENAI284", RegistryReadinessRules::lowCoverage, Fact.AI, Fact.UNREGISTERED),
                Rule.of("GENAI286", RegistryReadinessRules::newerConventions));
    }

    static void lowCoverage(TraceSubject trace, Consumer<Violation> found) {
        SpanSubject first = null;
        Coverage coverage = null;
        List<SpanSubject> spans = trace.spans();
        for (int i = 0; i < spans.size(); i++) {
            SpanSubject span = spans.get(i);
            if (span.isAi()) {
                first = first == null ? span : first;
                coverage = coverage == null ? new Coverage(span.conventions()) : coverage;
                span.attributes().forEach(coverage);
            }
        }
        if (first != null && coverage != null && coverage.percent() < LEAST_PERCENT) {
            found.accept(new Violation()
                    .span(first.record())
                    .expected("at least " + LEAST_PERCENT + " %")
                    .actual(coverage.percent() + " %")
                    .with("registered", coverage.registered)
                    .with("sent", coverage.sent));
        }
    }

    static void newerConventions(TraceSubject trace, Consumer<Violation> found) {
        for (SpanSubject span : trace.spans()) {
            ConventionsVersion version = span.conventions().version();
            if (version == ConventionsVersion.newest()) {
                return;
            }
            for (Map.Entry<String, @Nullable Object> attribute :
                    span.attributes().entrySet()) {
                String key = attribute.getKey();
                if (key.startsWith(AI) && isLater(span.conventions(), key)) {
                    found.accept(new Violation()
                            .span(span.record())
                            .attribute(key)
                            .with("newest", ConventionsVersion.newest())
                            .with("version", version));
                    return;
                }
            }
        }
    }

    private static boolean isLater(Conventions conventions, String key) {
        return conventions.attribute(key).isEmpty()
                && conventions.laterVersionWith(key).isPresent();
    }

    /** Counts attributes about AI as often as they are sent. */
    private static final class Coverage implements BiConsumer<String, @Nullable Object> {

        private final Conventions conventions;
        private int sent;
        private int registered;

        Coverage(Conventions conventions) {
            this.conventions = conventions;
        }

        @Override
        public void accept(String key, @Nullable Object value) {
            if (key.startsWith(AI)) {
                sent++;
                registered += conventions.attribute(key).isPresent() ? 1 : 0;
            }
        }

        int percent() {
            return sent == 0 ? HUNDRED : registered * HUNDRED / sent;
        }
    }
}
