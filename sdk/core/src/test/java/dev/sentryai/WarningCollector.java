package dev.sentryai;

import io.sentry.ILogger;
import io.sentry.SentryLevel;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps what the SDK warns about. */
public record WarningCollector(List<String> warnings) implements ILogger {

    @Override
    public void log(SentryLevel level, String message, @Nullable Object... args) {
        if (level == SentryLevel.WARNING) {
            warnings.add(args.length == 0 ? message : String.format(message, args));
        }
    }

    @Override
    public void log(SentryLevel level, String message, @Nullable Throwable throwable) {
        log(level, message);
    }

    @Override
    public void log(SentryLevel level, @Nullable Throwable throwable, String message, @Nullable Object... args) {
        log(level, message, args);
    }

    @Override
    public boolean isEnabled(SentryLevel level) {
        return level == SentryLevel.WARNING;
    }
}
