package dev.sentryai.telemetry.rules.span;

import dev.sentryai.telemetry.json.JsonSize;
import dev.sentryai.telemetry.rules.fact.Fact;
import dev.sentryai.telemetry.rules.subject.Rule;
import dev.sentryai.telemetry.rules.subject.SpanSubject;
import dev.sentryai.telemetry.rules.subject.Violation;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** How much fits into a span: GENAI256 and GENAI258. */
public final class LimitRules {

    private static final int MAX_ATTRIBUTES = 1000;
    private static final int MAX_KEY_BYTES = 200;
    private static final int MAX_LABEL = 128;

    /** No character takes more bytes in UTF-8. */
    private static final int MAX_BYTES_PER_CHAR = 3;

    private LimitRules() {}

    public static List<Rule<SpanSubject>> all() {
        return List.of(
                Rule.of("GENAI256", LimitRules::manyAttributes, Fact.CROWDED),
                Rule.of("GENAI258", LimitRules::longLabel));
    }

    static void manyAttributes(SpanSubject span, Consumer<Violation> found) {
        int count = span.attributes().size();
        if (count > MAX_ATTRIBUTES) {
            found.accept(exceeded(count, MAX_ATTRIBUTES).with("problem", "Span has " + count + " attributes"));
        }
        for (String key : span.attributes().keySet()) {
            if (key.length() > MAX_KEY_BYTES / MAX_BYTES_PER_CHAR && JsonSize.utf8(key) > MAX_KEY_BYTES) {
                found.accept(exceeded(JsonSize.utf8(key), MAX_KEY_BYTES)
                        .attribute(key)
                        .with("problem", "A key has " + JsonSize.utf8(key) + " bytes"));
            }
        }
    }

    private static Violation exceeded(long actual, int limit) {
        return new Violation().expected("at most " + limit).actual(actual).with("limit", limit);
    }

    static void longLabel(SpanSubject span, Consumer<Violation> found) {
        longLabel("Op", span.record().op(), found);
        longLabel("Origin", span.record().origin(), found);
    }

    private static void longLabel(String what, @Nullable String label, Consumer<Violation> found) {
        if (label != null && label.length() > MAX_LABEL) {
            found.accept(new Violation()
                    .expected("at most " + MAX_LABEL)
                    .actual(label.length())
                    .with("what", what));
        }
    }
}
