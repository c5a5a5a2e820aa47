package dev.sentryai.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sentryai.telemetry.json.JsonObject;
import dev.sentryai.telemetry.json.JsonReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StatsCommandTest {

    /** An agent that calls two models and a tool, which calls a third one. */
    private static final String RUN = """
            {}
            {"type":"span","item_count":6,"content_type":"application/vnd.sentry.items.span.v2+json"}
            {"version":2,"items":[%s]}
            """.formatted(String.join(
            ",",
            span("a", "", 9, "gen_ai.invoke_agent", "'gen_ai.agent.name':'Boss','gen_ai.usage.input_tokens':999"),
            span("1", "a", 1, "gen_ai.chat", call("large", 1_000_000, 0)),
            span("2", "a", 2, "gen_ai.chat", call("small, \\\"dated\\\"", 3, 4)),
            span("t", "a", 5, "gen_ai.execute_tool", "'gen_ai.tool.name':'search'"),
            span("3", "t", 3, "gen_ai.chat", call("large", 0, 100_000)),
            span("4", "a", 4, "gen_ai.embeddings", "'gen_ai.request.model':'large','gen_ai.usage.input_tokens':5")));

    private static final String PRICES = """
            source: contract
            date: 2026-11-21

            large 10 20
            """;

    @TempDir
    private Path directory;

    private Path run;
    private Path prices;

    private static String call(String model, int input, int output) {
        return "'gen_ai.response.model':'" + model + "','gen_ai.provider.name':'us','gen_ai.conversation.id':'c',"
                + "'gen_ai.usage.input_tokens':" + input + ",'gen_ai.usage.output_tokens':" + output;
    }

    private static String span(String id, String parent, int seconds, String op, String attributes) {
        String typed = attributes.replaceAll("('[^']+'):('[^']*'|\\d+)", "$1:{'value':$2,'type':'?'}");
        return ("{'trace_id':'t','span_id':'" + id + "','parent_span_id':'" + parent + "','name':'" + id
                        + "','status':'"
                        + (id.equals("2") ? "error" : "ok") + "','start_timestamp':1,'end_timestamp':" + (1 + seconds)
                        + ",'attributes':{'sentry.op':{'value':'" + op + "','type':'string'}," + typed + "}}")
                .replace('\'', '"');
    }

    @BeforeEach
    void write() throws IOException {
        run = Files.writeString(directory.resolve("run.envelope"), RUN);
        prices = Files.writeString(directory.resolve("prices.txt"), PRICES);
    }

    private Cli.Result stats(String... more) {
        List<String> args = new ArrayList<>(List.of("stats", run.toString(), "--prices", prices.toString()));
        args.addAll(List.of(more));
        return new Cli().run(args.toArray(String[]::new));
    }

    @Test
    void aTableIsForPeople() {
        Cli.Result result = stats();

        assertThat(result.err()).isEmpty();
        assertThat(result.exitCode()).isZero();
        assertThat(result.out()).isEqualTo("""
                MODEL           CALLS  ERRORS    INPUT  CACHED  CACHE WRITE  OUTPUT  REASONING    TOTAL    COST  PER CALL      P50      P95
                large               3       0  1000005       -            -  100000          -  1100005  $12.00     $4.00  3.000 s  4.000 s
                small, "dated"      1       1        3       -            -       4          -        7       -         -  2.000 s  2.000 s
                total               4       1  1000008       -            -  100004          -  1100012  $12.00     $3.00  2.000 s  4.000 s
                Cost is an estimate with prices from contract of 2026-11-21, then models.dev of 2026-07-02; Sentry's may differ.
                Priced as the model that was asked for, as spans do not say which one answered: large
                Without a price, so not in the cost: small, "dated"
                """);
    }

    @Test
    void csvIsForSpreadsheets() {
        Cli.Result result = stats("--format", "csv", "--by", "model,provider");

        assertThat(result.out()).isEqualTo("""
                model,provider,calls,errors,input_tokens,cached_tokens,cache_write_tokens,output_tokens,reasoning_tokens,\
                total_tokens,cost_usd,cost_per_call_usd,p50_ms,p95_ms
                large,us,2,0,1000000,,,100000,,1100000,12.0,6.0,1000.0,3000.0
                large,,1,0,5,,,,,5,0.000050,0.000050,4000.0,4000.0
                "small, ""dated""\",us,1,1,3,,,4,,7,,,2000.0,2000.0
                """);
    }

    @Test
    void jsonIsForPrograms() {
        Cli.Result result = stats("--format", "json", "--by", "conversation");

        JsonObject json = (JsonObject) JsonReader.read(result.out());
        assertThat(json.array("by")).hasToString("[conversation]");
        assertThat(json.array("rows")).hasSize(2);
        JsonObject first = (JsonObject) json.array("rows").get(0);
        assertThat(first.get("conversation")).isEqualTo("c");
        assertThat(first.get("calls")).isEqualTo(3L);
        assertThat(first.get("cached_tokens")).isNull();
        assertThat((JsonObject) json.array("rows").get(1)).containsEntry("conversation", null);
        assertThat(json.object("total").get("total_tokens")).isEqualTo(1_100_012L);
        assertThat(json.array("prices")).hasSize(2);
        assertThat((JsonObject) json.array("prices").get(1))
                .containsEntry("source", "models.dev")
                .containsEntry("date", "2026-07-02")
                .containsKey("commit");
        assertThat(json.array("unpriced_models")).hasToString("[small, \"dated\"]");
        assertThat(json.array("assumed_models")).hasToString("[large]");
    }

    @Test
    void callsBelongToTheAgentAround() {
        assertThat(stats("--format", "csv", "--by", "agent").out().lines())
                .element(1)
                .asString()
                .startsWith("Boss,4,1,1000008,,,100004,,1100012,12.00005,");
    }

    @Test
    void runsOfToolsCountWithTheTokensOfCallsInside() {
        assertThat(stats("--format", "csv", "--by", "tool").out().lines())
                .hasSize(2)
                .element(1)
                .isEqualTo("search,1,0,0,,,100000,,100000,2.0,2.0,5000.0,5000.0");
    }

    @Test
    void allOperationsAreCalls() {
        assertThat(stats("--format", "csv", "--by", "OPERATION").out().lines().skip(1))
                .satisfiesExactly(
                        chat -> assertThat(chat).startsWith("gen_ai.chat,3,1,"),
                        embeddings -> assertThat(embeddings).startsWith("gen_ai.embeddings,1,0,5,"),
                        tool -> assertThat(tool).isEqualTo("gen_ai.execute_tool,1,0,,,,,,,,,5000.0,5000.0"),
                        agent -> assertThat(agent).isEqualTo("gen_ai.invoke_agent,1,0,,,,,,,,,9000.0,9000.0"));
    }

    @Test
    void bundledPricesNeedNoOption() {
        Cli.Result result = new Cli()
                .in(RUN.replace("\"large\"", "\"gpt-4o-2024-08-06\"").getBytes(UTF_8))
                .run("stats", "-");

        assertThat(result.out())
                .containsPattern("gpt-4o-2024-08-06 .* \\$3\\.50 ")
                .contains("models.dev of 2026-07-02;");
    }

    @ParameterizedTest
    @ValueSource(strings = {"our-model one", "{\"version\":1}"})
    void badPricesAreWrongUsage(String text) throws IOException {
        Files.writeString(prices, text);

        Cli.Result result = stats();

        assertThat(result.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(result.err()).contains("sentry-ai: Prices: " + prices + ", line 1: expected ");
        assertThat(result.out()).isEmpty();
    }

    @Test
    void settingsNamePrices() throws IOException {
        Files.writeString(directory.resolve("sentry-ai.yml"), "prices: prices.txt");

        Cli.Result configured = new Cli().at(directory).run("stats", run.toString());

        assertThat(configured.err()).isEmpty();
        assertThat(configured.out()).isEqualTo(stats().out()).contains("contract");
    }

    @Test
    void missingPricesAreWrongUsage() throws IOException {
        Files.delete(prices);

        Cli.Result result = stats();

        assertThat(result.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(result.err()).contains("Prices: cannot read " + prices);
    }

    @Test
    void unknownGroupsAreWrongUsage() {
        Cli.Result result = stats("--by", "colour");

        assertThat(result.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(result.err()).contains("--by").contains("colour");
    }

    @Test
    void inputWithoutAiSpansIsUnlessAllowedAnError() throws IOException {
        Files.writeString(run, "{}\n");

        assertThat(stats().exitCode()).isEqualTo(ExitCode.UNREADABLE);
        assertThat(stats().err()).contains("no AI spans, so there is nothing to add up; --allow-empty accepts that");
        assertThat(stats("--allow-empty").exitCode()).isZero();
        assertThat(stats("--allow-empty").err()).isEmpty();
    }

    @Test
    void whatCanNotBeReadIsNamedAndTheRestAddedUp() throws IOException {
        Files.writeString(directory.resolve("broken.envelope"), "no envelope");

        Cli.Result result =
                new Cli().run("stats", directory.resolve("*.envelope").toString());

        assertThat(result.exitCode()).isEqualTo(ExitCode.UNREADABLE);
        assertThat(result.err()).contains("broken.envelope");
        assertThat(result.out()).contains("large ");
    }
}
