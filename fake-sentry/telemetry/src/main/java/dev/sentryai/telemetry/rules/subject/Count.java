package dev.sentryai.telemetry.rules.subject;

/**
 * A number of tokens as sent.
 *
 * @param key the name under which it was sent
 * @param tokens the number, which may be nonsense
 */
public record Count(String key, long tokens) {}
