package dev.sentryai.telemetry.relay;

import dev.sentryai.telemetry.CapturedEnvelope;
import dev.sentryai.telemetry.SpanRecord;
import dev.sentryai.telemetry.SpanSource;
import dev.sentryai.telemetry.envelope.Item;
import dev.sentryai.telemetry.json.JsonObject;
import dev.sentryai.telemetry.json.JsonSize;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds the spans of an envelope that Sentry does not store, and why. Used by one thread. */
final class Discards {

    private static final int KIB = 1024;
    private static final int MIB = 1024 * KIB;
    private static final int MAX_TRANSACTION = MIB;
    private static final int MAX_TRANSACTION_SPANS = 800 * KIB;
    private static final int MAX_CONTAINER = 12 * MIB;
    private static final int MAX_CONTAINER_SPANS = 1000;
    private static final int MAX_STANDALONE = 25;

    private final List<Item> items;
    private final Map<Integer, List<SpanRecord>> spans;
    private final Acceptance acceptance;
    private final Map<SpanRecord, String> reasons = new HashMap<>();

    private Discards(CapturedEnvelope captured, List<SpanRecord> spans) {
        this.items = captured.envelope().items();
        this.spans = spans.stream()
                .collect(
                        Collectors.groupingBy(span -> span.location().item(), LinkedHashMap::new, Collectors.toList()));
        Optional<Instant> sentAt = captured.envelope().header().sentAt();
        this.acceptance = new Acceptance(sentAt.orElse(null));
    }

    /**
     * Returns the reasons for those spans that are not stored.
     *
     * @param spans all that the envelope holds
     */
    static Map<SpanRecord, String> of(CapturedEnvelope captured, List<SpanRecord> spans) {
        Discards discards = new Discards(captured, spans);
        discards.judge();
        return discards.reasons;
    }

    private void judge() {
        spans.forEach((item, itemSpans) -> {
            String whole = reason(items.get(item), itemSpans);
            if (whole != null) {
                itemSpans.forEach(span -> reasons.put(span, whole));
            } else if (itemSpans.get(0).source() == SpanSource.TRANSACTION) {
                cut(items.get(item), itemSpans);
            } else {
                each(itemSpans);
            }
        });
        Set<String> seen = new HashSet<>();
        spans.values().stream().flatMap(List::stream).forEach(span -> {
            if (!reasons.containsKey(span) && !seen.add(span.traceId() + " " + span.spanId())) {
                reasons.put(span, "its envelope has another span with its id");
            }
        });
    }

    /** Why nothing of the item is stored; null if that depends on the spans. */
    private @Nullable String reason(Item item, List<SpanRecord> itemSpans) {
        return switch (itemSpans.get(0).source()) {
            case TRANSACTION -> transaction(item, itemSpans);
            case SPAN_V2 -> container(item);
            case SPAN, OTLP ->
                count(SpanSource.SPAN) > MAX_STANDALONE
                        ? "its envelope has more than " + MAX_STANDALONE + " span items"
                        : null;
        };
    }

    private @Nullable String transaction(Item item, List<SpanRecord> itemSpans) {
        if (item.length() > MAX_TRANSACTION) {
            return "the transaction exceeds 1 MiB";
        }
        return itemSpans.stream()
                .flatMap(span -> acceptance.fault(span).stream())
                .findFirst()
                .map(fault -> "Sentry drops the whole transaction because of a span: " + fault)
                .orElse(null);
    }

    private @Nullable String container(Item item) {
        Object count = item.header().get("item_count");
        JsonObject payload = item.json() instanceof JsonObject object ? object : JsonObject.EMPTY;
        Object version = payload.get("version");
        int spanCount = payload.array("items").size();
        if (item.length() > MAX_CONTAINER) {
            return "the container exceeds 12 MiB";
        }
        if (spanCount > MAX_CONTAINER_SPANS) {
            return "the container has more than " + MAX_CONTAINER_SPANS + " spans";
        }
        if (!(count instanceof Number number) || number.longValue() != spanCount) {
            return "the container has " + spanCount + " spans but item_count "
                    + (count == null ? "is missing" : "says " + count);
        }
        if (version != null && !Long.valueOf(2).equals(version)) {
            return "the container has the unknown version " + version;
        }
        return count(SpanSource.SPAN_V2) > 1 || count(SpanSource.SPAN) > 0
                ? "its envelope has more than one container, or span items beside it"
                : null;
    }

    private long count(SpanSource source) {
        return spans.values().stream()
                .filter(itemSpans -> itemSpans.get(0).source() == source)
                .count();
    }

    /** Spans at the end of a transaction that has too many bytes of them; its first span is the root. */
    private void cut(Item item, List<SpanRecord> itemSpans) {
        if (item.length() <= MAX_TRANSACTION_SPANS) {
            return;
        }
        long left = MAX_TRANSACTION_SPANS;
        for (SpanRecord span : itemSpans.subList(1, itemSpans.size())) {
            left -= JsonSize.of(span.raw()) + 1;
            if (left < 0) {
                reasons.put(span, "the spans of the transaction exceed 800 KiB");
            }
        }
    }

    private void each(List<SpanRecord> itemSpans) {
        itemSpans.forEach(span -> acceptance.fault(span).ifPresent(fault -> reasons.put(span, fault)));
    }
}
