package dev.sentryai.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sentryai.fixtures.Recordings;
import dev.sentryai.telemetry.json.JsonObject;
import dev.sentryai.telemetry.json.JsonReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Sentry would store of recordings, shown by {@code inspect --stored}. */
class InspectStoredTest {

    private static final byte[] TOOL_LOOP =
            Recordings.get("sentry-node/openai-tool-loop.envelope").bytes();

    /** One span without an op, and one that ends before it starts. */
    private static final byte[] HALF_DROPPED = """
            {"sent_at":"2026-11-20T15:40:44.000Z"}
            {"type":"span","item_count":2,"content_type":"application/vnd.sentry.items.span.v2+json"}
            {"version":2,"items":[\
            {"trace_id":"4c79f60c11214eb38604f4ae0781bfb2","span_id":"8c79f60c11214eb3","name":"ask","status":"ok",\
            "start_timestamp":1795189242,"end_timestamp":1795189243,"attributes":{\
            "gen_ai.operation.name":{"value":"chat","type":"string"},"gen_ai.request.model":{"value":"own","type":"string"},\
            "gen_ai.usage.input_tokens":{"value":2,"type":"integer"}}},\
            {"trace_id":"4c79f60c11214eb38604f4ae0781bfb2","span_id":"8c79f60c11214eb4","name":"too\\u001b[2Jlate","status":"ok",\
            "start_timestamp":1795189242,"end_timestamp":1795189241,\
            "attributes":{"sentry.op":{"value":"gen_ai.chat","type":"string"}}}]}
            """.getBytes(UTF_8);

    @TempDir
    private Path directory;

    @Test
    void textTellsWhatWasMovedAndComputed() {
        Cli.Result result = new Cli().in(TOOL_LOOP).run("inspect", "-", "--stored");

        assertThat(result.exitCode()).isZero();
        assertThat(result.out())
                .contains("trace b77ce3ff  agent-run  0.11 s  84 in / 54 out  visible in Agents: yes  ~$0.000045\n")
                .contains("│  │  moved      gen_ai.provider.name = openai  from gen_ai.system\n")
                .contains("│  │  moved      gen_ai.system  now gen_ai.provider.name\n")
                .contains("computed   gen_ai.operation.type = tool  inferred from gen_ai.operation.name\n")
                .contains("computed   gen_ai.cost.total_tokens = 0.0000225  from the data on gen_ai.response.model\n")
                .containsPattern("├─ gen_ai\\.chat  gpt-4o-mini +0\\.06 s  42 in / 27 out  ~\\$0\\.0000225  ok")
                .contains("6 spans (3 AI), 0 error events, 0 other items, 0 dropped spans\n")
                .contains("Cost is an estimate");
    }

    @Test
    void valuesOfAnyLengthTakeOneLineEach() {
        Cli.Result result = new Cli().in(TOOL_LOOP).run("inspect", "-", "--stored");

        assertThat(result.out().lines().filter(line -> line.contains("gen_ai.output.messages = ")))
                .hasSize(2)
                .allSatisfy(line -> assertThat(line).contains("…  from gen_ai.response.*"));
    }

    @Test
    void messagesAreThoseThatAreStored() {
        byte[] mail = new String(TOOL_LOOP, UTF_8)
                .replace("Weather in Lisbon?", "Write a@b.example")
                .getBytes(UTF_8);

        Cli.Result sent = new Cli().in(mail).run("inspect", "-", "--content");
        Cli.Result stored = new Cli().in(mail).run("inspect", "-", "--content", "--stored");

        assertThat(sent.out()).contains("    user        Write a@b.example\n");
        assertThat(stored.out()).contains("    user        Write [email]\n").doesNotContain("a@b.example");
    }

    @Test
    void droppedSpansAreNamedWithTheReasonAndOpsAreInferred() {
        Cli.Result result = new Cli().in(HALF_DROPPED).run("inspect", "-", "--stored");

        assertThat(result.out())
                .contains("  item 0  span  ")
                .contains("dropped: gen_ai.chat toolate: it ends before it starts\n")
                .contains("gen_ai.chat  own      1.00 s  2 in / ? out")
                .contains("computed   sentry.op = gen_ai.chat")
                .contains("1 span (1 AI)")
                .endsWith("1 dropped span\nWithout a price, so not in the cost: own\n");
    }

    @Test
    void pricesOfTheUserCount() throws Exception {
        Path prices = Files.writeString(directory.resolve("prices.txt"), "own 1000000 1\n");

        Cli.Result text = new Cli().in(HALF_DROPPED).run("inspect", "-", "--stored", "--prices", prices.toString());
        List<JsonObject> spans = json("--prices", prices.toString());

        assertThat(text.out()).contains("~$2.00");
        assertThat(spans.get(0).object("attributes")).containsEntry("gen_ai.cost.total_tokens", 2.0);
    }

    @Test
    void jsonHasTheSameShapeAndTellsWhatChanged() {
        List<JsonObject> spans = json();

        assertThat(spans)
                .hasSize(2)
                .allSatisfy(span -> assertThat(span.keySet())
                        .startsWith("kind", "file", "item", "trace_id", "span_id", "parent_span_id", "segment", "op")
                        .endsWith("duration_ms", "attributes", "source", "dropped", "changes"));
        JsonObject kept = spans.get(0);
        assertThat(kept)
                .containsEntry("op", "gen_ai.chat")
                .containsEntry("status", "ok")
                .containsEntry("dropped", null);
        assertThat(kept.object("attributes"))
                .containsEntry("gen_ai.operation.type", "ai_client")
                .containsEntry("gen_ai.usage.total_tokens", 2L);
        assertThat(List.<Object>copyOf(kept.array("changes"))).contains(JsonReader.read("""
                        {"kind":"computed","attribute":"gen_ai.usage.total_tokens","reason":"from input and output tokens"}"""));
        JsonObject dropped = spans.get(1);
        assertThat(dropped)
                .containsEntry("op", "gen_ai.chat")
                .containsEntry("span_id", "8c79f60c11214eb4")
                .containsEntry("dropped", "it ends before it starts");
        assertThat(dropped.object("attributes")).isEmpty();
        assertThat(dropped.array("changes")).isEmpty();
    }

    @Test
    void helpAndCompletionKnowTheOption() {
        assertThat(new Cli().run("inspect", "--help").out()).contains("--stored");
        assertThat(new Cli().run("completion", "bash").out()).contains("'--stored'");
    }

    private static List<JsonObject> json(String... options) {
        String[] args = Stream.concat(Stream.of("inspect", "-", "--stored", "--format", "jsonl"), Stream.of(options))
                .toArray(String[]::new);
        return new Cli()
                .in(HALF_DROPPED)
                .run(args)
                .out()
                .lines()
                .map(line -> (JsonObject) JsonReader.read(line))
                .toList();
    }
}
