package dev.sentryai.telemetry.relay;

import dev.sentryai.protocol.json.Json;
import dev.sentryai.telemetry.SpanRecord;
import dev.sentryai.telemetry.SpanSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A span on its way to storage: its attributes as they are by now, and what was done to them. Used by one thread. */
final class Draft {

    private final SpanRecord sent;
    private final Map<String, Object> attributes = new LinkedHashMap<>();
    private final List<Change> changes = new ArrayList<>();

    Draft(SpanRecord sent) {
        this.sent = sent;
    }

    SpanRecord sent() {
        return sent;
    }

    /** Relay treats streamed spans and those of the older formats differently. */
    boolean isStreamed() {
        return sent.source() == SpanSource.SPAN_V2 || sent.source() == SpanSource.OTLP;
    }

    /** By key, to be changed only by the methods here. */
    Map<String, Object> attributes() {
        return attributes;
    }

    @Nullable
    Object get(String key) {
        return attributes.get(key);
    }

    boolean has(String key) {
        return attributes.containsKey(key);
    }

    Optional<String> text(String key) {
        return get(key) instanceof String text ? Optional.of(text) : Optional.empty();
    }

    /** Takes an attribute over as it was sent. */
    void keep(String key, Object value) {
        attributes.put(key, value);
    }

    /** Gives the attribute that value; nothing happens if it has it already. */
    void set(ChangeKind kind, String key, Object value, String reason) {
        if (!value.equals(attributes.put(key, value))) {
            changes.add(new Change(kind, key, reason));
        }
    }

    /** Removes the attribute, which need not be there. */
    void remove(ChangeKind kind, String key, String reason) {
        attributes.remove(key);
        changes.add(new Change(kind, key, reason));
    }

    /** Writes JSON text; empty if the value nests too deeply to be written. */
    static Optional<String> json(Object value) {
        try {
            return Optional.of(Json.write(value));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    StoredSpan store() {
        return new StoredSpan(sent, attributes, changes);
    }
}
