package dev.sentryai.fakesentry;

import dev.sentryai.fakesentry.http.Answer;
import dev.sentryai.fakesentry.http.Body;
import dev.sentryai.fakesentry.http.Request;
import dev.sentryai.protocol.json.Json;
import dev.sentryai.telemetry.envelope.ContentEncoding;
import dev.sentryai.telemetry.envelope.Envelope;
import dev.sentryai.telemetry.envelope.EnvelopeTooLargeException;
import dev.sentryai.telemetry.envelope.MalformedEnvelopeException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Judges requests as Relay does and passes on those that it would take. Safe for use by many threads. */
final class Ingest {

    private static final System.Logger LOGGER = System.getLogger(Ingest.class.getName());
    private static final Pattern EVENT_ID = Pattern.compile("[0-9a-fA-F]{32}");

    private final Inbox inbox;

    Ingest(Inbox inbox) {
        this.inbox = inbox;
    }

    Answer handle(Request request) {
        try {
            String eventId = accept(request);
            return new Answer(200, eventId.isEmpty() ? "{}" : Json.write(Map.of("id", eventId)));
        } catch (Refusal refusal) {
            inbox.refuse(refusal);
            return refusal.answer();
        }
    }

    /** Returns the event id, empty where the envelope has none. */
    private String accept(Request request) {
        Body body = request.body();
        if (body == null) {
            throw SizeLimits.tooLarge("envelope");
        }
        Endpoint endpoint = Endpoint.of(request);
        Optional<Credentials> credentials = Credentials.of(request);
        if (body.length() == 0) {
            throw new Refusal(400, "empty request body");
        }
        if (!endpoint.isLegacyStore()) {
            return accept(endpoint.projectId(), credentials, body);
        }
        byte[] envelope = LegacyEvent.toEnvelope(decodeEvent(body));
        return accept(endpoint.projectId(), credentials, new Body(ContentEncoding.IDENTITY, envelope));
    }

    private String accept(String projectId, Optional<Credentials> given, Body body) {
        Envelope envelope = parse(body);
        String eventId = eventId(envelope);
        Credentials sender = Dsn.of(envelope)
                .map(dsn -> dsn.authorize(given, projectId))
                .or(() -> given)
                .orElseThrow(Credentials::missing);
        SizeLimits.check(envelope);
        deliver(new Arrival(projectId, sender, body));
        return eventId;
    }

    private void deliver(Arrival arrival) {
        try {
            inbox.accept(arrival);
        } catch (UncheckedIOException cannotRecord) {
            LOGGER.log(System.Logger.Level.WARNING, "An envelope is lost", cannotRecord);
            throw new Refusal(503, "failed to queue envelope", String.valueOf(cannotRecord.getMessage()));
        }
    }

    private static Envelope parse(Body body) {
        try {
            return body.envelope();
        } catch (EnvelopeTooLargeException e) {
            throw SizeLimits.tooLarge("envelope");
        } catch (MalformedEnvelopeException e) {
            throw new Refusal(400, "invalid event envelope", String.valueOf(e.getMessage()));
        }
    }

    private static byte[] decodeEvent(Body body) {
        try (InputStream decoded = body.decoded(SizeLimits.EVENT)) {
            return decoded.readAllBytes();
        } catch (EnvelopeTooLargeException e) {
            throw SizeLimits.tooLarge("event");
        } catch (MalformedEnvelopeException | IOException e) {
            throw new Refusal(400, "invalid request body", String.valueOf(e.getMessage()));
        }
    }

    private static String eventId(Envelope envelope) {
        String id = envelope.header().eventId().orElse("").replace("-", "");
        if (!id.isEmpty() && !EVENT_ID.matcher(id).matches()) {
            throw new Refusal(400, "invalid event envelope", "event_id must be 32 hexadecimal digits but was " + id);
        }
        return id;
    }
}
