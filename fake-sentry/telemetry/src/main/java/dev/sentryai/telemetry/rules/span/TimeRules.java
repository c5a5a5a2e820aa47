package dev.sentryai.telemetry.rules.span;

import dev.sentryai.telemetry.rules.fact.Fact;
import dev.sentryai.telemetry.rules.subject.Counts;
import dev.sentryai.telemetry.rules.subject.ReferenceTime;
import dev.sentryai.telemetry.rules.subject.Rule;
import dev.sentryai.telemetry.rules.subject.Seconds;
import dev.sentryai.telemetry.rules.subject.SpanSubject;
import dev.sentryai.telemetry.rules.subject.Violation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Times of one span: GENAI036 to GENAI041. */
public final class TimeRules {

    private static final double OLDEST_SECONDS = Duration.ofDays(5).toSeconds();
    private static final double NEWEST_SECONDS = 60;

    private TimeRules() {}

    public static List<Rule<SpanSubject>> all() {
        return List.of(
                Rule.of("GENAI036", TimeRules::neverFinished, Fact.AI),
                Rule.of("GENAI037", TimeRules::endsBeforeItStarts),
                Rule.of("GENAI038", TimeRules::noDuration),
                Rule.of("GENAI039", TimeRules::outsideTheWindow),
                Rule.of("GENAI041", TimeRules::notInSeconds));
    }

    static void neverFinished(SpanSubject span, Consumer<Violation> found) {
        if (span.isAi() && span.isUnfinished()) {
            found.accept(
                    new Violation().pointer(span.pointer(span.endField())).with("consequence", span.consequence()));
        }
    }

    static void endsBeforeItStarts(SpanSubject span, Consumer<Violation> found) {
        OptionalDouble duration = span.durationSeconds();
        if (duration.isPresent() && duration.getAsDouble() < 0 && !span.isUnfinished()) {
            found.accept(new Violation()
                    .pointer(span.pointer(span.endField()))
                    .expected("0 or more")
                    .actual(Seconds.of(duration.getAsDouble()))
                    .with("consequence", span.consequence()));
        }
    }

    static void noDuration(SpanSubject span, Consumer<Violation> found) {
        Double start = span.record().startSeconds();
        Double end = span.record().endSeconds();
        if (start != null && start.equals(end) && span.isAiClient()) {
            long output = Counts.tokens(span.counts().output());
            if (output > 0) {
                found.accept(new Violation()
                        .pointer(span.pointer(span.endField()))
                        .expected("after the start")
                        .with("output", output));
            }
        }
    }

    static void outsideTheWindow(SpanSubject span, Consumer<Violation> found) {
        outsideTheWindow(span, "start_timestamp", span.startSeconds(), found);
        if (!span.isUnfinished()) {
            outsideTheWindow(span, span.endField(), span.endSeconds(), found);
        }
    }

    private static void outsideTheWindow(
            SpanSubject span, String field, OptionalDouble time, Consumer<Violation> found) {
        ReferenceTime reference = span.referenceTime();
        if (time.isEmpty() || !reference.isKnown() || time.getAsDouble() >= Seconds.NOT_SECONDS) {
            return;
        }
        double age = reference.seconds() - time.getAsDouble();
        if (age <= OLDEST_SECONDS && age >= -NEWEST_SECONDS) {
            return;
        }
        found.accept(new Violation()
                .pointer(span.pointer(field))
                .actual(instant(time.getAsDouble()))
                .with("field", field)
                .with("distance", distance(Math.abs(age)) + (age > 0 ? " before" : " after"))
                .with("reference", reference.name())
                .milder(!reference.isSentAt()));
    }

    private static Instant instant(double seconds) {
        return Instant.ofEpochMilli(Math.round(seconds * 1000));
    }

    private static String distance(double seconds) {
        long days = Math.round(Math.floor(seconds / Duration.ofDays(1).toSeconds()));
        return days > 0 ? days + " days" : Math.round(seconds) + " s";
    }

    static void notInSeconds(SpanSubject span, Consumer<Violation> found) {
        notInSeconds(span, "start_timestamp", found);
        notInSeconds(span, span.endField(), found);
    }

    private static void notInSeconds(SpanSubject span, String field, Consumer<Violation> found) {
        Object time = span.raw(field);
        @Nullable String problem = null;
        if (time instanceof Number number && number.doubleValue() >= Seconds.NOT_SECONDS) {
            problem = "is too large for seconds";
        } else if (time != null && !(time instanceof Number) && span.isStreamed()) {
            problem = "is not a number";
        }
        if (problem != null) {
            found.accept(new Violation()
                    .pointer(span.pointer(field))
                    .expected("seconds since 1970 as a number")
                    .actual(String.valueOf(time))
                    .with("field", field)
                    .with("problem", problem));
        }
    }
}
