package dev.sentryai.junit;

import dev.sentryai.fakesentry.ReceivedEnvelope;
import dev.sentryai.telemetry.Telemetry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;

/** What whoever looks into a failed test wants to know about Sentry. */
record FailureReport(Telemetry telemetry, List<ReceivedEnvelope> envelopes) {

    private static final int MAX_NAME = 80;

    /** A directory of its own for each test, and for each invocation of a parameterized one. */
    static Path directory(Path parent, ExtensionContext context) {
        String test = context.getRequiredTestMethod().getName();
        String display = context.getDisplayName();
        String invocation =
                display.equals(test + "()") || display.startsWith(test + '(') ? "" : '-' + fileName(display);
        return parent.resolve(context.getRequiredTestClass().getName()).resolve(test + invocation);
    }

    /**
     * Adds the span tree to the failure, unless its message shows it already.
     *
     * @param directory where to leave the envelopes; null for nowhere
     */
    void attachTo(Throwable failure, @Nullable Path directory) {
        List<String> tree = TreeText.of(telemetry, null, Report.MAX_LINES);
        List<String> news = new ArrayList<>();
        if (!String.valueOf(failure.getMessage()).contains(tree.get(0))) {
            news.add("sent until the test failed:");
            news.addAll(tree);
        }
        if (directory != null) {
            save(directory);
            news.add("envelopes saved to " + directory);
        }
        if (!news.isEmpty()) {
            failure.addSuppressed(new CapturedSpans(news));
        }
    }

    private void save(Path directory) {
        try {
            Files.createDirectories(directory);
            for (ReceivedEnvelope envelope : envelopes) {
                Files.write(directory.resolve(envelope.fileName()), envelope.decodedBytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot save the envelopes of a failed test to " + directory, e);
        }
    }

    private static String fileName(String text) {
        String safe = text.replaceAll("[^\\p{Alnum}.-]+", "_").replaceAll("^_|_$", "");
        return safe.substring(0, Math.min(safe.length(), MAX_NAME));
    }

    /** Stands in the stack trace of the failure, and has none itself. */
    static final class CapturedSpans extends RuntimeException {

        private static final long serialVersionUID = 1;

        CapturedSpans(List<String> lines) {
            super(String.join("\n", lines), null, false, false);
        }
    }
}
