package dev.sentryai.telemetry.rules.operation;

import dev.sentryai.protocol.GenAiAttributes;
import dev.sentryai.protocol.GenAiOps;
import dev.sentryai.telemetry.rules.fact.Fact;
import dev.sentryai.telemetry.rules.policy.Demand;
import dev.sentryai.telemetry.rules.subject.Count;
import dev.sentryai.telemetry.rules.subject.Rule;
import dev.sentryai.telemetry.rules.subject.SpanSubject;
import dev.sentryai.telemetry.rules.subject.Violation;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** What is peculiar to embeddings and to memories: GENAI119 and GENAI120. */
public final class KindRules {

    private static final Set<String> OF_ONE_RECORD = Set.of("update_memory", "delete_memory");

    private KindRules() {}

    public static List<Rule<SpanSubject>> all() {
        return List.of(
                Rule.of("GENAI119", KindRules::embeddings, Fact.EMBEDDINGS),
                Rule.of("GENAI120", KindRules::memory, Fact.MEMORY));
    }

    static void embeddings(SpanSubject span, Consumer<Violation> found) {
        if (!span.isAi() || !span.isOperation(GenAiOps.EMBEDDINGS)) {
            return;
        }
        Count output = span.counts().output();
        if (output != null && output.tokens() > 0) {
            found.accept(new Violation()
                    .attribute(output.key())
                    .actual(output.tokens())
                    .with("problem", "reports " + output.tokens() + " output tokens: vectors have none"));
        }
        boolean captured = span.policy().inputs() == Demand.REQUIRED || span.hasInput();
        if (captured && span.attributes().get(GenAiAttributes.EMBEDDINGS_INPUT) == null) {
            found.accept(new Violation()
                    .attribute(GenAiAttributes.EMBEDDINGS_INPUT)
                    .with("problem", "lacks gen_ai.embeddings.input although inputs are recorded"));
        }
    }

    static void memory(SpanSubject span, Consumer<Violation> found) {
        if (!span.isMemory()) {
            return;
        }
        lacks(span, GenAiAttributes.MEMORY_STORE_ID, found);
        if (span.operationName().filter(OF_ONE_RECORD::contains).isPresent()) {
            lacks(span, GenAiAttributes.MEMORY_RECORD_ID, found);
        }
        Count records = span.count(GenAiAttributes.MEMORY_RECORD_COUNT);
        if (records != null && records.tokens() < 0) {
            found.accept(new Violation()
                    .attribute(records.key())
                    .actual(records.tokens())
                    .with("problem", "counts " + records.tokens() + " records")
                    .with("advice", "count the records that were found or changed"));
        }
    }

    private static void lacks(SpanSubject span, String key, Consumer<Violation> found) {
        if (span.attributes().get(key) == null) {
            found.accept(new Violation()
                    .attribute(key)
                    .with("problem", "lacks " + key)
                    .with("advice", "set " + key));
        }
    }
}
