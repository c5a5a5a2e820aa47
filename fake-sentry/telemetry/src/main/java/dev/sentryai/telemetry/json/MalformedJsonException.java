package dev.sentryai.telemetry.json;

/** Text that was expected to be one JSON value and is not. */
public final class MalformedJsonException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Where reading stopped, in bytes or characters. */
    private final long offset;

    MalformedJsonException(long offset, String reason, Throwable cause) {
        super(reason, cause);
        this.offset = offset;
    }

    MalformedJsonException(long offset, String reason) {
        super(reason);
        this.offset = offset;
    }

    /**
     * Where reading stopped.
     *
     * @return bytes (when bytes were read) or characters (when a string was read) from the start of the value's text
     */
    public long offset() {
        return offset;
    }

    /**
     * Why the text was refused.
     *
     * @return a reason without the place
     */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
