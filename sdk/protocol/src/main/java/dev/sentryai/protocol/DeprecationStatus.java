package dev.sentryai.protocol;

/** What Sentry does on arrival with an attribute that is deprecated. A value that the replacement already has always stays. */
public enum DeprecationStatus {
    /** Copies it to the replacement and keeps it. */
    BACKFILL,
    /** Moves it to the replacement. */
    NORMALIZE,
    /** Reshapes its value, puts that under the replacement and removes it. */
    TRANSFORM,
    /** Nothing. */
    NONE
}
