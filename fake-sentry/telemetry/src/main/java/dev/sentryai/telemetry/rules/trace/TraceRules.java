package dev.sentryai.telemetry.rules.trace;

import dev.sentryai.telemetry.rules.fact.Fact;
import dev.sentryai.telemetry.rules.subject.Counts;
import dev.sentryai.telemetry.rules.subject.Rule;
import dev.sentryai.telemetry.rules.subject.SpanSubject;
import dev.sentryai.telemetry.rules.subject.TraceSubject;
import dev.sentryai.telemetry.rules.subject.Violation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Spans of one trace against each other: GENAI035, GENAI151, GENAI152 and GENAI163. */
public final class TraceRules {

    /** Share by which an agent's own count may exceed that of the calls below it. */
    private static final double TOLERATED_EXCESS = 1.01;

    /** As many equal calls in a row are suspicious; two may be a repeated question. */
    private static final int SUSPICIOUS_REPETITION = 3;

    private TraceRules() {}

    public static List<Rule<TraceSubject>> all() {
        return List.of(
                Rule.of("GENAI035", TraceRules::parentCycle),
                Rule.of("GENAI151", TraceRules::agentUsageDiffers, Fact.AGENT, Fact.USAGE),
                Rule.of("GENAI152", TraceRules::usageCountedTwice, Fact.USAGE),
                Rule.of("GENAI163", TraceRules::sameUsageAgain, Fact.USAGE));
    }

    static void parentCycle(TraceSubject trace, Consumer<Violation> found) {
        if (trace.isShallow()) {
            return;
        }
        Set<SpanSubject> seen = new HashSet<>();
        for (SpanSubject span : trace.spans()) {
            Set<SpanSubject> path = new LinkedHashSet<>();
            Optional<SpanSubject> next = Optional.of(span);
            while (next.isPresent() && seen.add(next.get())) {
                path.add(next.get());
                next = trace.parentOf(next.get());
            }
            if (next.isPresent() && path.contains(next.get())) {
                found.accept(cycle(next.get(), path));
            }
        }
    }

    private static Violation cycle(SpanSubject start, Set<SpanSubject> path) {
        String ids = path.stream()
                .dropWhile(span -> span != start)
                .map(span -> span.record().spanId())
                .collect(Collectors.joining(", "));
        return new Violation()
                .span(start.record())
                .pointer(start.pointer("parent_span_id"))
                .actual(String.valueOf(start.record().parentSpanId()))
                .with(
                        "problem",
                        ids.contains(",") ? "Spans " + ids + " are ancestors of each other" : "Span is its own parent");
    }

    static void agentUsageDiffers(TraceSubject trace, Consumer<Violation> found) {
        Map<SpanSubject, Calls> callsBelow = callsBelowAgents(trace);
        if (callsBelow.isEmpty()) {
            return;
        }
        for (SpanSubject agent : trace.spans()) {
            Calls calls = callsBelow.get(agent);
            if (calls == null || agent.counts().isEmpty()) {
                continue;
            }
            long tokens = agent.counts().totalOrSum();
            String problem = problem(tokens, calls);
            if (problem != null) {
                found.accept(new Violation()
                        .span(agent.record())
                        .expected(calls.sum)
                        .actual(tokens)
                        .with("problem", problem));
            }
        }
    }

    private static @Nullable String problem(long tokens, Calls calls) {
        if (tokens < calls.max) {
            return "but one call below it used " + calls.max;
        }
        return tokens > calls.sum * TOLERATED_EXCESS ? "but the calls below it add up to " + calls.sum : null;
    }

    private static Map<SpanSubject, Calls> callsBelowAgents(TraceSubject trace) {
        Map<SpanSubject, Calls> calls = Map.of();
        for (SpanSubject call : trace.spans()) {
            List<SpanSubject> ancestors = carriesUsage(call) ? trace.ancestorsOf(call) : List.of();
            if (firstWithUsage(ancestors) == null) { // else it is counted with that one
                for (SpanSubject agent : ancestors) {
                    if (agent.isAgent()) {
                        calls = calls.isEmpty() ? new HashMap<>() : calls;
                        calls.computeIfAbsent(agent, key -> new Calls())
                                .add(call.counts().totalOrSum());
                    }
                }
            }
        }
        return calls;
    }

    private static @Nullable SpanSubject firstWithUsage(List<SpanSubject> spans) {
        for (SpanSubject span : spans) {
            if (carriesUsage(span)) {
                return span;
            }
        }
        return null;
    }

    static void usageCountedTwice(TraceSubject trace, Consumer<Violation> found) {
        for (SpanSubject call : trace.spans()) {
            SpanSubject outer = carriesUsage(call) ? firstWithUsage(trace.ancestorsOf(call)) : null;
            if (outer != null) {
                found.accept(new Violation().span(call.record()).with("outer", outer.name()));
            }
        }
    }

    static void sameUsageAgain(TraceSubject trace, Consumer<Violation> found) {
        if (trace.spans().size() < SUSPICIOUS_REPETITION) {
            return;
        }
        List<SpanSubject> calls = new ArrayList<>();
        for (SpanSubject span : trace.spans()) {
            if (carriesUsage(span)) {
                calls.add(span);
            }
        }
        int first = 0;
        for (int next = 1; next <= calls.size(); next++) {
            if (next == calls.size() || !isSameUsage(calls.get(first), calls.get(next))) {
                reportRepetition(calls.subList(first, next), found);
                first = next;
            }
        }
    }

    private static boolean isSameUsage(SpanSubject one, SpanSubject other) {
        return Counts.tokens(one.counts().input())
                        == Counts.tokens(other.counts().input())
                && Counts.tokens(one.counts().output())
                        == Counts.tokens(other.counts().output());
    }

    private static void reportRepetition(List<SpanSubject> calls, Consumer<Violation> found) {
        if (calls.size() >= SUSPICIOUS_REPETITION) {
            SpanSubject last = calls.get(calls.size() - 1);
            found.accept(new Violation()
                    .span(last.record())
                    .with("count", calls.size())
                    .with("input", Counts.tokens(last.counts().input()))
                    .with("output", Counts.tokens(last.counts().output())));
        }
    }

    private static boolean carriesUsage(SpanSubject span) {
        return span.isAiClient() && !span.counts().isEmpty();
    }

    /** Tokens of the calls below an agent. */
    private static final class Calls {
        private long sum;
        private long max;

        void add(long tokens) {
            sum += tokens;
            max = Math.max(max, tokens);
        }
    }
}
