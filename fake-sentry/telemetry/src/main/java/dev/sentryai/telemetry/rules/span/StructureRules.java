package dev.sentryai.telemetry.rules.span;

import dev.sentryai.telemetry.SpanSource;
import dev.sentryai.telemetry.rules.fact.Fact;
import dev.sentryai.telemetry.rules.subject.Rule;
import dev.sentryai.telemetry.rules.subject.SpanSubject;
import dev.sentryai.telemetry.rules.subject.Violation;
import java.util.List;
import java.util.function.Consumer;

/** What a span must have: GENAI030 and GENAI031. */
public final class StructureRules {

    private static final String[] STREAMED_VALUES = {"trace_id", "span_id", "start_timestamp", "end_timestamp"};
    private static final String[] STREAMED_TEXTS = {"name", "status"};
    private static final String[] TRANSACTION_VALUES = {"trace_id", "span_id", "start_timestamp", "timestamp"};

    private StructureRules() {}

    public static List<Rule<SpanSubject>> all() {
        return List.of(
                Rule.of("GENAI030", StructureRules::streamedSpanLacksField, Fact.STREAMED),
                Rule.of("GENAI031", StructureRules::transactionLacksField, Fact.TRANSACTION));
    }

    static void streamedSpanLacksField(SpanSubject span, Consumer<Violation> found) {
        if (span.isStreamed()) {
            for (String field : STREAMED_VALUES) {
                lacks(span, field, span.raw(field) == null, found);
            }
            for (String field : STREAMED_TEXTS) {
                lacks(span, field, !(span.raw(field) instanceof String), found);
            }
        }
    }

    static void transactionLacksField(SpanSubject span, Consumer<Violation> found) {
        if (span.record().source() == SpanSource.TRANSACTION) {
            for (String field : TRANSACTION_VALUES) {
                lacks(span, field, span.raw(field) == null, found);
            }
        }
    }

    private static void lacks(SpanSubject span, String field, boolean missing, Consumer<Violation> found) {
        boolean saidElsewhere = field.equals(span.endField()) && span.isAi(); // GENAI036: it was never finished
        if (missing && !saidElsewhere) {
            found.accept(new Violation()
                    .pointer(span.pointer(field))
                    .with("field", field)
                    .with("path", path(span, field)));
        }
    }

    /** The pointer in the form in which people write paths: {@code spans.2.timestamp}. */
    private static String path(SpanSubject span, String field) {
        return span.pointer(field).substring(1).replace('/', '.');
    }
}
