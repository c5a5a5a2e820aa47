package dev.sentryai.delivery;

import io.sentry.ISpan;
import io.sentry.ITransaction;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A span that is recorded and that the Sentry SDK knows. */
sealed interface KnownSpan extends OpenSpan permits AdoptedSpan, EmbeddedSpan, EnrichedSpan, StreamedSpan {

    /** Returns what the Sentry SDK knows it as. */
    ISpan span();

    /** Returns the transaction that it belongs to; null when it is not known. */
    @Nullable
    ITransaction owner();

    @Override
    default boolean isRecording() {
        return true;
    }

    @Override
    default Optional<ISpan> sentrySpan() {
        return Optional.of(span());
    }

    @Override
    default Optional<ITransaction> transaction() {
        return Optional.ofNullable(owner());
    }
}
