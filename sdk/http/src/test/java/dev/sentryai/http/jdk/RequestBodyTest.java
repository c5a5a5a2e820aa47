package dev.sentryai.http.jdk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sentryai.http.exchange.ExchangeTracer;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RequestBodyTest {

    private static final byte[] HELLO = "hello".getBytes(StandardCharsets.UTF_8);

    private static HttpRequest.Builder request(BodyPublisher body) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1/")).POST(body);
    }

    private static Optional<String> read(BodyPublisher body) {
        return RequestBody.read(request(body).build()).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    @Test
    void textsArraysAndFilesAreRead(@TempDir Path folder) throws Exception {
        Path file = Files.write(folder.resolve("body"), HELLO);

        assertThat(read(BodyPublishers.ofString("hello"))).contains("hello");
        assertThat(read(BodyPublishers.ofByteArray(HELLO))).contains("hello");
        assertThat(read(BodyPublishers.ofByteArray(HELLO, 1, 3))).contains("ell");
        assertThat(read(BodyPublishers.ofFile(file))).contains("hello");
    }

    @Test
    void aBodyCanBeReadAndStillBeSent() {
        BodyPublisher body = BodyPublishers.ofString("hello");

        assertThat(read(body)).isEqualTo(read(body)).contains("hello");
    }

    @Test
    void whatMayBeThereOnlyOnceIsNotTouched() {
        BodyPublisher untouched = BodyPublishers.fromPublisher(
                subscriber -> {
                    throw new AssertionError("must not be read");
                },
                HELLO.length);

        assertThat(read(untouched)).isEmpty();
        assertThat(read(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(HELLO))))
                .isEmpty();
        assertThat(read(BodyPublishers.ofByteArrays(List.of(HELLO)))).isEmpty();
        assertThat(read(BodyPublishers.noBody())).isEmpty();
    }

    @Test
    void bodiesBeyondTheLimitAreNotRead() {
        assertThat(RequestBody.read(request(BodyPublishers.ofByteArray(new byte[ExchangeTracer.MAX_REQUEST_BYTES]))
                        .build()))
                .isPresent();
        assertThat(RequestBody.read(request(BodyPublishers.ofByteArray(new byte[ExchangeTracer.MAX_REQUEST_BYTES + 1]))
                        .build()))
                .isEmpty();
    }

    @Test
    void compressedBodiesAreNotRead() {
        HttpRequest compressed = request(BodyPublishers.ofString("hello"))
                .header("Content-Encoding", "gzip")
                .build();

        assertThat(RequestBody.read(compressed)).isEmpty();
    }

    @Test
    void requestsWithoutABodyHaveNone() {
        assertThat(RequestBody.read(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1/")).build()))
                .isEmpty();
    }
}
