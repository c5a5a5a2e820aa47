package dev.sentryai.telemetry;

import dev.sentryai.telemetry.json.JsonObject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An error event and the span that it belongs to.
 *
 * @param location where the payload starts
 * @param eventId as sent, from the payload or else the envelope's header; null if absent
 * @param traceId of {@code contexts.trace}; null if absent
 * @param spanId of {@code contexts.trace}: the span in which the error happened; null if absent
 * @param exceptions as sent: the cause before what it caused; may be empty
 * @param raw the whole payload
 */
public record EventRecord(
        Location location,
        @Nullable String eventId,
        @Nullable String traceId,
        @Nullable String spanId,
        List<ExceptionRecord> exceptions,
        JsonObject raw) {

    /** Copies the exceptions. */
    public EventRecord {
        exceptions = List.copyOf(exceptions);
    }

    /**
     * One exception of an event.
     *
     * @param type class of the exception; null if absent
     * @param value message of the exception; null if absent
     * @param mechanism how it was captured; null if absent
     */
    public record ExceptionRecord(
            @Nullable String type,
            @Nullable String value,
            @Nullable Mechanism mechanism) {}

    /**
     * How an exception was captured.
     *
     * @param type for example {@code auto.ai.openai}; null if absent
     * @param handled whether the application caught it; null if absent
     */
    public record Mechanism(@Nullable String type, @Nullable Boolean handled) {}
}
