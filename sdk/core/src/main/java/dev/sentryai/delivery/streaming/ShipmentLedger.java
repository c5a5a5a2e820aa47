package dev.sentryai.delivery.streaming;

import dev.sentryai.sentry.ClientReports;
import dev.sentryai.sentry.SentrySdk;
import io.sentry.Hint;
import io.sentry.SentryEnvelope;
import io.sentry.SentryLevel;
import io.sentry.SentryOptions;
import io.sentry.clientreport.DiscardReason;
import io.sentry.transport.ITransport;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Follows envelopes through the SDK's own transport, so that every span is either delivered or counted as lost. The
 * transport leaves three gaps: some versions count a container of lost spans as one span; a connection that breaks before
 * the answer counts nothing, and takes the client report in the envelope with it; neither does what is still queued when
 * the transport is closed. Sentry itself counts what it refuses with status 429. Thread-safe.
 */
final class ShipmentLedger {

    private final SentryOptions options;
    private final ITransport transport;
    private final TransportNotes notes = new TransportNotes();
    private final Map<Shipment, SentryEnvelope> onTheWay = new ConcurrentHashMap<>();
    private volatile boolean shutDown;

    ShipmentLedger(SentryOptions options, ITransport transport) {
        this.options = options;
        this.transport = transport;
        notes.attachTo(options);
    }

    /** Hands an envelope to the transport. */
    void send(SentryEnvelope envelope, Hint hint) throws IOException {
        Shipment shipment = Shipment.of(hint).orElse(null);
        if (shipment == null) {
            transport.send(envelope, hint);
            return;
        }
        shipment.handOver(this);
        onTheWay.put(shipment, envelope);
        notes.clear();
        try {
            if (!shutDown) {
                transport.send(envelope, hint);
            }
        } finally {
            handedOver(shipment);
        }
    }

    /** What the transport counted by now it did not even enqueue, or only in part. */
    private void handedOver(Shipment shipment) {
        notes.takeDiscard().ifPresent(discard -> countRest(shipment, discard));
        if (!shipment.isEnqueued()) {
            onTheWay.remove(shipment);
            count(shipment.takeSpans(), DiscardReason.SEND_ERROR);
            shipment.end();
        } else if (shutDown) {
            lose(shipment);
        }
    }

    /** Notes what became of an envelope, on the thread of the transport that sent it. */
    void arrived(Shipment shipment, boolean success) {
        SentryEnvelope envelope = onTheWay.remove(shipment);
        if (envelope == null) {
            return;
        }
        try {
            if (!success) {
                failed(shipment, notes.sent().orElse(envelope));
            }
        } finally {
            notes.clear();
            shipment.end();
        }
    }

    private void failed(Shipment shipment, SentryEnvelope sent) {
        Optional<TransportNotes.Discard> counted = notes.takeDiscard();
        if (counted.isPresent()) {
            countRest(shipment, counted.get());
        } else if (SentrySdk.isRateLimited(transport, shipment.isOurs())) {
            ClientReports.countReportsAgain(options, sent);
        } else if (!SentrySdk.isKeptOnDisk(options)) {
            countAll(shipment, sent);
        }
    }

    private void countAll(Shipment shipment, SentryEnvelope envelope) {
        notes.clear();
        ClientReports.countLost(options, DiscardReason.NETWORK_ERROR, envelope);
        notes.takeDiscard().ifPresent(discard -> countRest(shipment, discard));
    }

    private void countRest(Shipment shipment, TransportNotes.Discard discard) {
        count(shipment.takeSpans() - discard.spans(), discard.reason());
    }

    private void count(long spans, DiscardReason reason) {
        if (spans > 0) {
            ClientReports.countLostSpans(options, reason, spans);
        }
    }

    /**
     * Closes the transport.
     *
     * @param restarting true when it goes on to send what it has, but takes nothing more
     */
    void close(boolean restarting) throws IOException {
        shutDown = true;
        transport.close(restarting);
        if (!restarting && !onTheWay.isEmpty()) {
            options.getLogger()
                    .log(
                            SentryLevel.WARNING,
                            "%d envelopes were not sent before the Sentry SDK was closed.",
                            onTheWay.size());
            onTheWay.keySet().forEach(this::lose);
        }
    }

    private void lose(Shipment shipment) {
        SentryEnvelope envelope = onTheWay.remove(shipment);
        if (envelope != null) {
            countAll(shipment, envelope);
            shipment.end();
        }
    }
}
