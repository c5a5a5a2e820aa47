package dev.sentryai.telemetry.repair;

import dev.sentryai.protocol.CommonAttributes;
import dev.sentryai.protocol.ConventionsVersion;
import dev.sentryai.telemetry.SpanRecord;
import dev.sentryai.telemetry.SpanSource;
import dev.sentryai.telemetry.Telemetry;
import dev.sentryai.telemetry.json.JsonObject;
import dev.sentryai.telemetry.repair.EnvelopeEdits.Part;
import dev.sentryai.telemetry.repair.tree.Node;
import dev.sentryai.telemetry.repair.tree.Pointer;
import dev.sentryai.telemetry.rules.subject.JsonKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A span that is being repaired: what it says, and edits that put it right in whatever format it was sent. Used by one thread. */
final class SpanEdits {

    private final SpanRecord span;
    private final Surroundings surroundings;

    SpanEdits(SpanRecord span, Surroundings surroundings) {
        this.span = span;
        this.surroundings = surroundings;
    }

    /**
     * What all spans have in common.
     *
     * @param traces the spans of each trace, by its id
     * @param edits of each envelope, by the name of its file
     */
    record Surroundings(
            Telemetry telemetry,
            Map<String, List<SpanRecord>> traces,
            ConventionsVersion conventions,
            Map<String, EnvelopeEdits> edits) {

        Surroundings(Telemetry telemetry, ConventionsVersion conventions, Map<String, EnvelopeEdits> edits) {
            this(telemetry, byTrace(telemetry), conventions, edits);
        }

        private static Map<String, List<SpanRecord>> byTrace(Telemetry telemetry) {
            Map<String, List<SpanRecord>> traces = new HashMap<>();
            for (SpanRecord span : telemetry.spans()) {
                if (span.traceId() != null) {
                    traces.computeIfAbsent(span.traceId(), id -> new ArrayList<>())
                            .add(span);
                }
            }
            return traces;
        }
    }

    SpanRecord span() {
        return span;
    }

    ConventionsVersion conventions() {
        return surroundings.conventions();
    }

    /** The spans of the same trace, this one included, as far as they were captured. */
    List<SpanRecord> trace() {
        String id = span.traceId();
        return id == null ? List.of() : surroundings.traces().getOrDefault(id, List.of());
    }

    /** The span above this one; null if there is none, or if it was not captured. */
    @Nullable
    SpanRecord parentOf(SpanRecord other) {
        return surroundings.telemetry().parentOf(other).orElse(null);
    }

    /** The span of the same trace that has that id; null if it was not captured. */
    @Nullable
    SpanRecord find(String id) {
        return surroundings.telemetry().find(span.traceId(), id).orElse(null);
    }

    /** The edits of another span. */
    SpanEdits of(SpanRecord other) {
        return new SpanEdits(other, surroundings);
    }

    // --- Reading ---

    boolean isStreamed() {
        return span.source() == SpanSource.SPAN_V2;
    }

    private boolean isRoot() {
        return span.source() == SpanSource.TRANSACTION
                && span.location().pointer().isEmpty();
    }

    /** Null if absent. */
    @Nullable
    Object attribute(String key) {
        return span.attributes().get(key);
    }

    /** The attribute's value if it is text. */
    Optional<String> text(String key) {
        return attribute(key) instanceof String text ? Optional.of(text) : Optional.empty();
    }

    /** The member that a pointer from the item's payload points to; null if absent. */
    @Nullable
    Object at(String pointer) {
        List<String> steps = Pointer.parse(pointer).steps();
        Object value = span.raw();
        for (String step : steps.subList(here().steps().size(), steps.size())) {
            value = value instanceof JsonObject object ? object.get(step) : null;
        }
        return value;
    }

    /** The object of value and type that a streamed span has around a value; null if there is none. */
    @Nullable
    JsonObject wrapper(String key) {
        return isStreamed() && span.raw().object("attributes").get(key) instanceof JsonObject wrapper ? wrapper : null;
    }

    // --- Attributes ---

    /** Sets an attribute, with the type of the value where a type has to be declared. */
    void put(String key, Object value) {
        edit(putting(key, value));
    }

    /** Sets attributes, or removes those whose value is null: all of them or, if another repair is about one of them, none. */
    void putAll(Map<String, ? extends @Nullable Object> values) {
        List<Edit> edits = new ArrayList<>();
        values.forEach((key, value) ->
                edits.add(value == null ? new Edit.Remove(attributePointer(key)) : putting(key, value)));
        edit(new Edit.All(edits));
    }

    private Edit putting(String key, Object value) {
        Node json = Node.of(value);
        return new Edit.Put(attributePointer(key), isStreamed() ? wrapped(json, type(value)) : json);
    }

    private static Node wrapped(Node value, String type) {
        Map<String, Object> wrapper = new LinkedHashMap<>();
        wrapper.put("value", 0);
        wrapper.put("type", type);
        Node node = Node.of(wrapper);
        Pointer.parse("/value").put(node, value);
        return node;
    }

    private static String type(Object value) {
        return value instanceof Integer ? "integer" : JsonKind.of(value).toString();
    }

    /** Writes an attribute that is an object or array as JSON text. */
    void stringify(String key) {
        edit(new Edit.Stringify(attributePointer(key), wrapper(key) != null));
    }

    void remove(String key) {
        edit(new Edit.Remove(attributePointer(key)));
    }

    /** Renames an attribute. Where the other name says the same already, the old one goes; where it says another thing, nothing happens. */
    void rename(String key, String other) {
        Object present = attribute(other);
        if (present == null && span.attributes().containsKey(other)) {
            remove(other); // null: the place is free after this
        } else if (present == null) {
            edit(new Edit.Rename(attributePointer(key), other));
        } else if (present.equals(attribute(key))) {
            remove(key);
        }
    }

    private Pointer attributePointer(String key) {
        return attributes(key).member(key);
    }

    private Pointer attributes(String key) {
        if (!isRoot()) {
            return here().member(isStreamed() ? "attributes" : "data");
        }
        JsonObject contexts = span.raw().object("contexts");
        boolean elsewhere = !contexts.object("trace").object("data").containsKey(key)
                && contexts.object("otel").object("attributes").containsKey(key);
        return Pointer.parse(elsewhere ? "/contexts/otel/attributes" : "/contexts/trace/data");
    }

    // --- Other members ---

    void putOp(String op) {
        if (isStreamed()) {
            put(CommonAttributes.SENTRY_OP, op);
        } else {
            putMember(isRoot() ? "contexts/trace/op" : "op", op);
        }
    }

    void putName(String name) {
        putMember(isStreamed() ? "name" : isRoot() ? "transaction" : "description", name);
    }

    void putStatus(String status) {
        putMember(isRoot() ? "contexts/trace/status" : "status", status);
    }

    /** Sets a member of the span's JSON. */
    void putMember(String path, Object value) {
        putAt(here().steps().isEmpty() ? "/" + path : span.location().pointer() + "/" + path, value);
    }

    /** Sets what a pointer from the item's payload points to. */
    void putAt(String pointer, Object value) {
        edit(new Edit.Put(Pointer.parse(pointer), Node.of(value)));
    }

    /** Removes what a pointer from the item's payload points to. */
    void removeAt(String pointer) {
        edit(new Edit.Remove(Pointer.parse(pointer)));
    }

    private Pointer here() {
        return Pointer.parse(span.location().pointer());
    }

    private void edit(Edit edit) {
        EnvelopeEdits edits = surroundings.edits().get(span.location().file());
        if (edits != null) {
            edits.add(new Part(span.location().item(), true), edit);
        }
    }
}
