package dev.sentryai.telemetry.envelope;

import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Bytes that are no envelope: where reading stopped, in which item, and why. */
public sealed class MalformedEnvelopeException extends RuntimeException permits EnvelopeTooLargeException {

    /** The item number that stands for the envelope's own header. */
    static final int NO_ITEM = -1;

    private static final long serialVersionUID = 1L;

    /** Bytes from the start of the decoded envelope. */
    private final long offset;
    /** What was wrong, without the place. */
    private final String reason;
    /** Index of the item, or {@link #NO_ITEM}. */
    private final int item;

    MalformedEnvelopeException(long offset, String reason, int item, @Nullable Throwable cause) {
        super(message(offset, reason, item), cause);
        this.offset = offset;
        this.reason = reason;
        this.item = item;
    }

    /**
     * Where the fault is.
     *
     * @return bytes from the start of the decoded envelope
     */
    public long offset() {
        return offset;
    }

    /**
     * What is wrong.
     *
     * @return a reason without the place
     */
    public String reason() {
        return reason;
    }

    /**
     * The item in which the fault is.
     *
     * @return index of the item, counted from 0; empty if the fault is in the envelope's own header or in the encoding
     */
    public OptionalInt item() {
        return item == NO_ITEM ? OptionalInt.empty() : OptionalInt.of(item);
    }

    private static String message(long offset, String reason, int item) {
        String place = item == NO_ITEM ? "Envelope" : "Item " + item;
        return place + " is malformed at byte " + offset + ": " + reason;
    }
}
