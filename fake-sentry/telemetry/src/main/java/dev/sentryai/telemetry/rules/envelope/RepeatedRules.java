package dev.sentryai.telemetry.rules.envelope;

import dev.sentryai.telemetry.json.JsonObject;
import dev.sentryai.telemetry.rules.subject.EnvelopeSubject;
import dev.sentryai.telemetry.rules.subject.ItemSubject;
import dev.sentryai.telemetry.rules.subject.Rule;
import dev.sentryai.telemetry.rules.subject.SpanSubject;
import dev.sentryai.telemetry.rules.subject.Violation;
import java.util.List;
import java.util.function.Consumer;

/** Members that stand twice in headers and spans: GENAI202. What is in content says the same rule of content. */
public final class RepeatedRules {

    private RepeatedRules() {}

    public static List<Rule<EnvelopeSubject>> all() {
        return List.of(Rule.of("GENAI202", RepeatedRules::repeated));
    }

    static void repeated(EnvelopeSubject envelope, Consumer<Violation> found) {
        header(envelope.header(), found);
        header(envelope.trace(), found);
        List<ItemSubject> items = envelope.items();
        for (int i = 0; i < items.size(); i++) {
            ItemSubject item = items.get(i);
            if (item.item().header().repeated() != null) {
                report(item.item().header(), new Violation().item(item), "Header of the item", found);
            }
            List<SpanSubject> spans = item.spans();
            for (int j = 0; j < spans.size(); j++) {
                span(spans.get(j), found);
            }
        }
    }

    private static void header(JsonObject header, Consumer<Violation> found) {
        if (header.repeated() != null) {
            report(header, new Violation(), "Header of the envelope", found);
        }
    }

    /** Once per span: who writes one object so writes others so. */
    private static void span(SpanSubject span, Consumer<Violation> found) {
        JsonObject raw = span.record().raw();
        JsonObject attributes = raw.object(span.isStreamed() ? "attributes" : "data");
        JsonObject broken = raw.repeated() == null ? attributes : raw;
        if (broken.repeated() != null) {
            report(broken, new Violation().span(span.record()), "Span", found);
        }
    }

    private static void report(JsonObject object, Violation violation, String where, Consumer<Violation> found) {
        String name = object.repeated();
        if (name != null) {
            found.accept(violation
                    .with("attribute", where)
                    .with("name", name)
                    .with("unit", "byte")
                    .with("offset", object.offset()));
        }
    }
}
