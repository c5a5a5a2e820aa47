package dev.sentryai.telemetry.rules;

/**
 * A number of tokens as sent.
 *
 * @param key the name under which it was sent
 * @param tokens the number, which may be nonsense
 */
record Count(String key, long tokens) {}
