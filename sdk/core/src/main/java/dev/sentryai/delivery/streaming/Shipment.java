package dev.sentryai.delivery.streaming;

import dev.sentryai.sentry.SentrySdk;
import io.sentry.Hint;
import io.sentry.hints.Enqueable;
import io.sentry.hints.SubmissionResult;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * An envelope on its way. It travels as the hint of the envelope, by which the Sentry SDK tells what becomes of it.
 * Thread-safe.
 */
final class Shipment implements SubmissionResult, Enqueable {

    private final AtomicInteger unaccountedSpans;
    private final boolean ours;
    private final Runnable whenOver;
    private final AtomicBoolean over = new AtomicBoolean();
    private volatile @Nullable ShipmentLedger ledger;
    private volatile @Nullable Thread sender;
    private volatile boolean enqueued;
    private volatile boolean success;

    private Shipment(int spans, boolean ours, Runnable whenOver) {
        this.unaccountedSpans = new AtomicInteger(spans);
        this.ours = ours;
        this.whenOver = whenOver;
    }

    /** @param whenOver run once, when the transport does not have the envelope any more */
    static Shipment ofSpans(int spans, Runnable whenOver) {
        return new Shipment(spans, true, whenOver);
    }

    /** Returns one for an envelope of the Sentry SDK, which counts its losses by itself. */
    private static Shipment ofOthers() {
        return new Shipment(0, false, () -> {});
    }

    boolean isOurs() {
        return ours;
    }

    /** Returns what follows the envelope of this hint; empty when somebody else wants to hear of its fate. */
    static Optional<Shipment> of(Hint hint) {
        Object listener = SentrySdk.listenerOf(hint);
        if (listener == null || (listener instanceof Shipment former && !former.ours)) {
            Shipment shipment = ofOthers();
            SentrySdk.setListener(hint, shipment);
            return Optional.of(shipment);
        }
        return listener instanceof Shipment shipment ? Optional.of(shipment) : Optional.empty();
    }

    /** Notes that the transport gets the envelope from this thread. */
    void handOver(ShipmentLedger keeper) {
        sender = Thread.currentThread();
        ledger = keeper;
    }

    /** Tells whether the transport has ever had the envelope. */
    boolean isHandedOver() {
        return sender != null;
    }

    /** Returns how many spans are still to be accounted for, and takes them as accounted for. */
    int takeSpans() {
        return unaccountedSpans.getAndSet(0);
    }

    /** Ends the journey; only the first call counts. */
    void end() {
        if (over.compareAndSet(false, true)) {
            whenOver.run();
        }
    }

    @Override
    public void markEnqueued() {
        enqueued = true;
    }

    boolean isEnqueued() {
        return enqueued;
    }

    /** On the sending thread it is about an envelope that was not even enqueued, and comes too early to be of use. */
    @Override
    public void setResult(boolean succeeded) {
        success = succeeded;
        ShipmentLedger keeper = ledger;
        if (keeper != null && Thread.currentThread() != sender) {
            keeper.arrived(this, succeeded);
        }
    }

    @Override
    public boolean isSuccess() {
        return success;
    }
}
