package dev.sentryai.protocol;

import org.jspecify.annotations.Nullable;

/**
 * A value that an attribute or a member of a message commonly has.
 *
 * @param value the value
 * @param status whether it should be sent
 * @param replacement the value to send instead; null when it is in force or nothing replaces it
 */
public record WellKnownValue(
        String value, Status status, @Nullable String replacement) {

    /** Whether a value should be sent. */
    public enum Status {
        /** It is in force. */
        CURRENT,
        /** It is an outdated value or spelling. */
        DEPRECATED,
        /** OpenTelemetry has it, but Sentry does not know it. */
        OTEL
    }
}
