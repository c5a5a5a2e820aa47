package dev.sentryai.delivery;

import dev.sentryai.delivery.attributes.Ending;
import io.sentry.ISpan;
import io.sentry.ITransaction;
import io.sentry.SpanContext;
import java.util.Optional;
import java.util.OptionalInt;

/** A started span, in one of the ways in which it can travel. The caller ends it once; everything else is thread-safe. */
public sealed interface OpenSpan permits KnownSpan, DetachedSpan, UnsampledSpan {

    /** Returns a span of which nothing is sent. */
    static OpenSpan unrecorded() {
        return UnsampledSpan.NONE;
    }

    /** Tells whether what is set on it will be sent. */
    boolean isRecording();

    /** Returns the span that the Sentry SDK knows; empty when it would not have one, as after the transaction's end. */
    Optional<ISpan> sentrySpan();

    /** Returns the transaction that the span belongs to; empty when it is not known. */
    Optional<ITransaction> transaction();

    /**
     * Shows an attribute to those who look at the span while it is open.
     *
     * @param value sanitised
     */
    void set(String key, Object value);

    /**
     * Shows an attribute that is set when the span is about to end. It needs to be seen only where others get the ended
     * span, or where it replaces a value that would be taken for newer.
     *
     * @param value sanitised
     */
    default void setLast(String key, Object value) {
        set(key, value);
    }

    /** Returns how many bytes its input messages may have; empty for no limit but that of a single attribute. */
    default OptionalInt maxInputBytes() {
        return OptionalInt.empty();
    }

    /** Ends the span now and sends it on its way. */
    void finish(Ending ending);

    /**
     * Returns what an error must carry to be shown with this span; empty when the Sentry SDK links the error by itself,
     * by the throwable.
     */
    Optional<SpanContext> explicitLink();
}
