package dev.sentryai.fakesentry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class FakeSentryLifecycleTest {

    @Test
    void dsnAndUrlNameLoopbackAndThePortThatWasTaken() {
        try (FakeSentry sentry = FakeSentry.start()) {
            assertThat(sentry.port()).isPositive();
            assertThat(sentry.url()).isEqualTo("http://127.0.0.1:" + sentry.port());
            assertThat(sentry.dsn()).matches("http://[0-9a-f]{32}@127\\.0\\.0\\.1:" + sentry.port() + "/1");
        }
    }

    @Test
    void listensOnTheLoopbackOnly() {
        try (FakeSentry sentry = FakeSentry.start()) {
            assertThatThrownBy(() -> new Socket(InetAddress.getByName("127.0.0.2"), sentry.port()).close())
                    .isInstanceOf(ConnectException.class);
        }
    }

    @Test
    void allInterfacesAreReachedThroughTheLoopback() {
        try (FakeSentry sentry = FakeSentry.builder().host("0.0.0.0").start()) {
            assertThat(sentry.url()).startsWith("http://127.0.0.1:");
            assertThat(new RawClient(sentry).postEnvelope("{}").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void takenPortIsReported() {
        try (FakeSentry first = FakeSentry.start()) {
            FakeSentry.Builder second = FakeSentry.builder().port(first.port());

            assertThatThrownBy(second::start)
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageStartingWith("Cannot listen on 127.0.0.1:" + first.port() + ": ");
        }
    }

    @Test
    void senselessSettingsAreRefused() {
        FakeSentry.Builder builder = FakeSentry.builder();

        assertThatThrownBy(() -> builder.port(65_536)).hasMessage("port must be 0 to 65535 but was 65536");
        assertThatThrownBy(() -> builder.maxBytes(0)).hasMessage("maxBytes must be positive but was 0");
    }

    @Test
    @Timeout(30)
    void closingLeavesNoThreadsBehindEvenWithOpenConnections() throws IOException, InterruptedException {
        Set<Thread> before = threads();
        FakeSentry sentry = FakeSentry.start();
        try (Socket idle = new Socket("127.0.0.1", sentry.port());
                Socket halfSent = new Socket("127.0.0.1", sentry.port())) {
            halfSent.getOutputStream()
                    .write("POST /api/1/envelope/ HTTP/1.1\r\nHost: x\r\nContent-Length: 99\r\n\r\n{}".getBytes(UTF_8));
            new RawClient(sentry).postEnvelope("{}");

            sentry.close();

            assertThat(idle.getInputStream().read()).isEqualTo(-1);
        }
        Set<Thread> left = threads();
        left.removeAll(before);
        left.removeIf(thread -> !thread.getName().startsWith("XNIO"));
        for (Thread thread : left) {
            thread.join(10_000); // one that has nothing left to do may still be on its way out
        }
        assertThat(left).noneMatch(Thread::isAlive);
    }

    @Test
    @Timeout(30)
    void bodyThatIsAnnouncedTooLargeIsRefusedUnread() throws IOException {
        try (FakeSentry sentry = FakeSentry.start();
                Socket socket = new Socket("127.0.0.1", sentry.port())) {
            socket.getOutputStream()
                    .write(("POST /api/1/envelope/ HTTP/1.1\r\nHost: x\r\nContent-Length: " + 300_000_000L
                                    + "\r\n\r\n{}")
                            .getBytes(UTF_8));

            byte[] start = socket.getInputStream().readNBytes(12);

            assertThat(new String(start, UTF_8)).isEqualTo("HTTP/1.1 413");
            assertThatThrownBy(() -> sentry.awaitEnvelopes(1, Duration.ZERO))
                    .hasMessageContaining("refused 1 request, last with 413 envelope exceeded size limits");
        }
    }

    @Test
    void chunkedBodiesAreRead() throws IOException {
        try (FakeSentry sentry = FakeSentry.start();
                Socket socket = new Socket("127.0.0.1", sentry.port())) {
            socket.getOutputStream()
                    .write(
                            ("POST /api/1/envelope/?sentry_key=k HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n"
                                            + "1\r\n{\r\n1\r\n}\r\n0\r\n\r\n")
                                    .getBytes(UTF_8));

            byte[] start = socket.getInputStream().readNBytes(12);

            assertThat(new String(start, UTF_8)).isEqualTo("HTTP/1.1 200");
            assertThat(sentry.envelopes().get(0).decodedBytes()).asString(UTF_8).isEqualTo("{}");
        }
    }

    @Test
    void closingTwiceIsHarmlessAndWhatWasReceivedStaysReadable() {
        FakeSentry sentry = FakeSentry.start();
        new RawClient(sentry).postEnvelope("{}");

        sentry.close();
        sentry.close();

        assertThat(sentry.envelopes()).hasSize(1);
        assertThat(sentry.dsn()).endsWith("@127.0.0.1:" + sentry.port() + "/1");
    }

    private static Set<Thread> threads() {
        return new HashSet<>(Thread.getAllStackTraces().keySet());
    }
}
