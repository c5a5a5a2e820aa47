package dev.sentryai.telemetry.relay;

import dev.sentryai.telemetry.SpanRecord;
import java.util.Optional;

/** What becomes of a span. */
public sealed interface SpanOutcome permits StoredSpan, DroppedSpan {

    /**
     * The span as it was sent.
     *
     * @return the very object that was given
     */
    SpanRecord sent();

    /**
     * The span as it is stored.
     *
     * @return empty if it is dropped
     */
    Optional<StoredSpan> stored();

    /**
     * Why nothing is stored.
     *
     * @return a clause such as {@code it ends before it starts}; empty if the span is stored
     */
    Optional<String> dropReason();
}
