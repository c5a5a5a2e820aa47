package dev.sentryai.cli.fix;

/** Copies can't be written where the user wants them. The message says why and what to do. */
public final class CopyException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    CopyException(String message) {
        super(message);
    }
}
