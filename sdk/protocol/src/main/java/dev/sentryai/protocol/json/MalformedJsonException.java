package dev.sentryai.protocol.json;

import org.jspecify.annotations.Nullable;

/** Text that was expected to be one JSON value and is not. */
public final class MalformedJsonException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Where reading stopped, in characters or bytes. */
    private final long offset;
    /** What was wrong, without the place. */
    private final String reason;

    MalformedJsonException(long offset, String reason, @Nullable Throwable cause) {
        super("JSON is malformed at offset " + offset + ": " + reason, cause);
        this.offset = offset;
        this.reason = reason;
    }

    /** Returns where reading stopped: characters (of a string) or bytes (of an array) from the start, never negative. */
    public long offset() {
        return offset;
    }

    /** Returns what is wrong, without the place. */
    public String reason() {
        return reason;
    }
}
