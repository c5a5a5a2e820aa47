package dev.sentryai.fakesentry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sentryai.fixtures.Recordings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FakeSentryRecordingTest {

    @TempDir
    private Path directory;

    @Test
    void everyRecordedEnvelopeIsWrittenAsItWasSentInTheOrderOfArrival() throws IOException {
        List<byte[]> sent =
                Recordings.all().stream().map(recording -> recording.bytes()).toList();

        try (FakeSentry sentry = FakeSentry.builder().recordTo(directory).start()) {
            RawClient client = new RawClient(sentry);
            for (byte[] envelope : sent) {
                assertThat(client.post(
                                        "/api/1/envelope/",
                                        RawClient.gzip(envelope),
                                        "X-Sentry-Auth",
                                        RawClient.AUTH,
                                        "Content-Encoding",
                                        "gzip")
                                .statusCode())
                        .isEqualTo(200);
            }
        }

        List<Path> files = files();
        assertThat(files).hasSameSizeAs(sent);
        for (int i = 0; i < sent.size(); i++) {
            assertThat(Files.readAllBytes(files.get(i))).isEqualTo(sent.get(i));
        }
    }

    @Test
    void numberingContinuesWhereAnEarlierRecordingEnded() throws IOException {
        Files.writeString(directory.resolve("00000041.envelope"), "{}");
        Files.writeString(directory.resolve("notes.txt"), "not ours");

        try (FakeSentry sentry = FakeSentry.builder().recordTo(directory).start()) {
            new RawClient(sentry).postEnvelope("{\"a\":1}");

            assertThat(sentry.envelopes().get(0).number()).isEqualTo(42);
        }
        assertThat(directory.resolve("00000042.envelope")).hasContent("{\"a\":1}");
        assertThat(directory.resolve("00000041.envelope")).hasContent("{}");
    }

    @Test
    void refusedRequestsLeaveNoFile() throws IOException {
        try (FakeSentry sentry =
                FakeSentry.builder().recordTo(directory.resolve("new/deep")).start()) {
            new RawClient(sentry).postEnvelope("oops");
        }

        try (Stream<Path> files = Files.list(directory.resolve("new/deep"))) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void senderIsToldWhenAnEnvelopeCannotBeRecorded() throws IOException {
        Path gone = Files.createDirectory(directory.resolve("gone"));
        try (FakeSentry sentry = FakeSentry.builder().recordTo(gone).start()) {
            Files.delete(gone);

            HttpResponse<String> response = new RawClient(sentry).postEnvelope("{}");

            assertThat(response.statusCode()).isEqualTo(503);
            assertThat(response.body()).contains("Cannot record to ");
            assertThat(sentry.envelopes()).isEmpty();
        }
    }

    @Test
    void directoryThatIsAFileIsReported() throws IOException {
        Path file = Files.write(directory.resolve("file"), "x".getBytes(UTF_8));

        assertThatThrownBy(() -> FakeSentry.builder().recordTo(file).start())
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageStartingWith("Cannot record to " + file);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.sorted().toList();
        }
    }
}
