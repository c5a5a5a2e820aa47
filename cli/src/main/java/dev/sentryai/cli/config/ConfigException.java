package dev.sentryai.cli.config;

/** A file of settings that can't be read or makes no sense; the message names file, line and column. */
public final class ConfigException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ConfigException(String message) {
        super(message);
    }

    ConfigException(String message, Throwable cause) {
        super(message, cause);
    }
}
