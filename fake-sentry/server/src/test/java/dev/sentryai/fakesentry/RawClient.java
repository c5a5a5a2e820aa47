package dev.sentryai.fakesentry;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;

/** Speaks HTTP to a fake Sentry without any SDK. */
final class RawClient {

    static final String AUTH = "Sentry sentry_version=7,sentry_client=raw/1.0,sentry_key=abc";

    private final HttpClient http = HttpClient.newHttpClient();
    private final String url;

    RawClient(FakeSentry sentry) {
        this.url = sentry.url();
    }

    HttpResponse<String> post(String path, byte[] body, String... headers) {
        return send("POST", path, body, headers);
    }

    HttpResponse<String> postEnvelope(String envelope) {
        return post("/api/1/envelope/", envelope.getBytes(StandardCharsets.UTF_8), "X-Sentry-Auth", AUTH);
    }

    HttpResponse<String> send(String method, String path, byte[] body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + path))
                .version(HttpClient.Version.HTTP_1_1)
                .timeout(Duration.ofSeconds(20))
                .method(method, HttpRequest.BodyPublishers.ofByteArray(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    static byte[] gzip(byte[] bytes) {
        return through(bytes, GZIPOutputStream::new);
    }

    static byte[] deflate(byte[] bytes) {
        return through(bytes, DeflaterOutputStream::new);
    }

    private interface Encoder {
        OutputStream open(OutputStream out) throws IOException;
    }

    private static byte[] through(byte[] bytes, Encoder encoder) {
        ByteArrayOutputStream encoded = new ByteArrayOutputStream();
        try (OutputStream out = encoder.open(encoded)) {
            out.write(bytes);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return encoded.toByteArray();
    }
}
