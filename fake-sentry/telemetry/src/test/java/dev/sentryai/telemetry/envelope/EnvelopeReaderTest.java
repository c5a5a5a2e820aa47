package dev.sentryai.telemetry.envelope;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sentryai.fixtures.Recording;
import dev.sentryai.fixtures.Recordings;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EnvelopeReaderTest {

    private static final Limits SMALL = new Limits(20, 10, 60);

    static List<Recording> recordings() {
        return Recordings.all();
    }

    @Test
    void headerIsRead() {
        EnvelopeHeader header =
                read("{\"event_id\":\"e\",\"dsn\":\"http://k@h/1\",\"sent_at\":\"2026-11-20T15:40:42.5+01:00\","
                                + "\"trace\":{\"public_key\":\"k\"}}")
                        .header();

        assertThat(header.eventId()).contains("e");
        assertThat(header.dsn()).contains("http://k@h/1");
        assertThat(header.sentAt()).contains(Instant.parse("2026-11-20T14:40:42.5Z"));
        assertThat(header.trace().string("public_key")).contains("k");
    }

    @Test
    void absentOrUnusableHeadersAreEmpty() {
        EnvelopeHeader header = read("{\"sent_at\":\"yesterday\",\"dsn\":1}").header();

        assertThat(header.eventId()).isEmpty();
        assertThat(header.dsn()).isEmpty();
        assertThat(header.sentAt()).isEmpty();
        assertThat(header.trace()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{}\n", "{}\r\n", "{}\n\n\r\n\n"})
    void envelopeWithoutItemsIsRead(String text) {
        assertThat(read(text).items()).isEmpty();
    }

    @Test
    void payloadsAreSplitByLengthWhereGivenAndByLineBreakWhereNot() {
        assertThat(
                        items(
                                "{}\n{\"type\":\"a\",\"length\":5}\nx\ny\nz\n{\"type\":\"b\"}\nx\n{\"type\":\"c\",\"length\":0}\n\n{\"type\":\"d\"}"))
                .containsExactly("a:x\ny\nz", "b:x", "c:", "d:");
    }

    @Test
    void carriageReturnsEndLinesButBelongToPayloads() {
        assertThat(items("{}\r\n{\"type\":\"a\",\"length\":1}\r\nx\r\n{\"type\":\"b\"}\r\ny\r\n\r\n"))
                .containsExactly("a:x", "b:y\r");
    }

    @Test
    void blankLinesBetweenItemsAreSkipped() {
        assertThat(items("{}\n\n{\"type\":\"a\"}\nx\n\n\n{\"type\":\"b\"}\ny")).containsExactly("a:x", "b:y");
    }

    @Test
    void itemsKnowWhereTheirPayloadStarts() {
        Item item = read("{}\n{\"type\":\"ü\"}\npayload").items().get(0);

        assertThat(item.offset()).isEqualTo(17);
        assertThat(item.length()).isEqualTo(7);
        assertThat(item.type()).isEqualTo("ü");
        assertThat(item.index()).isZero();
        assertThat(item.open()).hasContent("payload");
    }

    static List<List<Object>> malformed() {
        return List.of(
                List.of("", 0L, "envelope header is empty"),
                List.of("\n{}", 0L, "envelope header is empty"),
                List.of("[]\n", 0L, "envelope header is not a JSON object"),
                List.of("{\"a\":}\n", 5L, "envelope header is not JSON"),
                List.of("\u001f\u008b", 1L, "envelope header is not JSON"),
                List.of("{} {}", 3L, "envelope header is not JSON"),
                List.of("oops\n{}", 0L, "envelope header is not JSON"),
                List.of("{}\n{\"length\":1}\nx", 3L, 0, "item header has no type"),
                List.of("{}\n{\"type\":1}\nx", 3L, 0, "item header has no type, or one that is not a string"),
                List.of("{}\n{\"type\":\"a\"}\nx\nnot json\n", 18L, 1, "item header is not JSON"),
                List.of("{}\n{\"type\":\"a\"}\nx\n7\n", 18L, 1, "item header is not a JSON object"),
                List.of("{}\n{\"type\":\"a\",\"length\":5}\nabc", 27L, 0, "length is 5 but only 3 bytes are left"),
                List.of("{}\n{\"type\":\"a\",\"length\":1}", 26L, 0, "length is 1 but only 0 bytes are left"),
                List.of("{}\n{\"type\":\"a\",\"length\":2}\nabc\n", 29L, 0, "payload is not followed by a line break"),
                List.of("{}\n{\"type\":\"a\",\"length\":2}\nab\r{}", 29L, 0, "payload is not followed by a line break"),
                List.of(
                        "{}\n{\"type\":\"a\",\"length\":-1}\n",
                        3L,
                        0,
                        "length must be a whole number of bytes but was -1"),
                List.of(
                        "{}\n{\"type\":\"a\",\"length\":1.5}\n",
                        3L,
                        0,
                        "length must be a whole number of bytes but was 1.5"),
                List.of(
                        "{}\n{\"type\":\"a\",\"length\":\"9\"}\n",
                        3L,
                        0,
                        "length must be a whole number of bytes but was a string"),
                List.of(
                        "{}\n{\"type\":\"a\",\"length\":null}\n",
                        3L,
                        0,
                        "length must be a whole number of bytes but was null"));
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void faultsAreReportedWithTheirPlaceAndReason(List<Object> sample) {
        String reason = (String) sample.get(sample.size() - 1);

        assertThatExceptionOfType(MalformedEnvelopeException.class)
                .isThrownBy(() -> read((String) sample.get(0)))
                .satisfies(e -> assertThat(e.offset()).isEqualTo(sample.get(1)))
                .satisfies(e -> assertThat(e.reason()).startsWith(reason))
                .satisfies(e -> assertThat(e.item().isPresent()).isEqualTo(sample.size() == 4))
                .satisfies(e -> assertThat(e.item().orElse(-1)).isEqualTo(sample.size() == 4 ? sample.get(2) : -1))
                .withMessageContaining("at byte " + sample.get(1));
    }

    @ParameterizedTest
    @MethodSource("recordings")
    void cutAnywhereIsReadOrRefusedButNeverAnythingElse(Recording recording) {
        byte[] bytes = recording.bytes();

        for (int length = 0; length < bytes.length; length++) {
            byte[] cut = Arrays.copyOf(bytes, length);
            try {
                assertThat(EnvelopeWriter.toBytes(EnvelopeReader.parse(cut))).isEqualTo(cut);
            } catch (MalformedEnvelopeException e) {
                assertThat(e.offset()).isBetween(0L, (long) length);
            }
        }
    }

    @Test
    void bytesMayArriveOneByOne() {
        byte[] bytes =
                Recordings.get("sentry-java/transaction-genai-static.envelope").bytes();
        InputStream slow = new ByteArrayInputStream(bytes) {
            @Override
            public int read(byte[] target, int offset, int length) {
                return super.read(target, offset, Math.min(length, 1));
            }
        };

        assertThat(EnvelopeWriter.toBytes(EnvelopeReader.read(slow))).isEqualTo(bytes);
    }

    @Test
    void limitsAreKept() {
        assertThat(read("{\"a\":\"" + "x".repeat(12) + "\"}\n{\"type\":\"a\"}\n" + "x".repeat(10), SMALL)
                        .items())
                .hasSize(1);
        assertTooLarge("{\"a\":\"" + "x".repeat(13) + "\"}", "envelope header is longer than 20 bytes");
        assertTooLarge("{}\n{\"type\":\"abcdefghij\"}", "item header is longer than 20 bytes");
        assertTooLarge("{}\n{\"type\":\"a\"}\n" + "x".repeat(11), "item is larger than 10 bytes");
        assertTooLarge(
                "{}\n{\"type\":\"a\"}\nx\n".repeat(1) + "{\"type\":\"b\"}\nx\n".repeat(4),
                "envelope is larger than 60 bytes");
    }

    @Test
    void announcedLengthTakesNoMemory() {
        Limits limits = new Limits(1000, Integer.MAX_VALUE, Integer.MAX_VALUE);

        assertThatThrownBy(() -> read("{}\n{\"type\":\"a\",\"length\":2147483647}\nx", limits))
                .isInstanceOf(MalformedEnvelopeException.class)
                .hasMessageContaining("length is 2147483647 but only 1 bytes are left");
        assertThatThrownBy(() -> read("{}\n{\"type\":\"a\",\"length\":9223372036854775807}\nx", limits))
                .isInstanceOf(EnvelopeTooLargeException.class);
        assertThatThrownBy(() -> read("{}\n{\"type\":\"a\",\"length\":9223372036854775808}\nx", limits))
                .hasMessageContaining("length must be a whole number of bytes but was 9223372036854775808");
    }

    @Test
    void headerThatNestsTooDeepIsRefused() {
        assertThatThrownBy(() -> read("{\"a\":" + "[".repeat(100_000)))
                .isInstanceOf(MalformedEnvelopeException.class)
                .hasMessageContaining("nest deeper than 500 levels");
    }

    @Test
    void unreadableStreamIsNoMalformedEnvelope() {
        InputStream broken = new SequenceInputStream(new ByteArrayInputStream("{}\n".getBytes(UTF_8)), new Broken());

        assertThatThrownBy(() -> EnvelopeReader.read(broken))
                .isInstanceOf(UncheckedIOException.class)
                .hasRootCauseMessage("connection reset");
    }

    @Test
    void limitsMustBePositive() {
        assertThatThrownBy(() -> new Limits(1, 0, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("limits must be positive but were 1, 0 and 1 bytes");
    }

    private static void assertTooLarge(String text, String reason) {
        assertThatExceptionOfType(EnvelopeTooLargeException.class)
                .isThrownBy(() -> read(text, SMALL))
                .satisfies(e -> assertThat(e.reason()).isEqualTo(reason));
    }

    private static Envelope read(String text) {
        return read(text, Limits.RELAY);
    }

    private static Envelope read(String text, Limits limits) {
        return EnvelopeReader.parse(text.getBytes(UTF_8), limits);
    }

    private static List<String> items(String text) {
        return read(text).items().stream()
                .map(item -> item.type() + ":" + new String(item.payload(), UTF_8))
                .toList();
    }

    private static final class Broken extends InputStream {
        @Override
        public int read() throws IOException {
            throw new IOException("connection reset");
        }
    }
}
