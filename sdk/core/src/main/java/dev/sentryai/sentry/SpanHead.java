package dev.sentryai.sentry;

/**
 * What is fixed about a span when it starts.
 *
 * @param op such as {@code gen_ai.chat}
 * @param name what Sentry shows until the span ends
 * @param origin who made it, such as {@code auto.ai.openai}
 */
public record SpanHead(String op, String name, String origin) {}
