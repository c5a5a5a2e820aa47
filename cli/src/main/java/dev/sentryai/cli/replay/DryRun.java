package dev.sentryai.cli.replay;

import dev.sentryai.cli.input.InputFile;
import dev.sentryai.telemetry.envelope.Envelope;
import dev.sentryai.telemetry.envelope.Item;
import dev.sentryai.telemetry.envelope.MalformedEnvelopeException;
import dev.sentryai.telemetry.tree.PlainText;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Says what a replay would send, without any network.
 *
 * @param out for what would be sent
 * @param err for what can't be
 */
public record DryRun(PrintWriter out, PrintWriter err) {

    /**
     * Says it.
     *
     * @param files that would be sent
     * @param target that they would be sent to
     * @return whether all of them can be
     */
    public boolean run(List<InputFile> files, Target target) {
        int readable = 0;
        for (InputFile file : files) {
            if (show(file)) {
                readable++;
            }
        }
        out.println("Would send " + readable + " of " + files.size() + " envelopes to " + target.endpoint());
        return readable == files.size();
    }

    private boolean show(InputFile file) {
        try {
            Envelope envelope = file.read().envelope();
            String items = envelope.items().stream().map(Item::type).collect(Collectors.joining(", "));
            out.println(file.name() + "  " + envelope.length() + " bytes  "
                    + PlainText.line(items.isEmpty() ? "no items" : items));
            return true;
        } catch (MalformedEnvelopeException | UncheckedIOException e) {
            err.println("sentry-ai: " + PlainText.line(file.name() + ": " + e.getMessage()));
            return false;
        }
    }
}
