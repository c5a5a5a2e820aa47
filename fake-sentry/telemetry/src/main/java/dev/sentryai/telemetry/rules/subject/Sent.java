package dev.sentryai.telemetry.rules.subject;

/**
 * An attribute as found by its key or one of the key's other names.
 *
 * @param key the name under which it was sent
 * @param value what was sent
 */
public record Sent(String key, Object value) {}
