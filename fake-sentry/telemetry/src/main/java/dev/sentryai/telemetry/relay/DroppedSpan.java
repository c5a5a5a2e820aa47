package dev.sentryai.telemetry.relay;

import dev.sentryai.telemetry.SpanRecord;
import java.util.Optional;

/**
 * A span that Sentry does not store.
 *
 * @param sent the span
 * @param reason why, as a clause such as {@code it ends before it starts}
 */
public record DroppedSpan(SpanRecord sent, String reason) implements SpanOutcome {

    @Override
    public Optional<StoredSpan> stored() {
        return Optional.empty();
    }

    @Override
    public Optional<String> dropReason() {
        return Optional.of(reason);
    }
}
