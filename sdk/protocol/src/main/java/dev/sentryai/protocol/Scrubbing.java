package dev.sentryai.protocol;

/** Which of its rules against personal data Sentry applies to an attribute. */
public enum Scrubbing {
    /** The default rules and those of the customer. */
    AUTO,
    /** Only rules that the customer wrote for that attribute. */
    MANUAL,
    /** None. */
    NEVER
}
