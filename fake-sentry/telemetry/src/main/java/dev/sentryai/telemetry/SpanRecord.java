package dev.sentryai.telemetry;

import dev.sentryai.telemetry.json.JsonObject;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One span as it was sent, whatever the format. Compared by identity. Immutable and thread-safe. */
public final class SpanRecord {

    private final Location location;
    private final SpanFields fields;
    private final Map<String, @Nullable Object> attributes;
    private final JsonObject raw;

    SpanRecord(Location location, SpanFields fields, Map<String, @Nullable Object> attributes, JsonObject raw) {
        this.location = location;
        this.fields = fields;
        this.attributes = Collections.unmodifiableMap(attributes);
        this.raw = raw;
    }

    /**
     * Where the span stands.
     *
     * @return the place of the span's JSON object
     */
    public Location location() {
        return location;
    }

    /**
     * The format in which the span was sent.
     *
     * @return the format
     */
    public SpanSource source() {
        return fields.source();
    }

    /**
     * Whether the span is the root of what one process did: a transaction's root, or marked as such.
     *
     * @return true if so
     */
    public boolean segment() {
        return fields.segment();
    }

    /**
     * The trace id.
     *
     * @return as sent, null if absent or not a string
     */
    public @Nullable String traceId() {
        return fields.ids().trace();
    }

    /**
     * The span id.
     *
     * @return as sent, null if absent or not a string
     */
    public @Nullable String spanId() {
        return fields.ids().span();
    }

    /**
     * The parent's span id.
     *
     * @return as sent, null if absent or not a string
     */
    public @Nullable String parentSpanId() {
        return fields.ids().parent();
    }

    /**
     * The span id of the segment that the span belongs to: of the transaction's root, or as the span says.
     *
     * @return null if not known
     */
    public @Nullable String segmentId() {
        return fields.ids().segment();
    }

    /**
     * The operation, for example {@code gen_ai.chat}.
     *
     * @return as sent, null if absent or not a string
     */
    public @Nullable String op() {
        return fields.labels().op();
    }

    /**
     * The name (a child span's description, a transaction's name).
     *
     * @return as sent, null if absent or not a string
     */
    public @Nullable String name() {
        return fields.labels().name();
    }

    /**
     * What made the span, for example {@code auto.ai.openai}.
     *
     * @return as sent, null if absent or not a string
     */
    public @Nullable String origin() {
        return fields.labels().origin();
    }

    /**
     * How the span ended, for example {@code ok}.
     *
     * @return as sent, null if absent or not a string
     */
    public @Nullable String status() {
        return fields.labels().status();
    }

    /**
     * When the span started; time stamps sent as text are converted.
     *
     * @return seconds since 1970, null if absent or unreadable
     */
    public @Nullable Double startSeconds() {
        return fields.times().start();
    }

    /**
     * When the span ended; time stamps sent as text are converted.
     *
     * @return seconds since 1970, null if absent or unreadable
     */
    public @Nullable Double endSeconds() {
        return fields.times().end();
    }

    /**
     * From start to end, to the microsecond, which is as exact as the times are.
     *
     * @return negative if the span ended before it started, empty if one of the times is not known
     */
    public Optional<Duration> duration() {
        Double start = startSeconds();
        Double end = endSeconds();
        if (start == null || end == null) {
            return Optional.empty();
        }
        return Optional.of(Duration.ofNanos(Math.round((end - start) * 1e6) * 1000));
    }

    /**
     * The attributes as plain values.
     *
     * @return what was sent, in the order of the wire, immutable
     */
    public Map<String, @Nullable Object> attributes() {
        return attributes;
    }

    /**
     * The attribute under exactly this key.
     *
     * @param key for example {@code gen_ai.request.model}
     * @return as sent, empty if absent or null
     */
    public Optional<Object> sent(String key) {
        return Optional.ofNullable(attributes.get(key));
    }

    /**
     * The type that a span v2 declares for an attribute.
     *
     * @param key for example {@code gen_ai.request.model}
     * @return as sent, empty if absent, not a string, or in another format
     */
    public Optional<String> declaredType(String key) {
        return source() == SpanSource.SPAN_V2
                ? raw.object("attributes").object(key).string("type")
                : Optional.empty();
    }

    /**
     * The JSON object that the span was read from; for a transaction's root that is the whole transaction.
     *
     * @return every member as sent
     */
    public JsonObject raw() {
        return raw;
    }

    /**
     * Whether Sentry would take this for a span about AI: by its op, or by an operation name or type.
     *
     * @return true if so
     */
    public boolean isAi() {
        String op = op() == null ? "" : op();
        return op.startsWith("gen_ai.")
                || op.startsWith("ai.")
                || sent("gen_ai.operation.name").isPresent()
                || sent("gen_ai.operation.type").isPresent();
    }

    boolean isChildOf(SpanRecord other) {
        return parentSpanId() != null
                && parentSpanId().equals(other.spanId())
                && java.util.Objects.equals(traceId(), other.traceId());
    }

    @Override
    public String toString() {
        return op() + " \"" + name() + "\" (" + location + ")";
    }
}
