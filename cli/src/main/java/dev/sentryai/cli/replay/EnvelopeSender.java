package dev.sentryai.cli.replay;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

/** Posts envelopes, one after the other over one connection. The JDK's newer client takes longer to start than to send. */
final class EnvelopeSender {

    private static final int TIMEOUT_MILLIS = (int) Duration.ofSeconds(30).toMillis();
    private static final int MAX_BODY = 500;
    private static final int FIRST_ERROR = 400;

    private final Target target;
    private final Map<String, String> headers;

    EnvelopeSender(Target target, String client) {
        this.target = target;
        this.headers = Map.of(
                "Content-Type",
                "application/x-sentry-envelope",
                "User-Agent",
                client,
                "X-Sentry-Auth",
                "Sentry sentry_version=7, sentry_client=" + client + ", sentry_key=" + target.publicKey());
    }

    Reply send(byte[] envelope) throws IOException {
        HttpURLConnection connection =
                (HttpURLConnection) target.endpoint().toURL().openConnection();
        connection.setRequestMethod("POST");
        connection.setDoOutput(true);
        connection.setInstanceFollowRedirects(false);
        connection.setConnectTimeout(TIMEOUT_MILLIS);
        connection.setReadTimeout(TIMEOUT_MILLIS);
        // Without a fixed length the JDK would send the envelope a second time when the connection breaks.
        connection.setFixedLengthStreamingMode(envelope.length);
        headers.forEach(connection::setRequestProperty);
        try (OutputStream out = connection.getOutputStream()) {
            out.write(envelope);
        }
        return new Reply(
                connection.getResponseCode(),
                body(connection),
                connection.getHeaderField("X-Sentry-Rate-Limits"),
                connection.getHeaderField("Retry-After"));
    }

    private static String body(HttpURLConnection connection) throws IOException {
        boolean failed = connection.getResponseCode() >= FIRST_ERROR;
        try (InputStream in = failed ? connection.getErrorStream() : connection.getInputStream()) {
            // Read to its end, which is what lets the connection be used again.
            String body = in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
            return body.length() <= MAX_BODY ? body : body.substring(0, MAX_BODY) + "…";
        }
    }
}
