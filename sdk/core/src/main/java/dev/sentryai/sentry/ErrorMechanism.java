package dev.sentryai.sentry;

/**
 * How an exception came to be captured.
 *
 * @param type such as {@code auto.ai.openai}
 * @param handled false when nothing is known to catch the exception further up
 */
public record ErrorMechanism(String type, boolean handled) {}
