package dev.sentryai.telemetry.rules.usage;

import static dev.sentryai.telemetry.rules.subject.Counts.tokens;

import dev.sentryai.protocol.GenAiAttributes;
import dev.sentryai.protocol.GenAiOps;
import dev.sentryai.telemetry.rules.fact.Fact;
import dev.sentryai.telemetry.rules.subject.Count;
import dev.sentryai.telemetry.rules.subject.Counts;
import dev.sentryai.telemetry.rules.subject.Rule;
import dev.sentryai.telemetry.rules.subject.SpanSubject;
import dev.sentryai.telemetry.rules.subject.Violation;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Token counts of one span: GENAI140 to GENAI150, GENAI157 and GENAI161. */
public final class TokenRules {

    private static final String USAGE = "gen_ai.usage.";

    private TokenRules() {}

    public static List<Rule<SpanSubject>> all() {
        return List.of(
                Rule.of("GENAI140", TokenRules::negativeCount, Fact.USAGE, Fact.NEGATIVE),
                Rule.of("GENAI141", TokenRules::cacheReadExceedsInput, Fact.BREAKDOWN),
                Rule.of("GENAI142", TokenRules::cacheCreationExceedsInput, Fact.BREAKDOWN),
                Rule.of("GENAI143", TokenRules::cacheReadAndCreationExceedInput, Fact.BREAKDOWN),
                Rule.of("GENAI144", TokenRules::reasoningExceedsOutput, Fact.BREAKDOWN),
                Rule.of("GENAI145", TokenRules::totalIsNotTheSum, Fact.TOTAL),
                Rule.of("GENAI146", TokenRules::countsAreExclusive, Fact.TOTAL),
                Rule.of("GENAI147", TokenRules::noUsage, Fact.MODEL_CALL),
                Rule.of("GENAI148", TokenRules::halfOfTheUsage, Fact.USAGE),
                Rule.of("GENAI149", TokenRules::totalAlone, Fact.TOTAL),
                Rule.of("GENAI150", TokenRules::zeroBesideContent, Fact.MODEL_CALL, Fact.USAGE),
                Rule.of("GENAI157", TokenRules::moreOutputThanAllowed, Fact.SETTING),
                Rule.of("GENAI161", TokenRules::legacyMeasurement));
    }

    static void negativeCount(SpanSubject span, Consumer<Violation> found) {
        span.attributes().forEach((key, value) -> {
            if (key.startsWith(USAGE) && value instanceof Number number && number.doubleValue() < 0) {
                found.accept(
                        new Violation().attribute(key).expected("0 or more").actual(number));
            }
        });
    }

    static void cacheReadExceedsInput(SpanSubject span, Consumer<Violation> found) {
        Count read = span.counts().cacheRead();
        Count input = span.counts().input();
        if (read != null && exceeds(read, input)) {
            found.accept(exceeded(read, input).with("read", read.tokens()).with("input", tokens(input)));
        }
    }

    static void cacheCreationExceedsInput(SpanSubject span, Consumer<Violation> found) {
        Count written = span.counts().cacheCreation();
        Count input = span.counts().input();
        if (written != null && exceeds(written, input)) {
            found.accept(
                    exceeded(written, input).with("written", written.tokens()).with("input", tokens(input)));
        }
    }

    static void cacheReadAndCreationExceedInput(SpanSubject span, Consumer<Violation> found) {
        Counts counts = span.counts();
        Count read = counts.cacheRead();
        Count written = counts.cacheCreation();
        Count input = counts.input();
        if (read == null || written == null || exceeds(read, input) || exceeds(written, input)) {
            return; // one of them alone is too much, which another rule says
        }
        Count both = new Count(read.key(), read.tokens() + written.tokens());
        if (exceeds(both, input)) {
            found.accept(exceeded(both, input)
                    .with("read", read.tokens())
                    .with("written", written.tokens())
                    .with("input", tokens(input)));
        }
    }

    static void reasoningExceedsOutput(SpanSubject span, Consumer<Violation> found) {
        Count reasoning = span.counts().reasoning();
        Count output = span.counts().output();
        if (reasoning != null && exceeds(reasoning, output)) {
            found.accept(exceeded(reasoning, output)
                    .with("reasoning", reasoning.tokens())
                    .with("output", tokens(output)));
        }
    }

    static void totalIsNotTheSum(SpanSubject span, Consumer<Violation> found) {
        Counts counts = span.counts();
        Count total = counts.total();
        if (total == null || (counts.input() == null && counts.output() == null) || total.tokens() == counts.sum()) {
            return;
        }
        found.accept(new Violation()
                .attribute(total.key())
                .expected(counts.sum())
                .actual(total.tokens())
                .with("consequence", span.isStreamed() ? "Sentry overwrites the total" : "Sentry keeps the wrong total")
                .milder(span.isStreamed()));
    }

    static void countsAreExclusive(SpanSubject span, Consumer<Violation> found) {
        Counts counts = span.counts();
        Count total = counts.total();
        if (total == null || counts.input() == null || counts.output() == null || !counts.isPlausible()) {
            return;
        }
        long missing = total.tokens() - counts.sum();
        String extra = partThatAddsUpTo(missing, counts);
        if (missing > 0 && extra != null) {
            found.accept(new Violation()
                    .attribute(total.key())
                    .expected(counts.sum())
                    .actual(total.tokens())
                    .with("input", tokens(counts.input()))
                    .with("output", tokens(counts.output()))
                    .with("extra", missing + " " + extra + " tokens"));
        }
    }

    private static @Nullable String partThatAddsUpTo(long missing, Counts counts) {
        long read = tokens(counts.cacheRead());
        long written = tokens(counts.cacheCreation());
        long reasoning = tokens(counts.reasoning());
        if (missing == read || missing == written || missing == read + written) {
            return "cached";
        }
        if (missing == reasoning) {
            return "reasoning";
        }
        return missing == read + written + reasoning ? "cached and reasoning" : null;
    }

    static void noUsage(SpanSubject span, Consumer<Violation> found) {
        if (span.isModelCall()
                && span.isSuccess()
                && !span.isMarkedAsStream()
                && span.counts().isEmpty()) {
            found.accept(new Violation().attribute(GenAiAttributes.USAGE_INPUT_TOKENS));
        }
    }

    static void halfOfTheUsage(SpanSubject span, Consumer<Violation> found) {
        Count input = span.counts().input();
        Count output = span.counts().output();
        if ((input == null) == (output == null) || span.isOperation(GenAiOps.EMBEDDINGS)) {
            return;
        }
        String missing = input == null ? GenAiAttributes.USAGE_INPUT_TOKENS : GenAiAttributes.USAGE_OUTPUT_TOKENS;
        String present = input != null ? GenAiAttributes.USAGE_INPUT_TOKENS : GenAiAttributes.USAGE_OUTPUT_TOKENS;
        found.accept(new Violation().attribute(missing).with("missing", missing).with("present", present));
    }

    static void totalAlone(SpanSubject span, Consumer<Violation> found) {
        Counts counts = span.counts();
        Count total = counts.total();
        if (total != null && counts.input() == null && counts.output() == null) {
            found.accept(new Violation().attribute(total.key()).actual(total.tokens()));
        }
    }

    static void zeroBesideContent(SpanSubject span, Consumer<Violation> found) {
        if (span.isModelCall()) {
            zero(span.counts().output(), span.hasOutput(), "output messages", found);
            zero(span.counts().input(), span.hasInput(), "input messages", found);
        }
    }

    private static void zero(@Nullable Count count, boolean hasContent, String content, Consumer<Violation> found) {
        if (count != null && count.tokens() == 0 && hasContent) {
            found.accept(new Violation()
                    .attribute(count.key())
                    .actual(0)
                    .expected("more than 0")
                    .with("content", content));
        }
    }

    static void moreOutputThanAllowed(SpanSubject span, Consumer<Violation> found) {
        Count output = span.counts().output();
        Count limit = span.count(GenAiAttributes.REQUEST_MAX_TOKENS);
        if (output != null && limit != null && limit.tokens() > 0 && output.tokens() > limit.tokens()) {
            found.accept(new Violation()
                    .attribute(output.key())
                    .expected("at most " + limit.tokens())
                    .actual(output.tokens())
                    .with("limit", limit.tokens()));
        }
    }

    static void legacyMeasurement(SpanSubject span, Consumer<Violation> found) {
        if (span.measurements().isEmpty()) {
            return;
        }
        for (LegacyMeasurement legacy : LegacyMeasurement.ALL) {
            if (span.measurements().containsKey(legacy.name())) {
                found.accept(new Violation()
                        .pointer(span.pointer("measurements/" + legacy.name()))
                        .expected(legacy.attribute())
                        .actual(legacy.name()));
            }
        }
    }

    private static boolean exceeds(Count part, @Nullable Count whole) {
        return whole != null && whole.tokens() >= 0 && part.tokens() > whole.tokens();
    }

    private static Violation exceeded(Count part, @Nullable Count whole) {
        return new Violation()
                .attribute(part.key())
                .expected("at most " + tokens(whole))
                .actual(part.tokens())
                .with("sum", part.tokens() + tokens(whole));
    }

    /** How counts were sent before there were attributes for them. */
    private record LegacyMeasurement(String name, String attribute) {
        static final List<LegacyMeasurement> ALL = List.of(
                new LegacyMeasurement("ai_prompt_tokens_used", GenAiAttributes.USAGE_INPUT_TOKENS),
                new LegacyMeasurement("ai_completion_tokens_used", GenAiAttributes.USAGE_OUTPUT_TOKENS),
                new LegacyMeasurement("ai_total_tokens_used", GenAiAttributes.USAGE_TOTAL_TOKENS));
    }
}
