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
import org.jspecify.annotations.Nullable;
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

        assertThat(parts).extracting(part -> part.files().size()).containsExactly(1, 1, 1, 1);
        assertThat(summary.scope().envelopes()).isEqualTo(4);
    }

    @Test
    void traceThatIsSpreadOverFilesIsJudgedAsAWhole() throws IOException {
        String filler = "{}\n{\"type\":\"attachment\"}\n" + "x".repeat(1_000_000);
        for (int i = 0; i < 8; i++) {
            Files.writeString(directory.resolve(i * 3 + 10 + ".envelope"), filler);
            Files.writeString(directory.resolve(i * 3 + 11 + ".envelope"), span(i, "b52170035b3248eb", null));
            Files.writeString(
                    directory.resolve(i * 3 + 12 + ".envelope"), span(i, "8f22363dc7a14691", "b52170035b3248eb"));
        }

        validator().validate(files(), 2);

        assertThat(parts).hasSizeGreaterThan(1);
        assertThat(findings()).extracting(Finding::rule).doesNotContain("GENAI210"); // the parent was not captured
    }

    private static String span(int trace, String id, @Nullable String parent) {
        String above = parent == null ? "" : "\"parent_span_id\":\"" + parent + "\",";
        return "{}\n{\"type\":\"span\"}\n{\"trace_id\":\"182ef34038324c4eaccfa93bfb2f927" + trace + "\",\"span_id\":\""
                + id + "\"," + above
                + "\"op\":\"gen_ai.chat\",\"start_timestamp\":1795189242,\"timestamp\":1795189243}\n";
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
