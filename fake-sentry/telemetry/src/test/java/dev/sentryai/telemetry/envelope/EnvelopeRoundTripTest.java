package dev.sentryai.telemetry.envelope;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sentryai.fixtures.Recording;
import dev.sentryai.fixtures.Recordings;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EnvelopeRoundTripTest {

    private static final Instant TIME = Instant.parse("2026-11-21T15:00:00Z");

    static List<Recording> recordings() {
        return Recordings.all();
    }

    @ParameterizedTest
    @MethodSource("recordings")
    void recordingIsWrittenAsItWasRead(Recording recording) {
        ByteArrayOutputStream written = new ByteArrayOutputStream();

        EnvelopeWriter.write(EnvelopeReader.read(recording.open()), written);

        assertThat(written.toByteArray()).isEqualTo(recording.bytes());
    }

    @ParameterizedTest
    @MethodSource("recordings")
    void newTimeOfSendingChangesNothingElse(Recording recording) {
        Envelope envelope = EnvelopeReader.parse(recording.bytes());

        Envelope resent = envelope.withSentAt(TIME);

        assertThat(resent.header().sentAt()).contains(TIME);
        assertThat(resent.items()).extracting(EnvelopeRoundTripTest::header).isEqualTo(headers(envelope));
        assertThat(resent.items()).extracting(EnvelopeRoundTripTest::payload).isEqualTo(payloads(envelope));
        assertThat(behindHeader(resent)).isEqualTo(behindHeader(envelope));
    }

    @ParameterizedTest
    @MethodSource("recordings")
    void formerTimeOfSendingGivesTheFormerBytes(Recording recording) {
        Envelope envelope = EnvelopeReader.parse(recording.bytes());
        Stream<Instant> sentAt = envelope.header().sentAt().stream();

        assertThat(sentAt)
                .allSatisfy(time -> assertThat(
                                EnvelopeWriter.toBytes(envelope.withSentAt(TIME).withSentAt(time)))
                        .isEqualTo(recording.bytes()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{}\n",
                "{}\n\n\n\n",
                "{}\r\n",
                " { } \r\n\r\n{\"type\":\"a\",\"length\":2}\r\n\r\n\r\n",
                "{}\n{\"type\":\"a\"}",
                "{}\n{\"type\":\"a\"}\n\n\n\n{\"type\":\"b\",\"length\":0}",
                "{}\n{\"type\":\"a\",\"length\":3}\na\nb\n{\"type\":\"\\u0000\"}\nx\ry",
            })
    void oddShapesAreWrittenAsTheyWereRead(String text) {
        assertThat(EnvelopeWriter.toBytes(EnvelopeReader.parse(text.getBytes(UTF_8))))
                .isEqualTo(text.getBytes(UTF_8));
    }

    @Test
    void absentTimeOfSendingIsAddedAtTheEndOfTheHeader() {
        assertThat(resent("{}")).isEqualTo("{\"sent_at\":\"2026-11-21T15:00:00.000Z\"}");
        assertThat(resent("{ }\r\n")).isEqualTo("{ \"sent_at\":\"2026-11-21T15:00:00.000Z\"}\r\n");
        assertThat(resent("{\"a\":{}} \n{\"type\":\"x\"}\n{}"))
                .isEqualTo("{\"a\":{},\"sent_at\":\"2026-11-21T15:00:00.000Z\"} \n{\"type\":\"x\"}\n{}");
    }

    @Test
    void valueOfAnyTypeIsReplaced() {
        assertThat(resent("{\"sent_at\":12.5e3,\"a\":1}"))
                .isEqualTo("{\"sent_at\":\"2026-11-21T15:00:00.000Z\",\"a\":1}");
        assertThat(resent("{\"sent_at\" : null }")).isEqualTo("{\"sent_at\" : \"2026-11-21T15:00:00.000Z\" }");
        assertThat(resent("{\"sent_at\":{\"sent_at\":[1]}}")).isEqualTo("{\"sent_at\":\"2026-11-21T15:00:00.000Z\"}");
        assertThat(resent("{\"trace\":{\"sent_at\":1},\"sent_at\":\"ü\\\"\"}\n"))
                .isEqualTo("{\"trace\":{\"sent_at\":1},\"sent_at\":\"2026-11-21T15:00:00.000Z\"}\n");
    }

    @Test
    void lastOfSeveralTimesOfSendingIsReplaced() {
        assertThat(resent("{\"sent_at\":1,\"sent_at\":2}"))
                .isEqualTo("{\"sent_at\":1,\"sent_at\":\"2026-11-21T15:00:00.000Z\"}");
    }

    private static String resent(String text) {
        Envelope envelope = EnvelopeReader.parse(text.getBytes(UTF_8));
        return new String(EnvelopeWriter.toBytes(envelope.withSentAt(TIME)), UTF_8);
    }

    private static List<String> headers(Envelope envelope) {
        return envelope.items().stream().map(EnvelopeRoundTripTest::header).toList();
    }

    private static String header(Item item) {
        return new String(item.rawHeader(), ISO_8859_1);
    }

    private static List<String> payloads(Envelope envelope) {
        return envelope.items().stream().map(EnvelopeRoundTripTest::payload).toList();
    }

    private static String payload(Item item) {
        return new String(item.payload(), ISO_8859_1);
    }

    private static byte[] behindHeader(Envelope envelope) {
        byte[] bytes = EnvelopeWriter.toBytes(envelope);
        return Arrays.copyOfRange(bytes, envelope.rawHeader().length, bytes.length);
    }
}
