package dev.sentryai.protocol;

/** Who sets an attribute. */
public enum Visibility {
    /** SDKs and users. */
    PUBLIC,
    /** Sentry alone. */
    INTERNAL
}
