package dev.sentryai.telemetry.rules.trace;

import dev.sentryai.protocol.GenAiAttributes;
import dev.sentryai.telemetry.rules.fact.Fact;
import dev.sentryai.telemetry.rules.policy.Demand;
import dev.sentryai.telemetry.rules.subject.EnvelopeSubject;
import dev.sentryai.telemetry.rules.subject.Rule;
import dev.sentryai.telemetry.rules.subject.SpanSubject;
import dev.sentryai.telemetry.rules.subject.TraceSubject;
import dev.sentryai.telemetry.rules.subject.Violation;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Conversation ids in a trace: GENAI217, GENAI218, GENAI220, GENAI223 and GENAI225. */
public final class ConversationRules {

    private static final String KEY = GenAiAttributes.CONVERSATION_ID;
    private static final List<String> IDENTITIES = List.of("user.id", "user.email", "user.name", "user.username");
    private static final List<String> MEMBERS = List.of("id", "email", "name", "username");

    private ConversationRules() {}

    public static List<Rule<TraceSubject>> all() {
        return List.of(
                Rule.of("GENAI217", ConversationRules::missingOnSome, Fact.CONVERSATION),
                Rule.of("GENAI218", ConversationRules::againstPolicy),
                Rule.of("GENAI220", ConversationRules::changes, Fact.CONVERSATION),
                Rule.of("GENAI223", ConversationRules::unknownUser, Fact.CONVERSATION));
    }

    public static List<Rule<EnvelopeSubject>> ofEnvelopes() {
        return List.of(Rule.of("GENAI225", ConversationRules::sampled));
    }

    static void missingOnSome(TraceSubject trace, Consumer<Violation> found) {
        SpanSubject with = firstWithId(trace);
        if (with == null) {
            return;
        }
        SpanSubject without = null;
        int missing = 0;
        for (SpanSubject span : trace.spans()) {
            if (span.isAi() && span.conversationId() == null) {
                without = without == null ? span : without;
                missing++;
            }
        }
        if (without != null) {
            found.accept(about(without)
                    .with("count", missing == 1 ? "1 AI span" : missing + " AI spans")
                    .with("id", String.valueOf(with.conversationId())));
        }
    }

    /** Once per trace: the application sets the id of all of them at one place. */
    static void againstPolicy(TraceSubject trace, Consumer<Violation> found) {
        for (SpanSubject span : trace.spans()) {
            Demand demand = span.policy().conversationId();
            if (demand == Demand.NOT_STATED) {
                return;
            }
            boolean judged = span.isAiClient() || span.isAgent();
            if (judged && (span.conversationId() == null) == (demand == Demand.REQUIRED)) {
                boolean required = demand == Demand.REQUIRED;
                found.accept(about(span)
                        .with(
                                "problem",
                                required
                                        ? "is missing, which the policy requires"
                                        : "is sent, which the policy forbids")
                        .with("advice", required ? "set" : "do not set"));
                return;
            }
        }
    }

    static void changes(TraceSubject trace, Consumer<Violation> found) {
        for (SpanSubject span : trace.spans()) {
            String id = span.isAi() ? span.conversationId() : null;
            String outer = id == null ? null : idAbove(span, trace);
            if (id != null && outer != null && !id.equals(outer)) {
                found.accept(about(span).expected(outer).actual(id));
            }
        }
    }

    private static @Nullable String idAbove(SpanSubject span, TraceSubject trace) {
        SpanSubject agent = trace.agentAbove(span);
        return agent == null ? null : agent.conversationId();
    }

    static void unknownUser(TraceSubject trace, Consumer<Violation> found) {
        SpanSubject first = firstWithId(trace);
        if (first == null || first.policy().userIdentity() == Demand.FORBIDDEN) {
            return;
        }
        for (SpanSubject span : trace.spans()) {
            if (knowsUser(span)) {
                return;
            }
        }
        found.accept(about(first).milder(first.policy().userIdentity() != Demand.REQUIRED));
    }

    private static boolean knowsUser(SpanSubject span) {
        for (String key : IDENTITIES) {
            if (span.attributes().get(key) != null) {
                return true;
            }
        }
        if (span.isTransactionRoot()) {
            for (String member : MEMBERS) {
                if (span.record().raw().object("user").get(member) != null) {
                    return true;
                }
            }
        }
        return false;
    }

    static void sampled(EnvelopeSubject envelope, Consumer<Violation> found) {
        Object rate = envelope.trace().get("sample_rate");
        if (rate == null || !isBelowOne(rate.toString())) {
            return;
        }
        for (SpanSubject span : envelope.spans()) {
            if (span.isAi() && span.conversationId() != null) {
                found.accept(about(span).actual(rate));
                return;
            }
        }
    }

    private static boolean isBelowOne(String rate) {
        try {
            return Double.parseDouble(rate) < 1;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private static @Nullable SpanSubject firstWithId(TraceSubject trace) {
        for (SpanSubject span : trace.spans()) {
            if (span.isAi() && span.conversationId() != null) {
                return span;
            }
        }
        return null;
    }

    private static Violation about(SpanSubject span) {
        return new Violation().span(span.record()).attribute(KEY);
    }
}
