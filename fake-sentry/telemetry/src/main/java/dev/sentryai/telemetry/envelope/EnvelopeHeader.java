package dev.sentryai.telemetry.envelope;

import dev.sentryai.telemetry.json.JsonObject;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * The first line of an envelope, read.
 *
 * @param fields every member as sent, in the order of the text
 */
public record EnvelopeHeader(JsonObject fields) {

    /**
     * The id of the event or transaction inside.
     *
     * @return empty if absent or not a string
     */
    public Optional<String> eventId() {
        return fields.string("event_id");
    }

    /**
     * The address that the envelope is meant for.
     *
     * @return empty if absent or not a string
     */
    public Optional<String> dsn() {
        return fields.string("dsn");
    }

    /**
     * When the envelope was sent, by the sender's clock.
     *
     * @return empty if absent or not a time stamp as in RFC 3339
     */
    public Optional<Instant> sentAt() {
        return fields.string("sent_at").flatMap(EnvelopeHeader::parse);
    }

    /**
     * The dynamic sampling context.
     *
     * @return an empty object if absent
     */
    public JsonObject trace() {
        return fields.object("trace");
    }

    private static Optional<Instant> parse(String text) {
        Instant instant = UtcTime.parse(text);
        if (instant != null) {
            return Optional.of(instant);
        }
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
