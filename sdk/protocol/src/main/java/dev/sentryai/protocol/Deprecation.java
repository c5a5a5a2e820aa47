package dev.sentryai.protocol;

import org.jspecify.annotations.Nullable;

/**
 * That an attribute should not be sent any more.
 *
 * @param replacement the key to send instead; null when there is none
 * @param status what Sentry does with it on arrival
 */
public record Deprecation(@Nullable String replacement, Status status) {

    /** What Sentry does on arrival with an attribute that is deprecated. A value that the replacement already has always stays. */
    public enum Status {
        /** Copies it to the replacement and keeps it. */
        BACKFILL,
        /** Moves it to the replacement. */
        NORMALIZE,
        /** Reshapes its value, puts that under the replacement and removes it. */
        TRANSFORM,
        /** Nothing. */
        NONE
    }
}
