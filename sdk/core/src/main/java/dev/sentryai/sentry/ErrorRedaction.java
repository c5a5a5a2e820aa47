package dev.sentryai.sentry;

import io.sentry.EventProcessor;
import io.sentry.Hint;
import io.sentry.SentryEvent;
import io.sentry.SentryOptions;
import io.sentry.protocol.SentryException;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Changes the messages of exceptions in events that this library captures, where their hint says how. The Sentry SDK
 * reads them from the exceptions themselves, so this comes after it.
 */
public final class ErrorRedaction implements EventProcessor {

    private static final String KEY = "sentry-ai:messages";

    private ErrorRedaction() {}

    /** Adds it to a Sentry SDK. */
    public static void install(SentryOptions options) {
        options.addEventProcessor(new ErrorRedaction());
    }

    /** Returns a hint for an event. */
    static Hint hint(UnaryOperator<String> change) {
        Hint hint = new Hint();
        hint.set(KEY, change);
        return hint;
    }

    @Override
    @SuppressWarnings("unchecked") // nobody else has the key
    public SentryEvent process(SentryEvent event, Hint hint) {
        List<SentryException> exceptions = event.getExceptions();
        if (exceptions != null && hint.get(KEY) instanceof UnaryOperator<?> change) {
            exceptions.forEach(exception -> redact(exception, (UnaryOperator<String>) change));
        }
        return event;
    }

    private static void redact(SentryException exception, UnaryOperator<String> change) {
        String message = exception.getValue();
        if (message != null) {
            exception.setValue(change.apply(message));
        }
    }
}
