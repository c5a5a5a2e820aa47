package dev.sentryai.telemetry.envelope;

/** An envelope, item or header line that is larger than the reader's {@link Limits}. */
public final class EnvelopeTooLargeException extends MalformedEnvelopeException {

    private static final long serialVersionUID = 1L;

    EnvelopeTooLargeException(long offset, String reason, int item) {
        super(offset, reason, item, null);
    }
}
