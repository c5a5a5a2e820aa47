package dev.sentryai.delivery.streaming;

import java.time.Duration;

/**
 * How many spans wait for how long.
 *
 * @param envelopeSpans most spans in one envelope
 * @param envelopeBytes most bytes of spans in one envelope; a longer span loses its largest attributes
 * @param urgentSpans a trace with so many waiting spans is sent without further delay
 * @param delay how long the first span of a trace waits for others
 * @param waitingSpans most spans that wait, of all traces; more are dropped and counted
 * @param waitingBytes most bytes, as JSON, of spans that wait, of all traces; more are dropped and counted. They wait
 *     unwritten, in which their texts take about as much memory
 */
public record BatchLimits(
        int envelopeSpans, int envelopeBytes, int urgentSpans, Duration delay, int waitingSpans, long waitingBytes) {

    /** What Sentry takes in one envelope, less a kilobyte for its headers, and what a host can spare. */
    public static final BatchLimits DEFAULT =
            new BatchLimits(1_000, 5 * 1024 * 1024 - 1_024, 100, Duration.ofSeconds(5), 10_000, 64L * 1024 * 1024);
}
