package dev.sentryai.runtime;

import dev.sentryai.content.HiddenContent;
import dev.sentryai.delivery.OpenSpan;
import dev.sentryai.sentry.ErrorMechanism;
import dev.sentryai.sentry.SentryErrors;
import io.sentry.IScopes;
import io.sentry.SpanStatus;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * Captures what calls fail with. An exception on its way through nested spans is captured once, for the innermost. The
 * Sentry SDK would drop the others as well, but count each as lost. Thread-safe.
 */
final class Failures {

    private static final int MAX_CAUSES = 32;

    /** What those knew of the content who left the capturing to somebody further up. */
    private final Map<Throwable, HiddenContent> passed = Collections.synchronizedMap(new WeakHashMap<>());

    private final Set<Throwable> captured = Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

    /** Returns what really went wrong, without the wrapping that futures add. */
    static Throwable unwrap(Throwable thrown) {
        Throwable cause = thrown.getCause();
        boolean wrapping = thrown instanceof CompletionException || thrown instanceof ExecutionException;
        return wrapping && cause != null ? unwrap(cause) : thrown;
    }

    /** Somebody who cancels a call knows that it did not succeed. */
    static SpanStatus statusOf(Throwable failure) {
        return isCancellation(failure) ? SpanStatus.CANCELLED : SpanStatus.INTERNAL_ERROR;
    }

    private static boolean isCancellation(Throwable failure) {
        return failure instanceof CancellationException || failure instanceof InterruptedException;
    }

    /**
     * Captures the failure unless it, or what caused it, has been captured.
     *
     * @param mechanism null to leave capturing to somebody further up
     * @param span ended
     * @param hidden what the messages of the failure and its causes must not quote
     */
    void capture(
            IScopes scopes,
            Throwable failure,
            @Nullable ErrorMechanism mechanism,
            OpenSpan span,
            HiddenContent hidden) {
        List<Throwable> chain = chainOf(failure);
        if (mechanism == null) {
            passed.merge(failure, hidden, HiddenContent::and);
            return;
        }
        if (isCancellation(failure) || chain.stream().anyMatch(captured::contains)) {
            return;
        }
        captured.addAll(chain);
        HiddenContent all = chain.stream()
                .map(each -> passed.getOrDefault(each, HiddenContent.NONE))
                .reduce(hidden, HiddenContent::and);
        SentryErrors.capture(scopes, failure, mechanism, span.explicitLink().orElse(null), all.redaction());
    }

    private static List<Throwable> chainOf(Throwable failure) {
        List<Throwable> chain = new ArrayList<>();
        for (Throwable next = failure; next != null && chain.size() < MAX_CAUSES; next = next.getCause()) {
            chain.add(next);
        }
        return chain;
    }
}
