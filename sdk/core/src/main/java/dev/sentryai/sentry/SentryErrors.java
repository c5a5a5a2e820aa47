package dev.sentryai.sentry;

import io.sentry.IScopes;
import io.sentry.SentryEvent;
import io.sentry.SpanContext;
import io.sentry.exception.ExceptionMechanismException;
import io.sentry.protocol.Mechanism;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Exceptions that become events. Stateless. */
public final class SentryErrors {

    private SentryErrors() {}

    /**
     * Captures an exception that the host sees as well.
     *
     * @param messages what the messages of the exception and its causes go through
     */
    public static void capture(
            IScopes scopes,
            Throwable failure,
            ErrorMechanism how,
            @Nullable SpanContext link,
            UnaryOperator<String> messages) {
        Mechanism mechanism = new Mechanism();
        mechanism.setType(how.type());
        mechanism.setHandled(how.handled());
        SentryEvent event =
                new SentryEvent(new ExceptionMechanismException(mechanism, failure, Thread.currentThread()));
        if (link != null) {
            event.getContexts().setTrace(link);
        }
        scopes.captureEvent(event, ErrorRedaction.hint(messages));
    }
}
