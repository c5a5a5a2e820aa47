package dev.sentryai.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sentryai.fixtures.Recordings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever a directory holds: the file at fault is named, with the place in it, and the other files are validated all the same. */
class BadInputTest {

    private static final byte[] GOOD =
            Recordings.get("sentry-node/openai-tool-loop.envelope").bytes();

    @TempDir
    private Path directory;

    @BeforeEach
    void surround() throws IOException {
        Files.write(directory.resolve("a.envelope"), GOOD);
        Files.write(directory.resolve("z.envelope"), GOOD);
    }

    @Test
    void truncatedItem() throws IOException {
        byte[] whole = "{}\n{\"type\":\"transaction\",\"length\":100}\n{\"spans\":[]".getBytes(UTF_8);

        assertThatItIsAFinding(whole, "GENAI002", whole.length - 11, "length is 100 but only 11 bytes are left");
    }

    @Test
    void truncatedJson() throws IOException {
        byte[] half = Arrays.copyOf(GOOD, GOOD.length / 2);

        assertThatItIsAFinding(half, "GENAI002", half.length, "payload is not JSON");
    }

    @Test
    void wrongLength() throws IOException {
        byte[] wrong = "{}\n{\"type\":\"transaction\",\"length\":2}\n{\"spans\":[]}\n".getBytes(UTF_8);

        assertThatItIsAFinding(wrong, "GENAI002", wrong.length - 11, "its length may be wrong");
    }

    @Test
    void invalidUtf8() throws IOException {
        byte[] latin1 = "{}\n{\"type\":\"transaction\"}\n{\"transaction\":\"caf\u00e9\"}\n".getBytes(ISO_8859_1);

        assertThatItIsAFinding(latin1, "GENAI002", null, "payload is not JSON");
    }

    @Test
    void deepNesting() throws IOException {
        byte[] deep = ("{}\n{\"type\":\"span\"}\n" + "{\"a\":[".repeat(100_000)).getBytes(UTF_8);

        assertThatItIsAFinding(deep, "GENAI002", null, "arrays and objects nest deeper than 500 levels");
    }

    @Test
    void binaryGarbage() throws IOException {
        byte[] garbage = new byte[100_000];
        new Random(4711).nextBytes(garbage);

        assertThatItIsNoInput(garbage, "envelope header");
    }

    @Test
    void emptyFile() throws IOException {
        assertThatItIsNoInput(new byte[0], "envelope header is empty");
    }

    @Test
    void aLineOfOneHundredMegabytes() throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(bad().toFile(), "rw")) {
            file.setLength(100_000_000);
        }

        assertThatItIsNoInput("envelope header is longer than 1048576 bytes");
    }

    @Test
    void compressionBomb() throws IOException {
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(bomb)) {
            for (int i = 0; i < 50; i++) {
                gzip.write(new byte[1_000_000]);
            }
        }

        assertThatItIsNoInput(bomb.toByteArray(), "envelope header is longer than 1048576 bytes");
    }

    @Test
    void brokenCompression() throws IOException {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(compressed)) {
            gzip.write(GOOD);
        }

        assertThatItIsNoInput(Arrays.copyOf(compressed.toByteArray(), 500), "body is not valid gzip data");
    }

    @Test
    void ofTwoMembersOfTheSameNameTheLastOneCountsAndThatIsSaid() throws IOException {
        byte[] twice = new String(GOOD, UTF_8)
                .replaceFirst("\"platform\":", "\"platform\":\"x\",\"platform\":")
                .getBytes(UTF_8);
        Files.write(bad(), twice);

        Cli.Result result = validate();

        assertThat(result.err()).isEmpty();
        assertThat(result.out()).contains("\"envelopes\":3");
        assertThat(findingIn(result, "Span has two members platform in the object at byte 0"))
                .contains("\"rule\":\"GENAI202\"");
    }

    /** The fault is one of the telemetry: it is found, and the exit code is that of findings. */
    private void assertThatItIsAFinding(byte[] bytes, String rule, @Nullable Integer offset, String reason)
            throws IOException {
        Files.write(bad(), bytes);

        Cli.Result result = validate();

        assertThat(result.exitCode()).isEqualTo(ExitCode.FINDINGS);
        assertFound(result, rule, reason);
        if (offset != null) {
            assertThat(findingIn(result, reason)).contains("\"offset\":" + offset + ",");
        }
    }

    private void assertThatItIsNoInput(byte[] bytes, String reason) throws IOException {
        Files.write(bad(), bytes);
        assertThatItIsNoInput(reason);
    }

    /** What is no envelope at all is no input for us. */
    private void assertThatItIsNoInput(String reason) {
        Cli.Result result = validate();

        assertThat(result.exitCode()).isEqualTo(ExitCode.UNREADABLE);
        assertFound(result, "GENAI", reason);
    }

    private void assertFound(Cli.Result result, String rule, String reason) {
        assertThat(findingIn(result, reason))
                .contains("\"rule\":\"" + rule)
                .contains("\"severity\":\"error\"")
                .containsPattern("\"offset\":\\d+");
        assertThat(result.out()).contains("\"files\":3");
        assertThat(lines(result, "a.envelope")).isNotEmpty();
        assertThat(lines(result, "z.envelope")).isNotEmpty();
    }

    private static String findingIn(Cli.Result result, String reason) {
        List<String> findings = lines(result, "m.envelope").stream()
                .filter(line -> line.contains(reason))
                .toList();
        assertThat(findings).as(result.out()).hasSize(1);
        return findings.get(0);
    }

    /** The findings of a file, each of which has a line. */
    private static List<String> lines(Cli.Result result, String file) {
        return result.out()
                .lines()
                .filter(line -> line.startsWith("{\"rule\"") && line.contains(file + '"'))
                .toList();
    }

    private Cli.Result validate() {
        return new Cli().run("validate", directory.toString(), "--format", "json");
    }

    private Path bad() {
        return directory.resolve("m.envelope");
    }
}
