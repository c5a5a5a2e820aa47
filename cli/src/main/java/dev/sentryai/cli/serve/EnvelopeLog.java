package dev.sentryai.cli.serve;

import dev.sentryai.cli.json.JsonLine;
import dev.sentryai.fakesentry.FakeSentry;
import dev.sentryai.fakesentry.ReceivedEnvelope;
import dev.sentryai.telemetry.envelope.Item;
import dev.sentryai.telemetry.tree.PlainText;
import java.io.PrintWriter;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Prints a line for every envelope that arrives. Safe for use by many threads. */
public final class EnvelopeLog implements Consumer<ReceivedEnvelope> {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss.SSS");

    private final PrintWriter out;
    private final boolean json;
    private long count;
    private long bytes;

    /**
     * Starts a log.
     *
     * @param out where to print; flushed after every line
     * @param json whether to print objects instead of text
     */
    public EnvelopeLog(PrintWriter out, boolean json) {
        this.out = out;
        this.json = json;
    }

    /** How to reach the server, in the form in which the rest is printed. */
    public String address(FakeSentry sentry) {
        if (!json) {
            return "DSN " + sentry.dsn();
        }
        Map<String, @Nullable Object> address = new LinkedHashMap<>();
        address.put("dsn", sentry.dsn());
        address.put("port", sentry.port());
        address.put("url", sentry.url());
        address.put("token", null); // nothing needs one yet
        return JsonLine.of(address);
    }

    @Override
    public synchronized void accept(ReceivedEnvelope received) {
        count++;
        bytes += received.wireLength();
        List<String> types =
                received.envelope().items().stream().map(Item::type).toList();
        out.println(json ? JsonLine.of(object(received, types)) : text(received, types));
        out.flush();
    }

    /** How much arrived. */
    public synchronized String summary() {
        return "Received " + count + (count == 1 ? " envelope, " : " envelopes, ") + bytes + " bytes";
    }

    private static String text(ReceivedEnvelope received, List<String> types) {
        return TIME.format(received.receivedAt().atZone(ZoneId.systemDefault()))
                + "  " + received.fileName()
                + "  " + received.wireLength() + " bytes"
                + "  " + PlainText.line(types.isEmpty() ? "no items" : String.join(", ", types))
                + received.client().map(client -> "  " + PlainText.line(client)).orElse("");
    }

    private static Map<String, @Nullable Object> object(ReceivedEnvelope received, List<String> types) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("kind", "envelope");
        json.put("file", received.fileName());
        json.put("received_at", received.receivedAt().toString());
        json.put("project", received.projectId());
        json.put("key", received.publicKey());
        json.put("client", received.client().orElse(null));
        json.put("bytes", received.wireLength());
        json.put("items", types);
        return json;
    }
}
