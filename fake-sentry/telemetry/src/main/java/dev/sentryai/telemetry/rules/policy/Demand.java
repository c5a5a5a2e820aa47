package dev.sentryai.telemetry.rules.policy;

/** What a policy says about a kind of data. */
public enum Demand {
    /** Nothing: it may be there or not. */
    NOT_STATED,
    /** It must not be sent. */
    FORBIDDEN,
    /** It must be sent. */
    REQUIRED
}
