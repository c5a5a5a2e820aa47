package dev.sentryai.proxy;

import io.sentry.Sentry;
import io.sentry.SentryLevel;
import java.util.function.Supplier;

/** Runs what is ours beside what is the application's: nothing that goes wrong here may reach the application. */
final class Guard {

    private Guard() {}

    static <T> T orElse(T fallback, Supplier<T> attempt) {
        try {
            return attempt.get();
        } catch (Throwable failure) {
            report(failure);
            return fallback;
        }
    }

    static void run(Runnable attempt) {
        try {
            attempt.run();
        } catch (Throwable failure) {
            report(failure);
        }
    }

    static void report(Throwable failure) {
        Sentry.getCurrentScopes()
                .getOptions()
                .getLogger()
                .log(SentryLevel.WARNING, "sentry-ai could not follow a call of a client", failure);
    }
}
