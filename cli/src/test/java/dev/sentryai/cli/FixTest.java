package dev.sentryai.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sentryai.fixtures.Recordings;
import dev.sentryai.telemetry.json.JsonObject;
import dev.sentryai.telemetry.json.JsonReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FixTest {

    private static final byte[] BROKEN =
            Recordings.get("sentry-node/openai-chat.envelope").bytes();

    @TempDir
    private Path directory;

    private Path input;
    private Path output;

    @BeforeEach
    void writeInput() throws IOException {
        input = directory.resolve("in");
        output = directory.resolve("out");
        Files.createDirectories(input.resolve("deep"));
        Files.write(input.resolve("deep/a.envelope"), BROKEN);
        Files.writeString(input.resolve("b.envelope"), "{}\n");
    }

    @Test
    void copiesAllFilesAndJudgesTheCopies() throws IOException {
        JsonObject before = findings(new Cli().run("validate", input.toString(), "--format", "json"));

        Cli.Result fixing = new Cli().run("validate", input.toString(), "--fix", output.toString(), "--format", "json");

        assertThat(fixing.err())
                .contains("sentry-ai: " + output.resolve("deep/a.envelope") + ": fixed GENAI")
                .containsPattern("sentry-ai: fixed \\d+ findings in 1 of 2 files; the copies are in ");
        assertThat(output.resolve("b.envelope")).hasContent("{}\n");
        assertThat(Files.readAllBytes(input.resolve("deep/a.envelope"))).isEqualTo(BROKEN);
        assertThat(findings(fixing).array("findings").size())
                .isLessThan(before.array("findings").size());
        assertThat(new Cli()
                        .run("validate", output.toString(), "--format", "json")
                        .out())
                .isEqualTo(fixing.out());
    }

    @Test
    void exitCodeIsThatOfWhatRemains() {
        String file = input.resolve("deep/a.envelope").toString();

        String[] check = {"validate", file, "--fail-on", "warning", "--rule", "GENAI050=off"};

        Cli.Result before = new Cli().run(check);
        Cli.Result after = new Cli()
                .run(Stream.concat(Stream.of(check), Stream.of("--fix", output.toString()))
                        .toArray(String[]::new));

        assertThat(before.exitCode()).isEqualTo(1);
        assertThat(after.exitCode()).isZero();
        assertThat(output.resolve("a.envelope")).exists();
    }

    @Test
    void patternsAndStandardInputKeepWhatTheyCan() {
        Cli.Result pattern = new Cli().run("validate", input + "/**/*.envelope", "--fix", output.toString());
        Cli.Result piped = new Cli().in(BROKEN).run("validate", "-", "--fix", output.toString());

        assertThat(pattern.err()).contains("1 of 1 files");
        assertThat(piped.err()).contains(output.resolve("stdin.envelope") + ": fixed");
        assertThat(output.resolve("deep/a.envelope")).exists();
    }

    @Test
    void overwritesNothingUnlessForced() {
        String[] fix = {"validate", input.toString(), "--allow-empty", "--fix", output.toString()};
        new Cli().run(fix);

        Cli.Result again = new Cli().run(fix);
        Cli.Result forced = new Cli()
                .run(Stream.concat(Stream.of(fix), Stream.of("--force")).toArray(String[]::new));

        assertThat(again.exitCode()).isEqualTo(2);
        assertThat(again.err()).contains("b.envelope exists; --force overwrites it");
        assertThat(forced.err()).contains("the copies are in");
    }

    @Test
    void copiesNeverComeBetweenWhatIsRead() throws IOException {
        Path inside = input.resolve("fixed");

        assertRefused(inside, "Copies in " + inside + " would be read with " + input + " the next time");
        assertRefused(input, "Copies in " + input + " would be read with " + input + " the next time");
        assertRefused(directory, "b.envelope is read and stands in " + directory + ", where copies shall go");
        assertThat(Files.readAllBytes(input.resolve("deep/a.envelope"))).isEqualTo(BROKEN);
        assertThat(inside).doesNotExist();
    }

    @Test
    void linksDoNotHideThat() throws IOException {
        Path link = Files.createSymbolicLink(directory.resolve("link"), input);

        assertRefused(link.resolve("new/deep"), "would be read with " + input);
    }

    private void assertRefused(Path target, String reason) {
        Cli.Result plain = new Cli().run("validate", input.toString(), "--fix", target.toString());
        Cli.Result forced = new Cli().run("validate", input.toString(), "--fix", target.toString(), "--force");

        assertThat(plain.exitCode()).isEqualTo(2);
        assertThat(plain.err()).contains(reason);
        assertThat(forced.exitCode()).isEqualTo(2);
        assertThat(forced.err()).contains(reason);
    }

    @Test
    void singleFileCanBeCorrectedBesideItself() {
        Cli.Result result = new Cli()
                .run(
                        "validate",
                        input.resolve("deep/a.envelope").toString(),
                        "--fix",
                        input.resolve("deep/fixed").toString());

        assertThat(result.err()).contains("1 of 1 files");
        assertThat(input.resolve("deep/fixed/a.envelope")).exists();
    }

    @Test
    void rulesThatAreOffAreLeftAlone() throws IOException {
        String file = input.resolve("deep/a.envelope").toString();
        Files.writeString(directory.resolve("sentry-ai.yml"), """
                rules: { GENAI064: off }
                suppressions: [{ rule: GENAI065, reason: the old server needs it }]
                """);

        Cli.Result result = new Cli().at(directory).run("validate", file, "--fix", output.toString());

        assertThat(result.err())
                .contains("fixed GENAI")
                .doesNotContain("GENAI064")
                .doesNotContain("GENAI065");
        assertThat(output.resolve("a.envelope")).content().contains("gen_ai.system", "gen_ai.response.text");
    }

    @Test
    void tracesThatAreSpreadOverFilesAreCorrectedTogether() throws IOException {
        for (int i = 0; i < 9; i++) {
            Files.writeString(
                    input.resolve(i + "-0.envelope"), "{}\n{\"type\":\"attachment\"}\n" + "x".repeat(900_000) + "\n");
            Files.writeString(
                    input.resolve(i + "-1.envelope"),
                    chat(i, "b52170035b3248eb", ",\"gen_ai.conversation.id\":\"c1\""));
            Files.writeString(input.resolve(i + "-2.envelope"), chat(i, "8f22363dc7a14691", ""));
        }

        new Cli().run("validate", input.toString(), "--fix", output.toString());

        for (int i = 0; i < 9; i++) {
            assertThat(output.resolve(i + "-2.envelope")).content().contains("\"gen_ai.conversation.id\":\"c1\"");
        }
    }

    private static String chat(int trace, String id, String more) {
        return "{}\n{\"type\":\"span\"}\n{\"trace_id\":\"182ef34038324c4eaccfa93bfb2f927" + trace + "\",\"span_id\":\""
                + id
                + "\",\"op\":\"gen_ai.chat\",\"start_timestamp\":1795189242,\"timestamp\":1795189243,"
                + "\"data\":{\"gen_ai.operation.name\":\"chat\"" + more + "}}\n";
    }

    @Test
    void twoFilesNeverBecomeOne() throws IOException {
        Files.write(input.resolve("a.envelope"), BROKEN);

        Cli.Result result = new Cli()
                .run(
                        "validate",
                        input.resolve("a.envelope").toString(),
                        input.resolve("deep/a.envelope").toString(),
                        "--fix",
                        output.toString());

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).contains("Two files would both be copied to " + output.resolve("a.envelope"));
        assertThat(output).doesNotExist();
    }

    @Test
    void brokenFilesAreNotCopied() throws IOException {
        Files.write(input.resolve("c.envelope"), "no envelope".getBytes(UTF_8));

        Cli.Result result = new Cli().run("validate", input.toString(), "--fix", output.toString());

        assertThat(result.exitCode()).isEqualTo(3);
        assertThat(output.resolve("c.envelope")).doesNotExist();
        assertThat(output.resolve("deep/a.envelope")).exists();
    }

    @Test
    void forceAloneIsAMistake() {
        Cli.Result result = new Cli().run("validate", input.toString(), "--force");

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).contains("--force needs --fix DIR");
    }

    private static JsonObject findings(Cli.Result result) {
        return (JsonObject) JsonReader.read(result.out());
    }
}
