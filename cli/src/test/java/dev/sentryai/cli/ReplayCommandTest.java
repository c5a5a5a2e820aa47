package dev.sentryai.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.sentryai.fakesentry.FakeSentry;
import dev.sentryai.fakesentry.ReceivedEnvelope;
import dev.sentryai.telemetry.envelope.Envelope;
import dev.sentryai.telemetry.envelope.EnvelopeReader;
import dev.sentryai.telemetry.envelope.EnvelopeWriter;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayCommandTest {

    private static final Instant ANY_TIME = Instant.EPOCH;

    @TempDir
    private Path directory;

    @Test
    void everythingArrivesInOrderAndByteForByteApartFromSentAt() throws IOException {
        RecordingFiles.copyTo(directory);
        List<Path> files;
        try (Stream<Path> walk = Files.walk(directory)) {
            files = walk.filter(Files::isRegularFile).sorted().toList();
        }

        try (FakeSentry sentry = FakeSentry.start()) {
            Cli.Result result = new Cli().run("replay", directory.toString(), "--dsn", sentry.dsn());

            assertThat(result.err()).isEmpty();
            assertThat(result.exitCode()).isZero();
            assertThat(result.out()).startsWith("47 of 47 envelopes accepted, ");
            assertThat(sentry.envelopes()).hasSize(47);
            for (int i = 0; i < files.size(); i++) {
                ReceivedEnvelope received = sentry.envelopes().get(i);
                assertThat(withoutTime(received.envelope()))
                        .isEqualTo(withoutTime(EnvelopeReader.parse(Files.readAllBytes(files.get(i)))));
                assertThat(received.envelope().header().sentAt().orElseThrow())
                        .isAfter(Instant.now().minus(Duration.ofMinutes(5)));
                assertThat(received.client())
                        .hasValueSatisfying(client -> assertThat(client).startsWith("sentry-ai/"));
            }
        }
    }

    @Test
    void dryRunSaysWhatItWouldSendAndSendsNothing() throws IOException {
        RecordingFiles.copyTo(directory);

        try (FakeSentry sentry = FakeSentry.start()) {
            Cli.Result result = new Cli()
                    .run("replay", directory.resolve("sentry-java").toString(), "--dsn", sentry.dsn(), "--dry-run");

            assertThat(result.exitCode()).isZero();
            assertThat(result.out())
                    .contains("log.envelope  1020 bytes  log\n")
                    .contains("client-report-attached-to-event.envelope  2033 bytes  event, client_report\n")
                    .endsWith("Would send 15 of 15 envelopes to " + sentry.url() + "/api/1/envelope/\n");
            assertThat(sentry.envelopes()).isEmpty();
        }
    }

    @Test
    void refusedEnvelopeIsReportedAndTheOthersAreSent() throws IOException {
        Files.writeString(directory.resolve("a.envelope"), "{\"event_id\":\"12\"}\n");
        Files.writeString(directory.resolve("b.envelope"), "{}\n");

        try (FakeSentry sentry = FakeSentry.start()) {
            Cli.Result result = new Cli().run("replay", directory.toString(), "--dsn", sentry.dsn());

            assertThat(result.exitCode()).isEqualTo(4);
            assertThat(result.err()).contains("a.envelope: 400 {\"detail\":\"invalid event envelope\"");
            assertThat(result.out()).startsWith("1 of 2 envelopes accepted, ").endsWith(", 1 failed\n");
            assertThat(sentry.envelopes()).hasSize(1);
        }
    }

    @Test
    void unreadableFileIsReportedAndTheOthersAreSent() throws IOException {
        Files.writeString(directory.resolve("a.envelope"), "garbage");
        Files.writeString(directory.resolve("b.envelope"), "{}\n");

        try (FakeSentry sentry = FakeSentry.start()) {
            Cli.Result result = new Cli().run("replay", directory.toString(), "--dsn", sentry.dsn());

            assertThat(result.exitCode()).isEqualTo(3);
            assertThat(result.err()).contains("a.envelope: ");
            assertThat(result.out()).endsWith(", 1 unreadable\n");
        }
    }

    @Test
    void serverThatIsNotThereEndsTheReplay() throws IOException {
        Files.writeString(directory.resolve("a.envelope"), "{}\n");
        Files.writeString(directory.resolve("b.envelope"), "{}\n");
        FakeSentry gone = FakeSentry.start();
        gone.close();

        Cli.Result result = new Cli().run("replay", directory.toString(), "--dsn", gone.dsn());

        assertThat(result.exitCode()).isEqualTo(4);
        assertThat(result.err())
                .contains("a.envelope: cannot reach the server: ")
                .hasLineCount(1);
        assertThat(result.out()).contains("0 of 2 envelopes accepted").endsWith(", 1 failed, 1 not tried\n");
    }

    @Test
    void rateLimitIsWaitedForAndTheEnvelopeSentAgain() throws IOException {
        Files.writeString(directory.resolve("a.envelope"), "{}\n");

        try (CannedServer server =
                new CannedServer(List.of(Map.of("status", "429", "Retry-After", "1"), Map.of("status", "200")))) {
            long start = System.nanoTime();
            Cli.Result result = new Cli().run("replay", directory.toString(), "--dsn", server.dsn());

            assertThat(result.exitCode()).isZero();
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(990));
            assertThat(result.out()).startsWith("1 of 1 envelopes accepted");
            assertThat(server.requests()).isEqualTo(2);
        }
    }

    @Test
    void limitOfACategoryHoldsBackOnlyThatCategory() throws IOException {
        Files.writeString(directory.resolve("a.envelope"), "{}\n{\"type\":\"log\"}\n{}\n");
        Files.writeString(directory.resolve("b.envelope"), "{}\n{\"type\":\"transaction\"}\n{}\n");
        Files.writeString(directory.resolve("c.envelope"), "{}\n{\"type\":\"session\"}\n{}\n");

        try (CannedServer server = new CannedServer(List.of(
                Map.of("status", "200", "X-Sentry-Rate-Limits", "3600:transaction;span:organization:quota"),
                Map.of("status", "200")))) {
            Cli.Result result = new Cli().run("replay", directory.toString(), "--dsn", server.dsn());

            assertThat(result.exitCode()).isEqualTo(4);
            assertThat(result.err()).contains("b.envelope: rate limited for ").hasLineCount(1);
            assertThat(result.out()).startsWith("2 of 3 envelopes accepted");
            assertThat(server.requests()).isEqualTo(2);
        }
    }

    @Test
    void rateBoundsTheSpeed() throws IOException {
        for (int i = 0; i < 4; i++) {
            Files.writeString(directory.resolve(i + ".envelope"), "{}\n");
        }

        try (FakeSentry sentry = FakeSentry.start()) {
            long start = System.nanoTime();
            new Cli().run("replay", directory.toString(), "--dsn", sentry.dsn(), "--rate", "10");

            assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(290));
            assertThat(sentry.envelopes()).hasSize(4);
        }
    }

    @Test
    void replayEndsWhenItIsToldTo() throws IOException {
        Files.writeString(directory.resolve("a.envelope"), "{}\n");
        Files.writeString(directory.resolve("b.envelope"), "{}\n");

        try (FakeSentry sentry = FakeSentry.start()) {
            Cli cli = new Cli();
            sentry.onEnvelope(received -> cli.stop().request());
            Cli.Result result = cli.run("replay", directory.toString(), "--dsn", sentry.dsn(), "--rate", "0.001");

            assertThat(result.exitCode()).isEqualTo(4);
            assertThat(result.out()).startsWith("1 of 2 envelopes accepted").endsWith(", 1 not tried\n");
        }
    }

    @Test
    void uselessOptionsAreRefused() {
        assertThat(new Cli().run("replay", "-").err()).contains("Missing required option: '--dsn=DSN'");
        assertThat(new Cli().run("replay", "-", "--dsn", "nonsense").err())
                .contains("Cannot use --dsn: a DSN looks like https://<key>@<host>/<project>");
        assertThat(new Cli()
                        .run("replay", "-", "--dsn", "http://k@h/1", "--rate", "-1")
                        .exitCode())
                .isEqualTo(2);
    }

    private static byte[] withoutTime(Envelope envelope) {
        return EnvelopeWriter.toBytes(envelope.withSentAt(ANY_TIME));
    }

    /** Answers with what it was told, the last answer again and again. */
    private static final class CannedServer implements AutoCloseable {

        private final HttpServer server;
        private final Deque<Map<String, String>> answers;
        private final AtomicInteger requests = new AtomicInteger();

        CannedServer(List<Map<String, String>> answers) throws IOException {
            this.answers = new ArrayDeque<>(answers);
            this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", this::answer);
            server.start();
        }

        String dsn() {
            return "http://key@127.0.0.1:" + server.getAddress().getPort() + "/1";
        }

        int requests() {
            return requests.get();
        }

        private synchronized void answer(HttpExchange exchange) throws IOException {
            requests.incrementAndGet();
            exchange.getRequestBody().readAllBytes();
            Map<String, String> answer = answers.size() > 1 ? answers.removeFirst() : answers.getFirst();
            answer.forEach((name, value) -> {
                if (!name.equals("status")) {
                    exchange.getResponseHeaders().set(name, value);
                }
            });
            byte[] body = "{}".getBytes(UTF_8);
            exchange.sendResponseHeaders(Integer.parseInt(answer.get("status")), body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        }

        @Override
        public void close() {
            server.stop(0);
        }
    }
}
