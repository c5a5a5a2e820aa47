package dev.sentryai.telemetry.rules.envelope;

import dev.sentryai.telemetry.json.JsonObject;
import dev.sentryai.telemetry.rules.subject.EnvelopeSubject;
import dev.sentryai.telemetry.rules.subject.ItemSubject;
import dev.sentryai.telemetry.rules.subject.Rule;
import dev.sentryai.telemetry.rules.subject.Violation;
import dev.sentryai.telemetry.rules.subject.Vocabulary;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What an envelope carries beside spans: GENAI015, GENAI017 and GENAI019. */
public final class ItemRules {

    /** Stands in the vocabulary for items that may accompany all others. */
    private static final String COMPANION = "companion";

    private ItemRules() {}

    public static List<Rule<EnvelopeSubject>> all() {
        return List.of(
                Rule.of("GENAI015", ItemRules::mixedTelemetry),
                Rule.of("GENAI017", ItemRules::unknownType),
                Rule.of("GENAI019", ItemRules::droppedTransactionWithoutSpans));
    }

    static void mixedTelemetry(EnvelopeSubject envelope, Consumer<Violation> found) {
        List<ItemSubject> items = envelope.items();
        String first = null;
        for (int i = 0; i < items.size(); i++) {
            String kind = Vocabulary.ITEM_TYPES.get(items.get(i).item().type());
            if (kind == null || kind.equals(COMPANION)) {
                continue;
            }
            if (first != null && !first.equals(kind)) {
                found.accept(
                        new Violation().item(items.get(i)).with("one", first).with("other", kind));
                return;
            }
            first = kind;
        }
    }

    static void unknownType(EnvelopeSubject envelope, Consumer<Violation> found) {
        List<ItemSubject> items = envelope.items();
        for (int i = 0; i < items.size(); i++) {
            String type = items.get(i).item().type();
            if (!Vocabulary.ITEM_TYPES.containsKey(type)) {
                found.accept(new Violation().item(items.get(i)).pointer("/type").actual(type));
            }
        }
    }

    static void droppedTransactionWithoutSpans(EnvelopeSubject envelope, Consumer<Violation> found) {
        List<ItemSubject> items = envelope.items();
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i).isClientReport()) {
                droppedTransactionWithoutSpans(items.get(i), found);
            }
        }
    }

    private static void droppedTransactionWithoutSpans(ItemSubject report, Consumer<Violation> found) {
        List<?> discards = report.payload().array("discarded_events");
        for (int i = 0; i < discards.size(); i++) {
            if (discards.get(i) instanceof JsonObject discard && "transaction".equals(discard.text("category"))) {
                long transactions = quantity(discard);
                long spans = spans(discards, discard.text("reason"));
                if (spans < transactions) {
                    found.accept(new Violation()
                            .item(report)
                            .pointer("/discarded_events/" + i)
                            .expected(transactions + " or more spans")
                            .actual(spans)
                            .with("transactions", transactions)
                            .with("reason", String.valueOf(discard.text("reason"))));
                }
            }
        }
    }

    private static long spans(List<?> discards, @Nullable String reason) {
        long spans = 0;
        for (Object element : discards) {
            if (element instanceof JsonObject discard
                    && "span".equals(discard.text("category"))
                    && String.valueOf(reason).equals(String.valueOf(discard.text("reason")))) {
                spans += quantity(discard);
            }
        }
        return spans;
    }

    private static long quantity(JsonObject discard) {
        return discard.get("quantity") instanceof Long quantity ? quantity : 0;
    }
}
