package dev.sentryai.cli.input;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sentryai.telemetry.envelope.EnvelopeWriter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InputsTest {

    @TempDir
    private Path root;

    private final Inputs inputs = new Inputs(new ByteArrayInputStream("{\"from\":\"stdin\"}".getBytes(UTF_8)));

    @BeforeEach
    void createFiles() throws IOException {
        for (String name : List.of("b.envelope", "a.envelope", "notes.txt", "deep/c.envelope", "deep/er/d.envelope")) {
            Path file = root.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, "{}");
        }
    }

    @Test
    void directoryStandsForAllEnvelopesBelowItByName() {
        assertThat(expand("")).containsExactly("a.envelope", "b.envelope", "deep/c.envelope", "deep/er/d.envelope");
    }

    @Test
    void fileMayHaveAnyName() {
        assertThat(expand("notes.txt")).containsExactly("notes.txt");
    }

    @Test
    void patternsAreExpandedByName() {
        assertThat(expand("*.envelope")).containsExactly("a.envelope", "b.envelope");
        assertThat(expand("?.{envelope,txt}")).containsExactly("a.envelope", "b.envelope");
        assertThat(expand("[b-z]*"))
                .containsExactly("b.envelope", "deep/c.envelope", "deep/er/d.envelope", "notes.txt");
        assertThat(expand("*/*.envelope")).containsExactly("deep/c.envelope");
        assertThat(expand("**.envelope"))
                .containsExactly("a.envelope", "b.envelope", "deep/c.envelope", "deep/er/d.envelope");
    }

    @Test
    void argumentsKeepTheirOrderAndEveryFileComesOnce() {
        assertThat(expand("deep", "b.envelope", "*.envelope", "deep/c.envelope"))
                .containsExactly("deep/c.envelope", "deep/er/d.envelope", "b.envelope", "a.envelope");
    }

    @Test
    void whatStandsForNothingIsRefused() {
        assertThatThrownBy(() -> expand("no.envelope"))
                .isInstanceOf(MissingInputException.class)
                .hasMessage("No such file or directory: " + root.resolve("no.envelope"));
        assertThatThrownBy(() -> expand("*.nothing")).hasMessage("No file matches " + root.resolve("*.nothing"));
        assertThatThrownBy(() -> expand("gone/*.envelope")).hasMessageStartingWith("No file matches ");
        assertThatThrownBy(() -> inputs.expand(
                        List.of(Files.createDirectory(root.resolve("empty")).toString())))
                .hasMessageStartingWith("No .envelope file in ");
    }

    @Test
    void dashIsStandardInput() {
        InputFile file = inputs.expand(List.of("-")).get(0);

        assertThat(file.name()).isEqualTo("-");
        assertThat(file.read().envelope().header().fields().string("from")).hasValue("stdin");
    }

    @Test
    void compressedFilesAreUnderstood() throws IOException {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
            gzip.write("{\"a\":1}\n".getBytes(UTF_8));
        }
        Files.write(root.resolve("z.envelope"), compressed.toByteArray());

        InputFile file =
                inputs.expand(List.of(root.resolve("z.envelope").toString())).get(0);

        assertThat(EnvelopeWriter.toBytes(file.read().envelope()))
                .asString(UTF_8)
                .isEqualTo("{\"a\":1}\n");
    }

    @Test
    void fileThatVanishedIsReported() throws IOException {
        InputFile file =
                inputs.expand(List.of(root.resolve("a.envelope").toString())).get(0);
        Files.delete(root.resolve("a.envelope"));

        assertThatThrownBy(file::read)
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageStartingWith("Cannot read " + root.resolve("a.envelope"));
    }

    private List<String> expand(String... names) {
        List<String> arguments = List.of(names).stream()
                .map(name -> root.resolve(".").normalize() + "/" + name)
                .toList();
        return inputs.expand(arguments).stream()
                .map(file -> root.relativize(Path.of(file.name())).toString().replace('\\', '/'))
                .toList();
    }
}
