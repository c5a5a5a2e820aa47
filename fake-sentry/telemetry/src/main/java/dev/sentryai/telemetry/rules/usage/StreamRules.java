package dev.sentryai.telemetry.rules.usage;

import dev.sentryai.protocol.GenAiAttributes;
import dev.sentryai.telemetry.rules.fact.Fact;
import dev.sentryai.telemetry.rules.subject.Count;
import dev.sentryai.telemetry.rules.subject.Rule;
import dev.sentryai.telemetry.rules.subject.Seconds;
import dev.sentryai.telemetry.rules.subject.Sent;
import dev.sentryai.telemetry.rules.subject.SpanSubject;
import dev.sentryai.telemetry.rules.subject.Violation;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Streamed calls: GENAI153 to GENAI156 and GENAI160. */
public final class StreamRules {

    /** Half of the resolution that timestamps have in practice, so that rounding is no fault. */
    private static final double ROUNDING_SECONDS = 0.001;

    /** Nobody waits longer than this for a first chunk that then comes within the call's duration as milliseconds. */
    private static final double LIKELY_MILLISECONDS = 20;

    private static final double TOLERATED_SHARE = 0.05;

    private StreamRules() {}

    public static List<Rule<SpanSubject>> all() {
        return List.of(
                Rule.of("GENAI153", StreamRules::noUsage, Fact.MODEL_CALL, Fact.STREAM),
                Rule.of("GENAI154", StreamRules::noFirstChunk, Fact.MODEL_CALL, Fact.STREAM),
                Rule.of("GENAI155", StreamRules::implausibleFirstChunk, Fact.STREAM),
                Rule.of("GENAI156", StreamRules::firstChunkWithoutStream, Fact.STREAM),
                Rule.of("GENAI160", StreamRules::wrongRate, Fact.STREAM));
    }

    static void noUsage(SpanSubject span, Consumer<Violation> found) {
        if (span.isModelCall()
                && span.isSuccess()
                && span.isMarkedAsStream()
                && span.counts().isEmpty()) {
            found.accept(new Violation().attribute(GenAiAttributes.USAGE_INPUT_TOKENS));
        }
    }

    static void noFirstChunk(SpanSubject span, Consumer<Violation> found) {
        if (span.isModelCall() && span.isMarkedAsStream() && firstChunk(span).isEmpty()) {
            String key = GenAiAttributes.RESPONSE_TIME_TO_FIRST_CHUNK;
            found.accept(new Violation().attribute(key).expected(key));
        }
    }

    static void implausibleFirstChunk(SpanSubject span, Consumer<Violation> found) {
        Optional<Sent> firstChunk = firstChunk(span);
        if (firstChunk.isEmpty() || !(firstChunk.get().value() instanceof Number number)) {
            return;
        }
        double seconds = number.doubleValue();
        double duration = span.durationSeconds().orElse(Double.MAX_VALUE);
        if (seconds >= 0 && seconds <= duration + ROUNDING_SECONDS) {
            return;
        }
        boolean milliseconds = seconds >= LIKELY_MILLISECONDS && seconds / 1000 <= duration;
        found.accept(new Violation()
                .attribute(firstChunk.get().key())
                .expected(duration == Double.MAX_VALUE ? "0 or more" : "0 to " + Seconds.of(duration))
                .actual(number)
                .with("duration", duration == Double.MAX_VALUE ? "unknown length" : Seconds.of(duration))
                .with("problem", milliseconds ? ": it seems to be in milliseconds" : "")
                .with("advice", milliseconds ? "divide by 1000" : "measure from the start of the span, in seconds")
                .milder(milliseconds));
    }

    static void firstChunkWithoutStream(SpanSubject span, Consumer<Violation> found) {
        if (!span.isMarkedAsStream()) {
            firstChunk(span).ifPresent(sent -> found.accept(new Violation().attribute(sent.key())));
        }
    }

    static void wrongRate(SpanSubject span, Consumer<Violation> found) {
        Optional<Sent> rate = span.sent(GenAiAttributes.RESPONSE_TOKENS_PER_SECOND);
        Count output = span.counts().output();
        double duration = span.durationSeconds().orElse(0.0);
        if (rate.isEmpty() || !(rate.get().value() instanceof Number sent) || output == null || duration <= 0) {
            return;
        }
        double expected = output.tokens() / duration;
        if (Math.abs(sent.doubleValue() - expected) > TOLERATED_SHARE * Math.abs(expected)) {
            found.accept(new Violation()
                    .attribute(rate.get().key())
                    .expected(Seconds.of(expected))
                    .actual(sent)
                    .with("output", output.tokens())
                    .with("duration", Seconds.of(duration)));
        }
    }

    private static Optional<Sent> firstChunk(SpanSubject span) {
        return span.sent(GenAiAttributes.RESPONSE_TIME_TO_FIRST_CHUNK);
    }
}
