package dev.sentryai.telemetry.rules.envelope;

import dev.sentryai.telemetry.json.JsonSize;
import dev.sentryai.telemetry.rules.subject.EnvelopeSubject;
import dev.sentryai.telemetry.rules.subject.ItemSubject;
import dev.sentryai.telemetry.rules.subject.Rule;
import dev.sentryai.telemetry.rules.subject.SpanSubject;
import dev.sentryai.telemetry.rules.subject.Violation;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Sizes of items: GENAI250 to GENAI253, GENAI257 and GENAI259. */
public final class SizeRules {

    private static final int KIB = 1024;
    private static final int MIB = 1024 * KIB;
    private static final int MAX_TRANSACTION = MIB;
    private static final int MAX_SPANS = 800 * KIB;
    private static final int MAX_CONTAINER = 12 * MIB;
    private static final int MAX_AVERAGE_SPAN = 10 * MIB;
    private static final int MAX_ATTRIBUTES = 1_000_000;
    private static final int MAX_SPAN_COUNT = 1000;
    private static final int MAX_REPORT = 100 * KIB;
    private static final int LARGE_REPORT = 4 * KIB;
    private static final int MAX_DISCARDS = 100;

    /** What Relay counts for a number, which may take a single byte as JSON. */
    private static final int NUMBER = 8;

    /** From this share of a limit on, it is time to do something. */
    private static final double NEAR = 0.8;

    private SizeRules() {}

    public static List<Rule<EnvelopeSubject>> all() {
        return List.of(
                Rule.of("GENAI250", each(SizeRules::largeTransaction)),
                Rule.of("GENAI251", each(SizeRules::largeSpans)),
                Rule.of("GENAI252", each(SizeRules::largeAttributes)),
                Rule.of("GENAI253", each(SizeRules::largeContainer)),
                Rule.of("GENAI257", each(SizeRules::manySpans)),
                Rule.of("GENAI259", each(SizeRules::largeReport)));
    }

    private static Rule.Check<EnvelopeSubject> each(Rule.Check<ItemSubject> check) {
        return (envelope, found) -> {
            List<ItemSubject> items = envelope.items();
            for (int i = 0; i < items.size(); i++) {
                check.check(items.get(i), found);
            }
        };
    }

    static void largeTransaction(ItemSubject item, Consumer<Violation> found) {
        int bytes = item.item().length();
        if (bytes > MAX_TRANSACTION * NEAR && item.isTransaction()) {
            boolean fits = bytes <= MAX_TRANSACTION;
            found.accept(size(item, bytes, MAX_TRANSACTION)
                    .with("consequence", fits ? "near the limit" : "Sentry rejects the envelope (413)")
                    .milder(fits));
        }
    }

    static void largeSpans(ItemSubject item, Consumer<Violation> found) {
        if (item.item().length() <= MAX_SPANS * NEAR || !item.isTransaction()) {
            return;
        }
        List<?> spans = item.transaction().array("spans");
        long bytes = JsonSize.of(spans);
        if (bytes > MAX_SPANS * NEAR) {
            int cut = cut(spans, bytes);
            found.accept(size(item, bytes, MAX_SPANS)
                    .pointer("/spans")
                    .with(
                            "consequence",
                            cut == 0 ? "near the limit" : "Sentry cuts the last " + cut + " of " + spans.size())
                    .milder(cut == 0));
        }
    }

    /** How many spans at the end of the list have to go until the rest fits. */
    private static int cut(List<?> spans, long bytes) {
        int kept = spans.size();
        for (long left = bytes; left > MAX_SPANS && kept > 0; kept--) {
            left -= JsonSize.of(spans.get(kept - 1)) + 1;
        }
        return spans.size() - kept;
    }

    static void largeAttributes(ItemSubject item, Consumer<Violation> found) {
        if (item.item().length() <= MAX_ATTRIBUTES * NEAR / NUMBER) {
            return; // whatever stands there, Relay does not count more
        }
        for (SpanSubject span : item.spans()) {
            long bytes = 0;
            long most = 0;
            String largest = "";
            for (Map.Entry<String, @Nullable Object> attribute :
                    span.attributes().entrySet()) {
                long size = JsonSize.utf8(attribute.getKey()) + counted(attribute.getValue());
                bytes += size;
                if (size > most) {
                    most = size;
                    largest = attribute.getKey();
                }
            }
            if (bytes > MAX_ATTRIBUTES * NEAR) {
                found.accept(largeAttributes(bytes, largest).span(span.record()));
            }
        }
    }

    private static Violation largeAttributes(long bytes, String largest) {
        boolean fits = bytes <= MAX_ATTRIBUTES;
        return new Violation()
                .attribute(largest)
                .expected("at most " + MAX_ATTRIBUTES)
                .actual(bytes)
                .with("consequence", fits ? "near the limit" : largest + " is cut and no longer JSON")
                .milder(fits);
    }

    private static long counted(@Nullable Object value) {
        if (value instanceof String text) {
            return JsonSize.utf8(text);
        } else if (value instanceof Number) {
            return NUMBER;
        }
        return value instanceof Boolean ? 1 : JsonSize.of(value);
    }

    static void largeContainer(ItemSubject item, Consumer<Violation> found) {
        int bytes = item.item().length();
        if (bytes > MAX_AVERAGE_SPAN && item.isContainer()) {
            int spans = Math.max(1, item.payload().array("items").size());
            boolean total = bytes > MAX_CONTAINER;
            if (total || bytes / spans > MAX_AVERAGE_SPAN) {
                found.accept(size(item, total ? bytes : bytes / spans, total ? MAX_CONTAINER : MAX_AVERAGE_SPAN)
                        .with("what", total ? "Container" : "Average span"));
            }
        }
    }

    static void manySpans(ItemSubject item, Consumer<Violation> found) {
        int children = item.spans().size() - 1; // the first one is the root
        if (children > MAX_SPAN_COUNT && item.isTransaction()) {
            found.accept(new Violation()
                    .item(item)
                    .pointer("/spans")
                    .expected("at most " + MAX_SPAN_COUNT)
                    .actual(children));
        }
    }

    static void largeReport(ItemSubject item, Consumer<Violation> found) {
        if (!item.isClientReport()) {
            return;
        }
        int bytes = item.item().length();
        int discards = item.payload().array("discarded_events").size();
        boolean many = discards > MAX_DISCARDS;
        boolean rejected = bytes > MAX_REPORT || many;
        if (bytes > LARGE_REPORT || rejected) {
            Violation violation = many
                    ? size(item, discards, MAX_DISCARDS).pointer("/discarded_events")
                    : size(item, bytes, rejected ? MAX_REPORT : LARGE_REPORT);
            found.accept(violation
                    .with("bytes", bytes)
                    .with("discards", discards)
                    .with("consequence", rejected ? ": Sentry rejects it (413)" : "")
                    .milder(!rejected));
        }
    }

    private static Violation size(ItemSubject item, long actual, long limit) {
        return new Violation().item(item).expected("at most " + limit).actual(actual);
    }
}
