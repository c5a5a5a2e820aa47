package dev.sentryai.sentry;

import io.sentry.ILogger;
import io.sentry.ISpan;
import io.sentry.JsonSerializable;
import io.sentry.ObjectWriter;
import io.sentry.Span;
import java.io.IOException;
import java.util.Optional;

/**
 * What a span of the Sentry SDK stands for, kept by the span itself. A weak map from one to the other would do as well, but
 * every span of the time since the last garbage collection would then have a part in the next. The contexts of a child are
 * not sent, so this is among them; if they ever were, it would be null.
 */
public final class SpanMark implements JsonSerializable {

    private static final String KEY = "sentry-ai";

    private final Object owner;

    private SpanMark(Object owner) {
        this.owner = owner;
    }

    /**
     * Marks the span.
     *
     * @return false when it can not be marked, as the root of a transaction, whose contexts are sent
     */
    public static boolean put(ISpan span, Object owner) {
        if (span instanceof Span child) {
            child.setContext(KEY, new SpanMark(owner));
            return true;
        }
        return false;
    }

    /** Returns what the span is marked with; empty when it is not. */
    public static Optional<Object> of(ISpan span) {
        return span instanceof Span child && child.getContexts().get(KEY) instanceof SpanMark mark
                ? Optional.of(mark.owner)
                : Optional.empty();
    }

    @Override
    public void serialize(ObjectWriter writer, ILogger logger) throws IOException {
        writer.nullValue();
    }
}
