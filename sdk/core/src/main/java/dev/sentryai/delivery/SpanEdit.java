package dev.sentryai.delivery;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The part of a finished span that a {@link SpanHook} may change.
 *
 * @param op such as {@code gen_ai.chat}; changing it has no effect
 * @param name what Sentry shows
 * @param attributes sanitised values; copied
 */
public record SpanEdit(String op, String name, Map<String, Object> attributes) {
    public SpanEdit {
        attributes = new LinkedHashMap<>(attributes);
    }
}
