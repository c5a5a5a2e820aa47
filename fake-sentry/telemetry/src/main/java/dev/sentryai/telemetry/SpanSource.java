package dev.sentryai.telemetry;

import java.util.Locale;

/** The wire format in which a span was sent. */
public enum SpanSource {
    /** The root or a child of a transaction item. */
    TRANSACTION,
    /** A span item of its own, the older format. */
    SPAN,
    /** One of the spans in a span v2 container. */
    SPAN_V2,
    /** OpenTelemetry's protocol. */
    OTLP;

    /**
     * The name in machine-readable output.
     *
     * @return for example {@code span_v2}
     */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return wireName();
    }
}
