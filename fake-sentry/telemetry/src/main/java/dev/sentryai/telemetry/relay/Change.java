package dev.sentryai.telemetry.relay;

/**
 * One thing that Relay did to an attribute.
 *
 * @param kind what was done; its {@link ChangeKind#source} says why Relay does so
 * @param attribute key of the attribute that was set, changed or removed
 * @param reason what it was made of or why it went, in a few words
 */
public record Change(ChangeKind kind, String attribute, String reason) {}
