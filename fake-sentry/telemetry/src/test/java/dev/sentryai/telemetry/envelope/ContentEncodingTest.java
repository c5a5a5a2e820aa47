package dev.sentryai.telemetry.envelope;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContentEncodingTest {

    private static final String ENVELOPE = "{\"event_id\":\"4c79f60c11214eb38604f4ae0781bfb2\"}\n"
            + "{\"type\":\"attachment\",\"length\":20}\nabababababababababab\n";

    /** Made with Google's brotli 1.x. */
    private static final byte[] BROTLI =
            base64("G2YAOIzEOCbyLqL4GaHSIdZmp8QPCRinrqWdOCnFM3VY0mADDtzTdIbJNzuetIEUP4zwIM/vH8TqbzVdZm6x8xl"
                    + "No2Ju7cOy0rlyuAI3RBjgemUmCA==");
    /** Made with zstd 1.5, level 19, with checksum. */
    private static final byte[] ZSTD =
            base64("KLUv/SRnrQIAUgUTGJBZB5iINJDNilbAnbuzaywsIoSUsUxTAue50yhql11MPg68JyMSum73dk6WPnOaoxffsqXsUky"
                    + "qWPA4LdqFqqKwYHo7YQw9WeEzAQEAVJ6LArJcewY=");
    /** A mebibyte of the digit 0. */
    private static final byte[] BROTLI_BOMB = base64("W///j18CJh4LBHLvHwA=");
    /** A mebibyte of the digit 0. */
    private static final byte[] ZSTD_BOMB =
            base64("KLUv/aAAABAAVAAAEDAwAQD7/znAAgIAEDACABAwAgAQMAIAEDACABAwAgAQMAMAEDA=");

    static List<Sample> samples() {
        return List.of(
                new Sample("identity", ContentEncoding.IDENTITY, ENVELOPE.getBytes(UTF_8)),
                new Sample("gzip", ContentEncoding.GZIP, gzip(ENVELOPE.getBytes(UTF_8))),
                new Sample("zlib", ContentEncoding.DEFLATE, deflate(ENVELOPE.getBytes(UTF_8), false)),
                new Sample("raw deflate", ContentEncoding.DEFLATE, deflate(ENVELOPE.getBytes(UTF_8), true)),
                new Sample("brotli", ContentEncoding.BR, BROTLI),
                new Sample("zstd", ContentEncoding.ZSTD, ZSTD));
    }

    static List<Sample> compressed() {
        return samples().subList(1, samples().size());
    }

    static List<Sample> bombs() {
        byte[] zeros = "0".repeat(1024 * 1024).getBytes(UTF_8);
        return List.of(
                new Sample("identity", ContentEncoding.IDENTITY, zeros),
                new Sample("gzip", ContentEncoding.GZIP, gzip(zeros)),
                new Sample("zlib", ContentEncoding.DEFLATE, deflate(zeros, false)),
                new Sample("raw deflate", ContentEncoding.DEFLATE, deflate(zeros, true)),
                new Sample("brotli", ContentEncoding.BR, BROTLI_BOMB),
                new Sample("zstd", ContentEncoding.ZSTD, ZSTD_BOMB));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void bodyIsDecoded(Sample sample) throws IOException {
        try (InputStream decoded = sample.decode(1000)) {
            assertThat(decoded).hasContent(ENVELOPE);
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void bodyIsDecodedByteByByte(Sample sample) throws IOException {
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        try (InputStream decoded = sample.decode(ENVELOPE.length())) {
            for (int next = decoded.read(); next >= 0; next = decoded.read()) {
                read.write(next);
            }
        }

        assertThat(read.toString(UTF_8)).isEqualTo(ENVELOPE);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void decodedBodyIsAnEnvelope(Sample sample) {
        Envelope envelope = EnvelopeReader.read(sample.encoding().decode(new ByteArrayInputStream(sample.body())));

        assertThat(envelope.items()).extracting(Item::type).containsExactly("attachment");
    }

    @ParameterizedTest
    @MethodSource("compressed")
    void bodyThatIsCutAnywhereIsRefused(Sample sample) {
        for (int length = 0; length < sample.body().length - 8; length++) {
            Sample cut = new Sample(sample.name(), sample.encoding(), Arrays.copyOf(sample.body(), length));

            assertThatExceptionOfType(MalformedEnvelopeException.class)
                    .as("%s cut after %s bytes", sample, length)
                    .isThrownBy(() -> cut.decode(1000).readAllBytes())
                    .satisfies(e -> assertThat(e.offset()).isBetween(0L, (long) ENVELOPE.length()));
        }
    }

    @ParameterizedTest
    @MethodSource("compressed")
    void bodyInAnotherEncodingIsRefused(Sample sample) {
        Sample plain = new Sample(sample.name(), sample.encoding(), ENVELOPE.getBytes(UTF_8));

        assertThatThrownBy(() -> plain.decode(1000).readAllBytes())
                .isInstanceOf(MalformedEnvelopeException.class)
                .hasMessage("Envelope is malformed at byte 0: body is not valid "
                        + sample.encoding().headerValue() + " data from here on");
    }

    @ParameterizedTest
    @MethodSource("compressed")
    void flippedBitsNeverHangAndNeverThrowAnythingElse(Sample sample) throws IOException {
        for (int index = 0; index < sample.body().length; index++) {
            byte[] body = sample.body().clone();
            body[index] ^= 0x55;
            try (InputStream decoded = new Sample(sample.name(), sample.encoding(), body).decode(10_000)) {
                assertThat(decoded.readAllBytes()).hasSizeLessThanOrEqualTo(10_000);
            } catch (MalformedEnvelopeException e) {
                assertThat(e.offset()).isNotNegative();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("bombs")
    void bodyThatInflatesWithoutEndIsStopped(Sample sample) {
        assertThatThrownBy(() -> sample.decode(100_000).readAllBytes())
                .isInstanceOf(EnvelopeTooLargeException.class)
                .hasMessageContaining("decoded body is larger than 100000 bytes");
    }

    @ParameterizedTest
    @MethodSource("bombs")
    void bodyOfExactlyTheLimitPasses(Sample sample) throws IOException {
        assertThat(sample.decode(1024 * 1024).readAllBytes()).hasSize(1024 * 1024);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void unreadableBodyIsNoMalformedBody(Sample sample) {
        InputStream start = new ByteArrayInputStream(sample.body(), 0, sample.body().length / 2);
        InputStream broken = new SequenceInputStream(start, new Broken());

        assertThatThrownBy(() -> sample.encoding().decode(broken).readAllBytes())
                .isInstanceOf(IOException.class)
                .hasMessage("connection reset");
    }

    @Test
    void severalGzipMembersAreOneBody() throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.write(gzip("{}".getBytes(UTF_8)));
        body.write(gzip("\n".getBytes(UTF_8)));

        assertThat(ContentEncoding.GZIP.decode(new ByteArrayInputStream(body.toByteArray())))
                .hasContent("{}\n");
    }

    @ParameterizedTest
    @CsvSource({
        "gzip,GZIP",
        "x-gzip,GZIP",
        "' GZip ',GZIP",
        "deflate,DEFLATE",
        "br,BR",
        "zstd,ZSTD",
        "identity,IDENTITY"
    })
    void namesAreKnown(String name, ContentEncoding encoding) {
        assertThat(ContentEncoding.parse(name)).isEqualTo(encoding);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "utf-8", "gzip, br"})
    void whatRelayIgnoresIsIdentity(String name) {
        assertThat(ContentEncoding.parse(name)).isEqualTo(ContentEncoding.IDENTITY);
    }

    private static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return out.toByteArray();
    }

    private static byte[] deflate(byte[] bytes, boolean raw) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, raw);
        try (DeflaterOutputStream deflate = new DeflaterOutputStream(out, deflater)) {
            deflate.write(bytes);
        } catch (IOException e) {
            throw new AssertionError(e);
        } finally {
            deflater.end();
        }
        return out.toByteArray();
    }

    private static byte[] base64(String text) {
        return Base64.getDecoder().decode(text);
    }

    private record Sample(String name, ContentEncoding encoding, byte[] body) {

        InputStream decode(long maxBytes) {
            return encoding.decode(new ByteArrayInputStream(body), maxBytes);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private static final class Broken extends InputStream {
        @Override
        public int read() throws IOException {
            throw new IOException("connection reset");
        }
    }
}
