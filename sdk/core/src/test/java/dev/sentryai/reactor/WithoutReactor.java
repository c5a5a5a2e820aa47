package dev.sentryai.reactor;

import dev.sentryai.SentryAi;
import dev.sentryai.telemetry.SpanRecord;
import dev.sentryai.testing.SentrySession;
import io.sentry.ITransaction;
import java.util.function.Supplier;

/** What an application without Reactor does. Runs in a class loader of its own, so it must not know Reactor either. */
public final class WithoutReactor implements Supplier<Object> {

    /** Made by reflection. */
    public WithoutReactor() {}

    @Override
    public Object get() {
        try (SentrySession sentry = SentrySession.streaming(ai -> {})) {
            ITransaction transaction = sentry.transaction("GET /weather");
            SentryAi.chat("gpt-4o").close();
            transaction.finish();
            return sentry.flush().aiSpans().stream().map(SpanRecord::name).toList();
        }
    }
}
