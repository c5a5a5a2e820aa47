package dev.sentryai.cli.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sentryai.cli.input.InputFile;
import dev.sentryai.cli.input.Inputs;
import dev.sentryai.fixtures.Recordings;
import dev.sentryai.telemetry.rules.Finding;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ValidatorTest {

    @TempDir
    private Path directory;

    private final List<Checked> parts = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();

    @Test
    void resultIsTheSameForAnyNumberOfThreads() throws IOException {
        writeRecordings(4);

        Summary alone = validator().validate(files(), 1);
        List<Finding> findings = findings();
        parts.clear();
        Summary together = validator().validate(files(), 4);

        assertThat(together).isEqualTo(alone);
        assertThat(findings()).isNotEmpty().isEqualTo(findings);
        assertThat(parts).hasSizeGreaterThanOrEqualTo(1);
    }

    @Test
    void muchInputComesInParts() throws IOException {
        byte[] large = ("{}\n{\"type\":\"attachment\"}\n" + "x".repeat(3_000_000)).getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < 4; i++) {
            Files.write(directory.resolve(i + ".envelope"), large);
        }

        Summary summary = validator().validate(files(), 2);

        assertThat(parts).extracting(part -> part.files().size()).containsExactly(2, 2);
        assertThat(summary.scope().envelopes()).isEqualTo(4);
    }

    @Test
    void aFileThatVanishesDoesNotStopTheOthers() throws IOException {
        writeRecordings(1);
        Iterator<InputFile> files = new Inputs(InputStream.nullInputStream())
                .expand(List.of(directory.toString()))
                .iterator();
        Path first;
        try (var all = Files.list(directory)) {
            first = all.sorted().findFirst().orElseThrow();
        }
        Files.delete(first);
        Validator validator = validator();

        Summary summary = validator.validate(files, 2);

        assertThat(complaints).hasSize(1).first().asString().startsWith("Cannot read " + first);
        assertThat(validator.isReadable()).isFalse();
        assertThat(summary.scope().envelopes()).isEqualTo(Recordings.all().size() - 1);
        assertThat(summary.scope().files()).isEqualTo(Recordings.all().size());
    }

    private Validator validator() {
        return new Validator(CheckSettings.defaults(), parts::add, complaints::add);
    }

    private Iterator<InputFile> files() {
        return new Inputs(InputStream.nullInputStream()).walk(List.of(directory.toString()));
    }

    private List<Finding> findings() {
        return parts.stream().flatMap(part -> part.findings().stream()).toList();
    }

    private void writeRecordings(int times) throws IOException {
        for (int i = 0; i < times; i++) {
            for (var recording : Recordings.all()) {
                Files.write(directory.resolve(i + recording.name().replace('/', '-')), recording.bytes());
            }
        }
    }
}
