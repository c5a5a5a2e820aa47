package dev.sentryai.telemetry.relay;

/** What Relay does to an attribute on arrival. */
public enum ChangeKind {
    /** Made of a field, tag or measurement of the older formats, or turned into text. */
    CONVERTED("Relay: conversion of older spans"),
    /** Removed because value and declared type do not fit. */
    REMOVED("Relay: types of attributes"),
    /** Copied from a deprecated name, which stays. */
    COPIED("Sentry conventions: deprecation status backfill"),
    /** Moved from or away to another name. */
    MOVED("Sentry conventions: deprecation status normalize"),
    /** Reshaped and moved from or away to another name. */
    RESHAPED("Sentry conventions: deprecation status transform"),
    /** Derived from other attributes, in place of what was sent. */
    COMPUTED("Relay: normalisation of AI spans"),
    /** Cut or dropped because the span is too large. */
    TRIMMED("Relay: trimming"),
    /** Replaced because it looks like personal data or a secret. */
    SCRUBBED("Relay: default rules against personal data");

    private final String source;

    ChangeKind(String source) {
        this.source = source;
    }

    /**
     * Where Sentry's behaviour is described.
     *
     * @return a short citation
     */
    public String source() {
        return source;
    }
}
