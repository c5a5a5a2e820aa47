package dev.sentryai.telemetry.rules.subject;

import dev.sentryai.telemetry.SpanSource;
import dev.sentryai.telemetry.envelope.Item;
import dev.sentryai.telemetry.json.JsonObject;
import dev.sentryai.telemetry.json.MalformedJsonException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An item and the spans in it. Used by one thread. */
public final class ItemSubject {

    public static final String CONTAINER_TYPE = "application/vnd.sentry.items.span.v2+json";

    private final Item item;
    private final List<SpanSubject> spans;
    private @Nullable JsonObject payload;
    private @Nullable Set<String> traceIds;

    public ItemSubject(Item item, List<SpanSubject> spans) {
        this.item = item;
        this.spans = spans;
    }

    public Item item() {
        return item;
    }

    public List<SpanSubject> spans() {
        return spans;
    }

    public boolean isTransaction() {
        return item.type().equals("transaction");
    }

    public boolean isSpan() {
        return item.type().equals("span");
    }

    public boolean isClientReport() {
        return item.type().equals("client_report");
    }

    /** The payload of a transaction, which was read for its spans; empty if the item is none. */
    public JsonObject transaction() {
        return isTransaction() && !spans.isEmpty() ? spans.get(0).record().raw() : JsonObject.EMPTY;
    }

    public boolean hasContainerType() {
        return item.header()
                .string("content_type")
                .filter(CONTAINER_TYPE::equals)
                .isPresent();
    }

    /** Whether the payload is a list of spans, whatever the content type says. */
    public boolean isContainer() {
        return isSpan() && payload().get("items") instanceof List;
    }

    public boolean isStandaloneSpan() {
        return spans.size() == 1 && spans.get(0).record().source() == SpanSource.SPAN;
    }

    /** The trace ids of the spans, in the order of the wire. */
    public Set<String> traceIds() {
        if (traceIds == null) {
            traceIds = findTraceIds();
        }
        return traceIds;
    }

    private Set<String> findTraceIds() {
        Set<String> found = Set.of();
        for (int i = 0; i < spans.size(); i++) {
            String id = spans.get(i).record().traceId();
            if (id == null || found.contains(id)) {
                continue;
            }
            if (found.isEmpty()) {
                found = Set.of(id); // and nearly always that is all
            } else {
                found = found.size() == 1 ? new LinkedHashSet<>(found) : found;
                found.add(id);
            }
        }
        return found;
    }

    /** The payload; empty if it is no JSON object, which another rule reports. */
    public JsonObject payload() {
        if (payload == null) {
            payload = read();
        }
        return payload;
    }

    private JsonObject read() {
        try {
            return item.json() instanceof JsonObject object ? object : JsonObject.EMPTY;
        } catch (MalformedJsonException e) {
            return JsonObject.EMPTY;
        }
    }
}
