package dev.sentryai.fakesentry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sentryai.telemetry.envelope.ContentEncoding;
import java.net.http.HttpResponse;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FakeSentryIngestTest {

    private static final String ID = "fc6d8c0c43fc4630ad850ee518f1b9d0";
    private static final String EVENT =
            "{\"event_id\":\"" + ID + "\"}\n" + "{\"type\":\"event\",\"length\":22}\n{\"message\":\"h\\u00e9!\"}\n";
    private static final byte[] EVENT_BYTES = EVENT.getBytes(UTF_8);

    private final FakeSentry sentry = FakeSentry.start();
    private final RawClient client = new RawClient(sentry);

    @AfterEach
    void close() {
        sentry.close();
    }

    @Test
    void acceptedEnvelopeIsAnsweredWithItsEventId() {
        HttpResponse<String> response = client.postEnvelope(EVENT);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEqualTo("{\"id\":\"" + ID + "\"}");
        assertThat(response.headers().firstValue("content-type")).hasValue("application/json");
    }

    @Test
    void envelopeWithoutEventIdAndItemsIsAnsweredWithAnEmptyObject() {
        HttpResponse<String> response = client.postEnvelope("{}");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEqualTo("{}");
        assertThat(sentry.envelopes())
                .singleElement()
                .satisfies(received -> assertThat(received.envelope().items()).isEmpty());
    }

    @Test
    void keepsWhatWasSentAndBywhom() {
        client.post("/api/4711/envelope", EVENT_BYTES, "X-Sentry-Auth", RawClient.AUTH);

        assertThat(sentry.envelopes()).singleElement().satisfies(received -> {
            assertThat(received.number()).isEqualTo(1);
            assertThat(received.fileName()).isEqualTo("00000001.envelope");
            assertThat(received.projectId()).isEqualTo("4711");
            assertThat(received.publicKey()).isEqualTo("abc");
            assertThat(received.client()).hasValue("raw/1.0");
            assertThat(received.encoding()).isEqualTo(ContentEncoding.IDENTITY);
            assertThat(received.wireBytes()).isEqualTo(EVENT_BYTES);
            assertThat(received.decodedBytes()).isEqualTo(EVENT_BYTES);
            assertThat(received.envelope().header().eventId()).hasValue(ID);
        });
    }

    @Test
    void changingTheReturnedBytesChangesNothing() {
        client.postEnvelope(EVENT);
        ReceivedEnvelope received = sentry.envelopes().get(0);

        received.wireBytes()[0] = 'x';

        assertThat(received.wireBytes()).isEqualTo(EVENT_BYTES);
    }

    @Test
    void compressedBodiesAreKeptAsReceivedAndDecoded() {
        post("gzip", RawClient.gzip(EVENT_BYTES));
        post("deflate", RawClient.deflate(EVENT_BYTES));
        post("br", Base64.getDecoder().decode(EncodedSamples.BROTLI));
        post("zstd", Base64.getDecoder().decode(EncodedSamples.ZSTD));
        post("identity", EVENT_BYTES);
        post("utf-8", EVENT_BYTES);

        assertThat(sentry.envelopes())
                .extracting(ReceivedEnvelope::encoding)
                .containsExactly(
                        ContentEncoding.GZIP,
                        ContentEncoding.DEFLATE,
                        ContentEncoding.BR,
                        ContentEncoding.ZSTD,
                        ContentEncoding.IDENTITY,
                        ContentEncoding.IDENTITY);
        assertThat(sentry.envelopes())
                .allSatisfy(received -> assertThat(received.decodedBytes()).isEqualTo(EVENT_BYTES));
        assertThat(sentry.envelopes().get(0).wireBytes()).isEqualTo(RawClient.gzip(EVENT_BYTES));
    }

    private void post(String encoding, byte[] body) {
        HttpResponse<String> response =
                client.post("/api/1/envelope/", body, "X-Sentry-Auth", RawClient.AUTH, "Content-Encoding", encoding);

        assertThat(response.statusCode()).as(encoding).isEqualTo(200);
    }

    @Test
    void legacyEventBecomesAnEnvelope() {
        byte[] event = ("{\"event_id\":\"" + ID + "\",\"message\":\"old\"}").getBytes(UTF_8);

        HttpResponse<String> response = client.post(
                "/api/1/store/", RawClient.gzip(event), "X-Sentry-Auth", RawClient.AUTH, "Content-Encoding", "gzip");

        assertThat(response.body()).isEqualTo("{\"id\":\"" + ID + "\"}");
        assertThat(sentry.envelopes()).singleElement().satisfies(received -> {
            assertThat(received.envelope().header().eventId()).hasValue(ID);
            assertThat(received.envelope().items()).singleElement().satisfies(item -> {
                assertThat(item.type()).isEqualTo("event");
                assertThat(item.payload()).isEqualTo(event);
            });
        });
    }

    @Test
    void legacyEventWithoutIdGetsOne() {
        HttpResponse<String> response = client.post(
                "/api/1/store/", "{\"type\":\"transaction\"}".getBytes(UTF_8), "X-Sentry-Auth", RawClient.AUTH);

        assertThat(response.body()).matches("\\{\"id\":\"[0-9a-f]{32}\"}");
        assertThat(sentry.envelopes().get(0).envelope().items().get(0).type()).isEqualTo("transaction");
    }

    @Test
    void legacyEventThatIsNoObjectIsRefused() {
        assertRefused(
                client.post("/api/1/store/", "[1]".getBytes(UTF_8), "X-Sentry-Auth", RawClient.AUTH),
                400,
                "invalid JSON data");
        assertRefused(
                client.post("/api/1/store/", "{".getBytes(UTF_8), "X-Sentry-Auth", RawClient.AUTH),
                400,
                "invalid JSON data");
    }

    @Test
    void malformedEnvelopeIsRefusedWithTheReason() {
        HttpResponse<String> response = client.postEnvelope("{}\n{\"type\":\"event\",\"length\":99}\n{}");

        assertRefused(response, 400, "invalid event envelope");
        assertThat(response.body()).contains("causes").contains("length is 99 but only 2 bytes are left");
        assertThat(sentry.envelopes()).isEmpty();
    }

    @Test
    void malformedRequestsAreRefused() {
        assertRefused(client.postEnvelope(""), 400, "empty request body");
        assertRefused(client.postEnvelope("hello"), 400, "invalid event envelope");
        assertRefused(client.postEnvelope("{\"event_id\":\"12\"}"), 400, "invalid event envelope");
        assertRefused(
                client.post(
                        "/api/1/envelope/", EVENT_BYTES, "X-Sentry-Auth", RawClient.AUTH, "Content-Encoding", "gzip"),
                400,
                "invalid event envelope");
    }

    @Test
    void otherPathsAndMethodsAreRefused() {
        assertRefused(client.post("/api/1/other/", EVENT_BYTES), 404, "no such endpoint");
        assertRefused(client.post("/", EVENT_BYTES), 404, "no such endpoint");
        assertRefused(client.post("/api/my-project/envelope/", EVENT_BYTES), 400, "bad project path parameter");
        HttpResponse<String> get = client.send("GET", "/api/1/envelope/", new byte[0]);
        assertRefused(get, 405, "method not allowed");
        assertThat(get.headers().firstValue("allow")).hasValue("POST");
    }

    @Test
    void itemLargerThanSentryTakesIsRefused() {
        String payload = "{\"x\":\"" + "a".repeat(1 << 20) + "\"}";

        HttpResponse<String> response = client.postEnvelope("{}\n{\"type\":\"transaction\"}\n" + payload);

        assertRefused(response, 413, "envelope exceeded size limits for type 'transaction'");
    }

    @Test
    void largeAttachmentIsAccepted() {
        byte[] payload = new byte[9 << 20];
        String header = "{}\n{\"type\":\"attachment\",\"length\":" + payload.length + "}\n";
        byte[] body = java.util.Arrays.copyOf(header.getBytes(UTF_8), header.length() + payload.length);

        HttpResponse<String> response = client.post("/api/1/envelope/", body, "X-Sentry-Auth", RawClient.AUTH);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(sentry.envelopes().get(0).decodedBytes()).isEqualTo(body);
    }

    @Test
    void pagesOfThisMachineMaySendAndOthersMayNot() {
        HttpResponse<String> local = client.send(
                "OPTIONS",
                "/api/1/envelope/",
                new byte[0],
                "Origin",
                "http://localhost:3000",
                "Access-Control-Request-Method",
                "POST");
        HttpResponse<String> foreign = client.post(
                "/api/1/envelope/", EVENT_BYTES, "X-Sentry-Auth", RawClient.AUTH, "Origin", "http://evil.test");

        assertThat(local.statusCode()).isEqualTo(200);
        assertThat(local.headers().firstValue("access-control-allow-origin")).hasValue("http://localhost:3000");
        assertThat(foreign.headers().firstValue("access-control-allow-origin")).isEmpty();
    }

    private static void assertRefused(HttpResponse<String> response, int status, String detail) {
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.body()).startsWith("{\"detail\":\"" + detail + '"');
    }
}
