package dev.sentryai.runtime;

import dev.sentryai.delivery.SpanHook;

/**
 * What the application decided about AI monitoring.
 *
 * @param streaming whether spans are delivered on their own instead of in their transaction
 * @param content what is recorded of the content of calls, and how
 * @param attributes what spans have beyond what their calls tell
 * @param replaceForeignSpans whether our span of a call takes the place of one that somebody else made for it; otherwise
 *     theirs stays and gets what it lacks
 * @param beforeSend the last stop of a finished span
 */
public record AiSettings(
        boolean streaming,
        ContentSettings content,
        AttributeSettings attributes,
        boolean replaceForeignSpans,
        SpanHook beforeSend) {}
