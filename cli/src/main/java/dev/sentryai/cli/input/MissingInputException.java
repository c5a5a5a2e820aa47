package dev.sentryai.cli.input;

/** A path that leads to nothing, or a pattern that matches nothing. */
public final class MissingInputException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    MissingInputException(String message) {
        super(message);
    }
}
