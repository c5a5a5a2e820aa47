package dev.sentryai.fakesentry;

/** What was awaited did not come in time. The message says what that was, and what came instead. */
public final class AwaitTimeoutException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    AwaitTimeoutException(String message) {
        super(message);
    }
}
