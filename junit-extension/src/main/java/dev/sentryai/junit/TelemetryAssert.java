package dev.sentryai.junit;

import dev.sentryai.protocol.ConventionsVersion;
import dev.sentryai.protocol.GenAiOps;
import dev.sentryai.telemetry.EventRecord;
import dev.sentryai.telemetry.EventRecord.ExceptionRecord;
import dev.sentryai.telemetry.SpanRecord;
import dev.sentryai.telemetry.Telemetry;
import dev.sentryai.telemetry.rules.Finding;
import dev.sentryai.telemetry.rules.Rules;
import dev.sentryai.telemetry.rules.Severity;
import dev.sentryai.telemetry.tree.PlainText;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.assertj.core.api.AbstractAssert;

/**
 * Assertions on everything that was captured, and the way to its spans. Where spans are counted by an index, it is that of the span
 * tree from top to bottom, with siblings in the order of their start.
 */
public final class TelemetryAssert extends AbstractAssert<TelemetryAssert, Telemetry> {

    private static final int MAX_FINDINGS = 12;

    TelemetryAssert(Telemetry actual) {
        super(actual, TelemetryAssert.class);
    }

    /**
     * Verifies how many spans there are, of any kind.
     *
     * @param count 0 or more
     * @return this
     */
    public TelemetryAssert hasSpanCount(int count) {
        return verifyCount(count, telemetry().spans(), "span");
    }

    /**
     * Verifies how many spans of an op there are.
     *
     * @param op for example {@code gen_ai.chat}
     * @param count 0 or more
     * @return this
     */
    public TelemetryAssert hasSpanCount(String op, int count) {
        return verifyCount(count, find(hasOp(op)), op + " span");
    }

    /**
     * Verifies in how many traces the spans are.
     *
     * @param count 0 or more
     * @return this
     */
    public TelemetryAssert hasTraceCount(int count) {
        return verifyCount(count, telemetry().traces(), "trace");
    }

    /**
     * Verifies the names of all spans and how they are nested.
     *
     * <pre>{@code
     * assertThat(sentry).hasSpanTree("""
     *         invoke_agent Concierge
     *           chat gpt-4o
     *           execute_tool weather
     *           chat gpt-4o
     *         """);
     * }</pre>
     *
     * @param tree one name a line, two blanks deeper than its parent; siblings in the order of their start
     * @return this
     */
    public TelemetryAssert hasSpanTree(String tree) {
        List<String> expected = tree.lines()
                .map(String::stripTrailing)
                .filter(line -> !line.isEmpty())
                .toList();
        List<String> found = TreeLine.all(telemetry()).stream()
                .map(line -> "  ".repeat(line.depth())
                        + PlainText.line(String.valueOf(line.span().name())))
                .toList();
        if (!found.equals(expected)) {
            Report report = new Report("Unexpected span tree").list(TreeDifference.lines(expected, found), 20);
            throw failure(report, new Comparison(String.join("\n", expected), String.join("\n", found)));
        }
        return this;
    }

    /**
     * Verifies the tokens that went into all calls of models together. Agents are not counted: what they report is the sum of
     * their calls.
     *
     * @param tokens the sum, which is missing if no call says a number
     * @return this
     */
    public TelemetryAssert hasInputTokens(long tokens) {
        return verifyTokens(
                "input tokens", tokens, Optional.ofNullable(telemetry().usage().input()));
    }

    /**
     * Verifies the tokens that came out of all calls of models together, counted as in {@link #hasInputTokens}.
     *
     * @param tokens the sum, which is missing if no call says a number
     * @return this
     */
    public TelemetryAssert hasOutputTokens(long tokens) {
        return verifyTokens(
                "output tokens", tokens, Optional.ofNullable(telemetry().usage().output()));
    }

    /**
     * Verifies the tokens that went into all calls of models and came out of them, counted as in {@link #hasInputTokens}.
     *
     * @param tokens the sum, which is missing if no call says a number
     * @return this
     */
    public TelemetryAssert hasTotalTokens(long tokens) {
        return verifyTokens("total tokens", tokens, telemetry().usage().totalOrSum());
    }

    /**
     * Verifies how many error events there are.
     *
     * @param count 0 or more
     * @return this
     */
    public TelemetryAssert hasErrorCount(int count) {
        if (telemetry().events().size() != count) {
            Report report = new Report("Unexpected number of error events")
                    .fact("expected", String.valueOf(count))
                    .fact("actual", String.valueOf(actual.events().size()))
                    .list(actual.events().stream().map(TelemetryAssert::text).toList(), MAX_FINDINGS);
            throw failure(
                    report, Comparison.of(count, Optional.of(actual.events().size())));
        }
        return this;
    }

    /**
     * Verifies that there is no error event.
     *
     * @return this
     */
    public TelemetryAssert hasNoErrors() {
        return hasErrorCount(0);
    }

    /**
     * Verifies that there is an AI span and that no rule of the newest conventions finds an error.
     *
     * @return this
     */
    public TelemetryAssert conformsToConventions() {
        return conformsToConventions(Severity.ERROR);
    }

    /**
     * Verifies that there is an AI span and that no rule of the newest conventions finds anything as bad as this or worse.
     *
     * @param severity the mildest that is not accepted
     * @return this
     */
    public TelemetryAssert conformsToConventions(Severity severity) {
        verifySomeAiSpan();
        List<Finding> findings = Rules.of(ConventionsVersion.newest()).check(telemetry()).stream()
                .filter(finding -> finding.severity().compareTo(severity) <= 0)
                .toList();
        if (!findings.isEmpty()) {
            Report report = new Report(
                            "Expected no finding of severity " + severity + " or worse but found " + findings.size())
                    .list(findings.stream().map(TelemetryAssert::text).toList(), MAX_FINDINGS);
            throw failure(report, Comparison.of(0, Optional.of(findings.size())));
        }
        return this;
    }

    /**
     * Goes to the only span with an op.
     *
     * @param op for example {@code gen_ai.embeddings}
     * @return assertions on the span
     */
    public SpanAssert span(String op) {
        return only(op + " span", hasOp(op));
    }

    /**
     * Goes to one of the spans with an op.
     *
     * @param op for example {@code gen_ai.embeddings}
     * @param index counted from 0, in the order of the span tree
     * @return assertions on the span
     */
    public SpanAssert span(String op, int index) {
        List<SpanRecord> found = find(hasOp(op));
        if (index < 0 || index >= found.size()) {
            throw missing(op + " span " + index, "only " + found.size());
        }
        return new SpanAssert(found.get(index), actual);
    }

    /**
     * Goes to the only call of a chat model.
     *
     * @return assertions on the span with op {@code gen_ai.chat}
     */
    public SpanAssert chat() {
        return span(GenAiOps.CHAT);
    }

    /**
     * Goes to one of the calls of chat models.
     *
     * @param index counted from 0, in the order of the span tree
     * @return assertions on the span with op {@code gen_ai.chat}
     */
    public SpanAssert chat(int index) {
        return span(GenAiOps.CHAT, index);
    }

    /**
     * Goes to the only run of an agent.
     *
     * @param name of the agent
     * @return assertions on the span with op {@code gen_ai.invoke_agent}
     */
    public SpanAssert agent(String name) {
        return only(
                "run of agent " + name,
                hasOp(GenAiOps.INVOKE_AGENT).and(span -> span.agentName().equals(Optional.of(name))));
    }

    /**
     * Goes to the only call of a tool.
     *
     * @param name of the tool
     * @return assertions on the span with op {@code gen_ai.execute_tool}
     */
    public SpanAssert tool(String name) {
        return only(
                "call of tool " + name,
                hasOp(GenAiOps.EXECUTE_TOOL).and(span -> span.toolName().equals(Optional.of(name))));
    }

    /**
     * Goes to the only error event.
     *
     * @return assertions on the event
     */
    public ErrorAssert error() {
        hasErrorCount(1);
        return new ErrorAssert(actual.events().get(0), actual);
    }

    private Telemetry telemetry() {
        isNotNull();
        return actual;
    }

    private List<SpanRecord> find(Predicate<SpanRecord> condition) {
        return TreeLine.all(telemetry()).stream()
                .map(TreeLine::span)
                .filter(condition)
                .toList();
    }

    private static Predicate<SpanRecord> hasOp(String op) {
        Objects.requireNonNull(op, "op");
        return span -> op.equals(span.op());
    }

    private SpanAssert only(String what, Predicate<SpanRecord> condition) {
        List<SpanRecord> found = find(condition);
        if (found.size() != 1) {
            throw missing("exactly one " + what, found.isEmpty() ? "none" : String.valueOf(found.size()));
        }
        return new SpanAssert(found.get(0), actual);
    }

    private AssertionError missing(String what, String found) {
        String ops = actual.spans().stream()
                .map(span -> PlainText.line(String.valueOf(span.op())))
                .collect(Collectors.groupingBy(op -> op, Collectors.counting()))
                .entrySet()
                .stream()
                .map(entry -> entry.getKey() + " × " + entry.getValue())
                .sorted()
                .limit(MAX_FINDINGS)
                .collect(Collectors.joining(", "));
        Report report = new Report("Expected " + what + " but found " + found).fact("captured", ops);
        return failure(report, new Comparison(what, found));
    }

    private TelemetryAssert verifyCount(int expected, List<?> found, String what) {
        if (found.size() != expected) {
            Report report = new Report("Expected " + Count.of(expected, what) + " but found " + found.size());
            throw failure(report, Comparison.of(expected, Optional.of(found.size())));
        }
        return this;
    }

    private TelemetryAssert verifyTokens(String what, long expected, Optional<Long> found) {
        if (!found.equals(Optional.of(expected))) {
            Comparison comparison = Comparison.of(expected, found);
            Report report =
                    new Report("Unexpected " + what + " of all calls of models together").comparison(comparison);
            throw failure(report, comparison);
        }
        return this;
    }

    /** Nothing conforms to everything, but who asks wants to know about something. */
    private void verifySomeAiSpan() {
        if (telemetry().aiSpans().isEmpty()) {
            Report report = new Report("Expected AI spans that conform to the conventions but found none");
            throw failure(report, new Comparison("an AI span", "none"));
        }
    }

    private AssertionError failure(Report report, Comparison comparison) {
        return failureWithActualExpected(
                comparison.actual(), comparison.expected(), "%s", report.with(max -> TreeText.of(actual, null, max)));
    }

    private static String text(EventRecord event) {
        List<ExceptionRecord> exceptions = event.exceptions();
        return exceptions.isEmpty()
                ? "event without an exception, " + event.location()
                : ErrorAssert.text(exceptions.get(exceptions.size() - 1));
    }

    private static String text(Finding finding) {
        String place = finding.spanName().isEmpty() ? finding.location().toString() : '"' + finding.spanName() + '"';
        return PlainText.line(finding.rule() + ' ' + finding.severity() + "  " + place + ": " + finding.message());
    }
}
