package dev.sentryai.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sentryai.fixtures.Recording;
import dev.sentryai.fixtures.Recordings;
import dev.sentryai.telemetry.envelope.EnvelopeReader;
import dev.sentryai.telemetry.envelope.Item;
import dev.sentryai.telemetry.json.JsonObject;
import dev.sentryai.telemetry.json.JsonReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InspectCommandTest {

    private static final String TOOL_LOOP = "sentry-node/openai-tool-loop.envelope";

    @TempDir
    private Path directory;

    @BeforeEach
    void copyRecordings() {
        RecordingFiles.copyTo(directory);
    }

    @Test
    void everyFileAndItemIsShown() {
        Cli.Result result = new Cli().run("inspect", directory.toString());

        assertThat(result.exitCode()).isZero();
        assertThat(result.err()).isEmpty();
        for (Recording recording : Recordings.all()) {
            assertThat(result.out()).contains(directory.resolve(recording.name()) + "  ");
        }
        long items = Recordings.all().stream()
                .mapToLong(recording -> items(recording).size())
                .sum();
        assertThat(result.out().lines().filter(line -> line.startsWith("  item ")))
                .hasSize((int) items);
        assertThat(result.out()).contains(Recordings.all().size() + " envelopes, ");
    }

    @Test
    void tracesAreTreesWithModelTokensDurationAndStatus() {
        Cli.Result result = new Cli().run("inspect", file(TOOL_LOOP));

        assertThat(result.out())
                .contains("trace b77ce3ff  agent-run")
                .containsPattern("├─ gen_ai\\.chat  gpt-4o-mini +0\\.06 s  42 in / 27 out  ~\\$0\\.0000225  ok")
                .containsPattern("├─ gen_ai\\.execute_tool  get_weather +1\\.73 ms  ok")
                .contains("1 envelope, 1 trace, 6 spans (3 AI), 0 error events, 0 other items");
    }

    @Test
    void headersOfEnvelopeAndItemsAreShown() {
        Cli.Result result = new Cli().run("inspect", file(TOOL_LOOP));

        assertThat(result.out())
                .contains("  event_id  292c133d33654344befd26c5ea4c045f\n")
                .contains("  sent_at   2026-11-20T15:17:52.272Z\n")
                .contains("  item 0  transaction  3933 bytes\n")
                .contains("  item 1  span  4512 bytes  item_count=3");
    }

    @Test
    void exceptionsAreShownWithTheirMechanism() {
        Cli.Result result = new Cli().run("inspect", file("sentry-node/openai-error-429.1.envelope"));

        assertThat(result.out()).contains("Error: 429 Rate limit reached").contains("(auto.ai.openai, unhandled)");
    }

    @Test
    void messagesAreShownOnDemandOnly() {
        Cli.Result without = new Cli().run("inspect", file(TOOL_LOOP));
        Cli.Result with = new Cli().run("inspect", file(TOOL_LOOP), "--content");

        assertThat(without.out()).doesNotContain("Weather in Lisbon?");
        assertThat(with.out())
                .contains("    user        Weather in Lisbon?\n")
                .contains(
                        "    assistant   calls get_weather {\"city\":\"Lisbon\",\"unit\":\"celsius\"}  (call_W7xq2Lm9)")
                .contains("    tool        returns {\"temperature\":21,\"sky\":\"sunny\"}  (call_W7xq2Lm9)\n")
                .contains("    result      {\"temperature\":21,\"sky\":\"sunny\"}\n")
                .contains("    assistant   It is 21 degrees and sunny in Lisbon.");
    }

    @Test
    void traceThatIsSpreadOverFilesIsShownOnceAndReferredTo() throws IOException {
        byte[] envelope = Recordings.get(TOOL_LOOP).bytes();
        Path spread = Files.createDirectory(directory.resolve("spread"));
        Files.write(spread.resolve("a.envelope"), envelope);
        Files.write(spread.resolve("b.envelope"), envelope);

        Cli.Result result = new Cli().run("inspect", spread.toString());

        assertThat(result.out())
                .containsOnlyOnce("trace b77ce3ff  agent-run")
                .contains("trace b77ce3fff41f680e71983865ef6f7ad5 is shown with " + spread.resolve("a.envelope"));
    }

    @Test
    void jsonlHasOneObjectForEverySpanEventAndOtherItem() {
        Cli.Result result = new Cli().run("inspect", directory.toString(), "--format", "jsonl");

        List<JsonObject> objects = result.out()
                .lines()
                .map(line -> (JsonObject) JsonReader.read(line))
                .toList();
        assertThat(objects).hasSize(144);
        assertThat(objects)
                .filteredOn(object -> "span".equals(object.get("kind")))
                .hasSize(131)
                .allSatisfy(span -> assertThat(span.keySet())
                        .containsExactly(
                                "kind",
                                "file",
                                "item",
                                "trace_id",
                                "span_id",
                                "parent_span_id",
                                "segment",
                                "op",
                                "name",
                                "origin",
                                "status",
                                "start",
                                "end",
                                "duration_ms",
                                "attributes",
                                "source"));
        assertThat(objects)
                .filteredOn(object -> "item".equals(object.get("kind")))
                .allSatisfy(item -> assertThat(item.keySet()).containsExactly("kind", "file", "item", "type", "bytes"));
        assertThat(objects)
                .filteredOn(object -> "event".equals(object.get("kind")))
                .isNotEmpty()
                .allSatisfy(event -> assertThat(event.keySet())
                        .containsExactly("kind", "file", "item", "event_id", "trace_id", "span_id", "exceptions"));
        assertThat(objects).extracting(object -> (String) object.get("file")).isSorted();
    }

    @Test
    void jsonIsTheSameInOneArray() {
        Cli.Result lines = new Cli().run("inspect", file(TOOL_LOOP), "--format=jsonl");
        Cli.Result array = new Cli().run("inspect", file(TOOL_LOOP), "--format=JSON");

        List<?> elements = (List<?>) JsonReader.read(array.out());
        assertThat(elements).isEqualTo(lines.out().lines().map(JsonReader::read).toList());
    }

    @Test
    void spansKeepTheirValuesInJson() {
        Cli.Result result = new Cli().run("inspect", file(TOOL_LOOP), "--format=jsonl");

        JsonObject chat = result.out()
                .lines()
                .map(line -> (JsonObject) JsonReader.read(line))
                .filter(object -> "gen_ai.chat".equals(object.get("op")))
                .findFirst()
                .orElseThrow();
        assertThat(chat)
                .containsEntry("source", "span_v2")
                .containsEntry("item", 1L)
                .containsEntry("segment", false);
        assertThat(chat.object("attributes")).containsEntry("gen_ai.usage.input_tokens", 42L);
        assertThat(chat.get("start")).isInstanceOf(Double.class);
    }

    @Test
    void fileThatIsNoEnvelopeIsNamedAndTheOthersAreShown() throws IOException {
        Files.writeString(directory.resolve("broken.envelope"), "{}\n{\"type\":\"event\",\"length\":9}\n{}");

        Cli.Result result = new Cli().run("inspect", directory.toString(), "--format", "jsonl");

        assertThat(result.exitCode()).isEqualTo(3);
        assertThat(result.err())
                .contains("broken.envelope: ")
                .contains("length is 9 but only 2 bytes are left")
                .hasLineCount(1);
        assertThat(result.out()).hasLineCount(144);
    }

    @Test
    void standardInputIsRead() {
        Cli.Result result = new Cli().in(Recordings.get(TOOL_LOOP).bytes()).run("inspect", "-");

        assertThat(result.exitCode()).isZero();
        assertThat(result.out()).startsWith("-  8957 bytes\n").contains("agent-run");
    }

    @Test
    void payloadCannotControlTheTerminal() {
        String evil = "{\"sdk\":{\"name\":\"\\u001b[2Jgone\\u0007\"}}\n{\"type\":\"\\u001b]0;title\\u0007x\"}\nx\n";

        Cli.Result result = new Cli().in(evil.getBytes(UTF_8)).run("inspect", "-");

        assertThat(result.out())
                .doesNotContain("\u001b")
                .doesNotContain("\u0007")
                .contains("gone");
    }

    @Test
    void colorsAreForTerminalsUnlessSaidOtherwise() {
        String file = file(TOOL_LOOP);

        assertThat(new Cli().run("inspect", file).out()).doesNotContain("\u001b[");
        assertThat(new Cli().onTerminal().run("inspect", file).out()).contains("\u001b[");
        assertThat(new Cli()
                        .onTerminal()
                        .with("NO_COLOR", "1")
                        .run("inspect", file)
                        .out())
                .doesNotContain("\u001b[");
        assertThat(new Cli()
                        .onTerminal()
                        .with("TERM", "dumb")
                        .run("inspect", file)
                        .out())
                .doesNotContain("\u001b[");
        assertThat(new Cli()
                        .onTerminal()
                        .run("inspect", file, "--color", "never")
                        .out())
                .doesNotContain("\u001b[");
        assertThat(new Cli().run("--color", "always", "inspect", file).out()).contains("\u001b[");
    }

    private String file(String name) {
        return directory.resolve(name).toString();
    }

    private static List<Item> items(Recording recording) {
        return EnvelopeReader.parse(recording.bytes()).items();
    }
}
