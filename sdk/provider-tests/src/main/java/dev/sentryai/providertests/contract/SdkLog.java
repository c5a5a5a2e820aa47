package dev.sentryai.providertests.contract;

import io.sentry.ILogger;
import io.sentry.SentryLevel;
import io.sentry.SentryOptions;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Everything that the Sentry SDK logs, with all there is to see of exceptions. */
final class SdkLog implements ILogger {

    private final List<String> lines = new CopyOnWriteArrayList<>();

    /** Makes an SDK that is being configured log in here, as much as it can. */
    void attachTo(SentryOptions options) {
        options.setDebug(true);
        options.setDiagnosticLevel(SentryLevel.DEBUG);
        options.setLogger(this);
    }

    List<String> lines() {
        return lines;
    }

    @Override
    public void log(SentryLevel level, String message, @Nullable Object @Nullable ... arguments) {
        lines.add(message + ' ' + Arrays.toString(arguments));
    }

    @Override
    public void log(SentryLevel level, String message, @Nullable Throwable thrown) {
        lines.add(message + ' ' + chain(thrown));
    }

    @Override
    public void log(
            SentryLevel level, @Nullable Throwable thrown, String message, @Nullable Object @Nullable ... arguments) {
        lines.add(message + ' ' + Arrays.toString(arguments) + ' ' + chain(thrown));
    }

    @Override
    public boolean isEnabled(@Nullable SentryLevel level) {
        return true;
    }

    private static String chain(@Nullable Throwable thrown) {
        return thrown == null ? "" : thrown + " < " + chain(thrown.getCause());
    }
}
