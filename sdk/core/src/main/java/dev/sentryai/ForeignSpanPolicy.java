package dev.sentryai;

/**
 * What happens when a wrapped client makes a call for which another instrumentation has an open span: one of
 * OpenTelemetry, or the application itself with {@code startChild("gen_ai.chat")}. Two spans would count its tokens and
 * its cost twice, so there is one.
 *
 * <p>A span is taken for the same call when it is current, its op or its attribute {@code gen_ai.operation.name} names
 * the same kind of call (text generation, embeddings) and it was not made by this library. Spans of agents and tools are
 * never touched.
 */
public enum ForeignSpanPolicy {

    /**
     * Theirs is sent, where and how it would be sent anyway. It gets the attributes that it lacks at the end of the call.
     * The default, as it takes nothing away from anybody. Choose it when the other spans have an op that starts with
     * {@code gen_ai.}, or are read outside of Sentry as well.
     */
    ENRICH,

    /**
     * Ours is sent in its place; theirs is not sent to Sentry, nor is what was set on it alone. Choose it when the other
     * spans come from OpenTelemetry: their op is their OpenTelemetry name, such as {@code chat gpt-4o}, by which Sentry's
     * AI views do not find them. Where the place is not known, as when theirs is a transaction, it is enriched after all.
     */
    REPLACE
}
