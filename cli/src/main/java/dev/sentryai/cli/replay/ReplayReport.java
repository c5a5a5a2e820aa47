package dev.sentryai.cli.replay;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * How a replay went.
 *
 * @param accepted number of envelopes that were answered with 200
 * @param bytes of those, as sent
 * @param failures what was refused or didn't reach the server, one line each
 * @param unreadable files without an envelope, one line each
 * @param unsent number of files that were not tried any more
 * @param time from the first to the last envelope
 */
public record ReplayReport(
        int accepted, long bytes, List<String> failures, List<String> unreadable, int unsent, Duration time) {

    /** Copies the lists. */
    public ReplayReport {
        failures = List.copyOf(failures);
        unreadable = List.copyOf(unreadable);
    }

    /** True when there was nothing that the server didn't take. */
    public boolean allAccepted() {
        return failures.isEmpty() && unsent == 0;
    }

    /** The result in one line. */
    public String summary() {
        int all = accepted + failures.size() + unreadable.size() + unsent;
        StringBuilder text = new StringBuilder();
        text.append(String.format(
                Locale.ROOT,
                "%d of %d envelopes accepted, %d bytes in %.1f s",
                accepted,
                all,
                bytes,
                time.toMillis() / 1e3));
        append(text, failures.size(), "failed");
        append(text, unreadable.size(), "unreadable");
        append(text, unsent, "not tried");
        return text.toString();
    }

    private static void append(StringBuilder text, int count, String what) {
        if (count > 0) {
            text.append(", ").append(count).append(' ').append(what);
        }
    }
}
