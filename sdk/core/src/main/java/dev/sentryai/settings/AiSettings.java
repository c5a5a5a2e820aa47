package dev.sentryai.settings;

import dev.sentryai.content.ContentSettings;
import dev.sentryai.delivery.attributes.SpanHook;
import dev.sentryai.signal.SignalSettings;

/**
 * What the application decided about AI monitoring.
 *
 * @param streaming whether spans are delivered on their own instead of in their transaction
 * @param content what is recorded of the content of calls, and how
 * @param attributes what spans have beyond what their calls tell
 * @param foreign what happens to AI spans that others make
 * @param beforeSend the last stop of a finished span
 * @param signals what is told of every call besides its span
 */
public record AiSettings(
        boolean streaming,
        ContentSettings content,
        AttributeSettings attributes,
        ForeignSettings foreign,
        SpanHook beforeSend,
        SignalSettings signals) {}
