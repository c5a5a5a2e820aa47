package dev.sentryai.delivery.attributes;

import java.util.Optional;

/** Last stop of a finished span before it is sent. */
@FunctionalInterface
public interface SpanHook {

    /** Sends every span as it is. */
    SpanHook NONE = Optional::of;

    /**
     * Decides what becomes of a span. When it throws, the span is dropped, as the Sentry SDK's own callbacks do: what it
     * should have removed would be sent otherwise.
     *
     * @return the span to send; empty to drop it
     */
    Optional<SpanEdit> apply(SpanEdit span);
}
