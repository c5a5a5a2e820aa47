package dev.sentryai.protocol;

import org.jspecify.annotations.Nullable;

/**
 * An attribute that occurs on gen_ai spans although Sentry's conventions do not have it.
 *
 * @param key the key
 * @param source where it comes from
 * @param nearest the key of the conventions that says the same or nearly so; null when there is none
 */
public record UnregisteredAttribute(
        String key, Source source, @Nullable String nearest) {

    /** Where an attribute comes from that Sentry's conventions do not have. */
    public enum Source {
        /** OpenTelemetry's conventions for spans. */
        OTEL,
        /** OpenTelemetry's conventions for metrics; it has no place on spans. */
        OTEL_METRIC,
        /** Earlier versions of Sentry's conventions or of OpenTelemetry's. */
        REMOVED,
        /** Sentry's SDKs, which use it for themselves. */
        SDK
    }
}
