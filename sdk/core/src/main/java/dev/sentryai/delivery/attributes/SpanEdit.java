package dev.sentryai.delivery.attributes;

import java.util.Map;

/**
 * The part of a finished span that a {@link SpanHook} may change.
 *
 * @param op such as {@code gen_ai.chat}; changing it has no effect
 * @param name what Sentry shows
 * @param attributes sanitised values; handed over, see {@link Ending}
 */
public record SpanEdit(String op, String name, Map<String, Object> attributes) {}
