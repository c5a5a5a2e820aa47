package dev.sentryai.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sentryai.fixtures.Recordings;
import dev.sentryai.telemetry.json.JsonObject;
import dev.sentryai.telemetry.json.JsonReader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ValidateCommandTest {

    /** A warning and a hint, but no error. */
    private static final byte[] HARMLESS =
            Recordings.get("sentry-node/openai-stream-abandoned.envelope").bytes();

    @TempDir
    private Path directory;

    @BeforeEach
    void copyRecordings() {
        RecordingFiles.copyTo(directory);
    }

    @Test
    void findingsNameFileItemAndSpanAndMakeTheExitCodeOne() {
        Cli.Result result = new Cli().run("validate", directory.toString());

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err()).isEmpty();
        assertThat(result.out())
                .contains(directory
                        .resolve("sentry-node/openai-embeddings.envelope")
                        .toString())
                .contains("└─ gen_ai.embeddings  text-embedding-3-small")
                .contains("error    GENAI060  Unknown attribute gen_ai.request.dimensions\n")
                .contains("item 1, span 0, byte 4405 gen_ai.request.dimensions\n")
                .containsPattern(
                        "\\d+ errors, \\d+ warnings, \\d+ infos in \\d+ of 47 files \\(47 envelopes, 131 spans");
    }

    @Test
    void jsonHasFindingsAndSummary() {
        Cli.Result result = new Cli().run("validate", directory.toString(), "--format", "json");

        JsonObject json = (JsonObject) JsonReader.read(result.out());
        assertThat(json.keySet()).containsExactly("findings", "summary");
        assertThat(json.object("summary").keySet())
                .startsWith("files", "envelopes", "spans", "ai_spans", "errors", "warnings", "infos");
        assertThat(json.object("summary")).containsEntry("files", 47L).containsEntry("spans", 131L);
        assertThat(json.array("findings"))
                .isNotEmpty()
                .allSatisfy(finding -> assertThat(((JsonObject) finding).keySet())
                        .containsExactly(
                                "rule",
                                "severity",
                                "message",
                                "file",
                                "item",
                                "span_id",
                                "span_name",
                                "attribute",
                                "pointer",
                                "offset",
                                "expected",
                                "actual",
                                "fix",
                                "fingerprint"));
    }

    @Test
    void traceLineSaysWhatSentryWouldMakeOfIt() {
        String out = new Cli()
                .run("validate", directory.resolve("sentry-node").toString(), "--rule", "GENAI212=warning")
                .out();

        assertThat(out).containsPattern("trace [0-9a-f]{8}  .* in / .* out  visible in Agents: yes  ~\\$0\\.\\d+\n");
    }

    @Test
    void traceLineSaysWhyTheTraceIsNotVisible() throws Exception {
        Path file = Files.writeString(directory.resolve("hidden.envelope"), """
                {}
                {"type":"transaction"}
                {"contexts":{"trace":{"op":"gen_ai.chat"}}}
                """);

        String out = new Cli().run("validate", file.toString()).out();

        assertThat(out)
                .contains("visible in Agents: NO (Sentry drops the whole transaction because of a span:"
                        + " it lacks a usable trace_id)\n");
    }

    @Test
    void jsonSaysWhatSentryWouldStore() throws Exception {
        Path file = Files.writeString(directory.resolve("stored.envelope"), """
                {}
                {"type":"span"}
                {"trace_id":"4c79f60c11214eb38604f4ae0781bfb2","span_id":"8c79f60c11214eb3","op":"gen_ai.chat",\
                "start_timestamp":1700000000,"timestamp":1700000001,\
                "data":{"gen_ai.response.model":"gpt-4o","gen_ai.usage.input_tokens":1000000}}
                {"type":"span"}
                {"trace_id":"4c79f60c11214eb38604f4ae0781bfb3","op":"gen_ai.chat"}
                """);

        JsonObject json = (JsonObject) JsonReader.read(
                new Cli().run("validate", file.toString(), "--format", "json").out());
        String ndjson =
                new Cli().run("validate", file.toString(), "--format", "ndjson").out();

        assertThat(json.object("summary").object("stored"))
                .containsEntry("traces", 2L)
                .containsEntry("visible_traces", 1L)
                .containsEntry("dropped_spans", 1L)
                .containsEntry("cost_usd", 2.5);
        assertThat(ndjson).contains("\"stored\":{\"traces\":2,\"visible_traces\":1,");
    }

    @Test
    void thresholdDecidesWhatFails() {
        assertThat(harmless("--fail-on", "error").exitCode()).isZero();
        assertThat(harmless("--fail-on", "warning").exitCode()).isEqualTo(1);
        assertThat(harmless("--fail-on", "info").exitCode()).isEqualTo(1);
        assertThat(harmless("--fail-on", "never").exitCode()).isZero();
        assertThat(new Cli()
                        .run("validate", directory.toString(), "--fail-on", "never")
                        .exitCode())
                .isZero();
        assertThat(harmless("--fail-on", "sometimes").exitCode()).isEqualTo(2);
    }

    @Test
    void versionOfTheConventionsDecidesWhatIsKnown() {
        byte[] schema = """
                {}
                {"type":"transaction"}
                {"contexts":{"trace":{"op":"gen_ai.chat","data":{"gen_ai.tool.call.result.size":7}}}}
                """.getBytes(UTF_8);

        Cli.Result old = new Cli().in(schema).run("validate", "-", "--conventions", "0.19.0");
        Cli.Result now = new Cli().in(schema).run("validate", "-");
        Cli.Result unknown = harmless("--conventions", "7");

        assertThat(old.out()).contains("gen_ai.tool.call.result.size");
        assertThat(now.out()).doesNotContain("gen_ai.tool.call.result.size");
        assertThat(unknown.exitCode()).isEqualTo(2);
        assertThat(unknown.err()).contains("must be one of [0.19.0, 0.33.0]").contains("sentry-ai validate --help");
    }

    @Test
    void inputWithoutAiSpansIsNotClean() {
        String log = directory.resolve("sentry-java/log.envelope").toString();

        Cli.Result result = new Cli().run("validate", log);

        assertThat(result.exitCode()).isEqualTo(3);
        assertThat(result.err()).contains("--allow-empty");
        assertThat(new Cli().run("validate", log, "--allow-empty").exitCode()).isZero();
    }

    @Test
    void brokenItemIsAFindingAndGarbageIsUnreadable() {
        Cli.Result broken = new Cli()
                .in("{}\n{\"type\":\"event\",\"length\":9}\n{}".getBytes(UTF_8))
                .run("validate", "-");
        Cli.Result garbage = new Cli().in("garbage".getBytes(UTF_8)).run("validate", "-");

        assertThat(broken.exitCode()).isEqualTo(1);
        assertThat(broken.out()).contains("GENAI002").contains("length is 9 but only 2 bytes are left");
        assertThat(garbage.exitCode()).isEqualTo(3);
        assertThat(garbage.out()).contains("GENAI001");
    }

    @Test
    void inputThatIsMissingIsUnreadable() {
        Cli.Result nothing =
                new Cli().run("validate", directory.resolve("nothing").toString());
        Cli.Result pattern =
                new Cli().run("validate", directory.resolve("*.nothing").toString());

        assertThat(nothing.exitCode()).isEqualTo(3);
        assertThat(nothing.err()).startsWith("sentry-ai: No such file or directory: ");
        assertThat(pattern.exitCode()).isEqualTo(3);
        assertThat(pattern.err()).startsWith("sentry-ai: No file matches ");
    }

    private static Cli.Result harmless(String... options) {
        String[] args = new String[options.length + 2];
        args[0] = "validate";
        args[1] = "-";
        System.arraycopy(options, 0, args, 2, options.length);
        return new Cli().in(HARMLESS).run(args);
    }
}
