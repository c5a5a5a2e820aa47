package dev.sentryai.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.contrastsecurity.sarif.SarifSchema210;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a project's settings and the options make of the same findings. */
class PolicyTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** A chat whose streamed answer has no usage (GENAI153, a warning), no time to first chunk (GENAI154, a hint) and no provider. */
    private static final String CHAT = """
            {}
            {"type":"transaction"}
            {"event_id":"9ec79c33ec9942ab8353589fcb2e04dc","transaction":"chat m","start_timestamp":1700000000,"timestamp":1700000001,\
            "contexts":{"trace":{"op":"gen_ai.chat","trace_id":"4c79f60c11214eb38604f4ae0781bfb2","span_id":"8c79f60c11214eb3","data":{\
            "gen_ai.operation.name":"chat","gen_ai.request.model":"m","gen_ai.response.model":"m","gen_ai.response.streaming":true}}}}
            """;

    @TempDir
    private Path directory;

    private Path file;

    @BeforeEach
    void writeInput() throws Exception {
        file = Files.writeString(directory.resolve("chat.envelope"), CHAT);
    }

    @Test
    void settingsAreFoundUpwardsToTheRootOfTheRepository() throws Exception {
        Path repository = Files.createDirectories(directory.resolve("repository"));
        Path below = Files.createDirectories(repository.resolve("a/b"));
        Files.createDirectory(repository.resolve(".git"));
        Files.writeString(directory.resolve("sentry-ai.yml"), "nonsense: true");

        Cli.Result without = new Cli().at(below).run("validate", file.toString());
        settings(repository, "fail-on: never # all is well\n");
        Cli.Result with = new Cli().at(below).run("validate", file.toString());
        Cli.Result option = new Cli().at(below).run("validate", file.toString(), "--fail-on", "error");
        Cli.Result where = new Cli().at(below).run("config");

        assertThat(without.exitCode()).isEqualTo(1);
        assertThat(with.exitCode()).isZero();
        assertThat(option.exitCode()).isEqualTo(1);
        assertThat(where.out()).isEqualTo(repository.resolve("sentry-ai.yml") + "\n");
    }

    @Test
    void searchEndsAtHome() throws Exception {
        settings(directory, "nonsense: true");
        Path home = Files.createDirectories(directory.resolve("home/project"));

        Cli.Result result = new Cli()
                .at(home)
                .with("HOME", directory.resolve("home").toString())
                .run("config");

        assertThat(result.out()).isEqualTo("No sentry-ai.yml here or above\n");
    }

    @Test
    void wrongSettingsAreRefusedWithLineColumnAndAGuess() throws Exception {
        assertThat(refused("fail_on: error")).contains("sentry-ai.yml:1:1: unknown key fail_on; did you mean fail-on?");
        assertThat(refused("rules:\n  GENAI9999: off"))
                .contains("sentry-ai.yml:2:3: unknown key GENAI9999; did you mean GENAI");
        assertThat(refused("rules: { GENAI060: waning }"))
                .contains("sentry-ai.yml:1:20: expected one of")
                .contains("did you mean warning?");
        assertThat(refused("profile: [strict]")).contains("sentry-ai.yml:1:10: expected a single value");
        assertThat(refused("profile: strict\nprofile: strict")).contains("sentry-ai.yml:2:1: key profile stands twice");
        assertThat(refused("profile: 'strict")).contains("sentry-ai.yml:1:").hasLineCount(1);
        assertThat(refused("- strict")).contains("sentry-ai.yml:1:1: expected a mapping");
        assertThat(refused("conventions: 0.20.0")).contains("must be one of [0.19.0, 0.33.0]");
        assertThat(refused("suppressions: [{rule: GENAI060}]")).contains("a suppression needs a reason");
        assertThat(refused("suppressions: [{reason: because}]")).contains("at least one of rule, file");
        assertThat(refused("suppressions: [{rule: GENAI060, reason: x, expires: soon}]"))
                .contains("'soon'");
        assertThat(refused("content: { inputs: !!javax.script.ScriptEngineManager [] }"))
                .contains(":1:20: expected");
    }

    @Test
    void settingsThatAreMissingAreRefused() {
        Cli.Result result = validate("--config", directory.resolve("none.yml").toString());

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).startsWith("sentry-ai: Cannot read " + directory.resolve("none.yml"));
    }

    @Test
    void levelsOfRulesAreChangedBySettingsAndOptions() throws Exception {
        settings(directory, "rules:\n  GENAI112: info\n  GENAI153: error\n");

        assertThat(severity("GENAI112")).isEqualTo("info");
        assertThat(severity("GENAI153")).isEqualTo("error");
        assertThat(severity("GENAI153", "--rule", "GENAI153=off", "--rule=GENAI112=Warning"))
                .isEmpty();
        assertThat(severity("GENAI112", "--rule=GENAI112=Warning")).isEqualTo("warning");
        Cli.Result unknown = validate("--rule", "GENAI15=off");
        assertThat(unknown.exitCode()).isEqualTo(2);
        assertThat(unknown.err()).contains("unknown rule GENAI15; did you mean GENAI");
    }

    @Test
    void budgetIsCountedWithThePricesOfTheProject() throws Exception {
        Files.writeString(
                file,
                CHAT.replace("\"m\",\"gen_ai.response.s", "\"m\",\"gen_ai.usage.input_tokens\":5,\"gen_ai.response.s"));
        Files.writeString(directory.resolve("prices.txt"), "source: contract\ndate: 2026-11-21\n\nm 1000000 0\n");

        settings(directory, "budget: { call: { tokens: 5 }, trace: { usd: 5 } }\nprices: prices.txt");
        assertThat(severity("GENAI162")).isEmpty();
        settings(directory, "budget: { call: { tokens: 4 } }");
        assertThat(severity("GENAI162")).isEqualTo("error");
        settings(directory, "budget: { trace: { usd: 4.99 } }\nprices: prices.txt");
        assertThat(severity("GENAI162")).isEqualTo("error");
        assertThat(refused("prices: none.txt")).contains("sentry-ai.yml:1:9: cannot read");
    }

    @Test
    void whatSentryWouldStoreIsCountedWithTheChosenPrices() throws Exception {
        Files.writeString(
                file,
                CHAT.replace("\"m\",\"gen_ai.response.s", "\"m\",\"gen_ai.usage.input_tokens\":5,\"gen_ai.response.s"));
        Path own = Files.writeString(directory.resolve("own.txt"), "m 2000000 0\n");
        Files.writeString(directory.resolve("contract.txt"), "m 1000000 0\n");

        assertThat(severity("GENAI281")).isEqualTo("info");
        assertThat(storedCost()).isZero();
        settings(directory, "prices: contract.txt");
        assertThat(severity("GENAI281")).isEmpty();
        assertThat(storedCost()).isEqualTo(5.0);
        assertThat(severity("GENAI281", "--prices", own.toString())).isEmpty();
        assertThat(storedCost("--prices", own.toString())).isEqualTo(10.0);
        assertThat(validate("--prices", own.toString()).out())
                .contains("visible in Agents: yes")
                .contains("~$10.00");
        assertThat(validate("--prices", directory.resolve("none.txt").toString())
                        .exitCode())
                .isEqualTo(2);
    }

    private double storedCost(String... options) throws Exception {
        String[] args =
                Stream.concat(Stream.of("--format", "json"), Stream.of(options)).toArray(String[]::new);
        return JSON.readTree(validate(args).out())
                .at("/summary/stored/cost_usd")
                .asDouble(-1);
    }

    @Test
    void lenientProfileKeepsOnlyGraveErrors() throws Exception {
        byte[] negative = CHAT.replace(
                        "\"m\",\"gen_ai.response.s", "\"m\",\"gen_ai.usage.input_tokens\":-1,\"gen_ai.response.s")
                .getBytes(UTF_8);

        assertThat(severity("GENAI112", "--profile", "default")).isEqualTo("error");
        assertThat(severity("GENAI112", "--profile", "lenient")).isEqualTo("warning");
        assertThat(severity("GENAI153", "--profile", "lenient")).isEqualTo("info");
        assertThat(severity("GENAI154", "--profile", "lenient")).isEmpty();
        assertThat(new Cli()
                        .in(negative)
                        .run("validate", "-", "--profile", "lenient")
                        .exitCode())
                .isEqualTo(1);
        assertThat(severity("GENAI154", "--profile", "strict")).isEqualTo("info");
        assertThat(severity("GENAI281", "--profile", "strict")).isEqualTo("warning");
    }

    @Test
    void suppressionsWorkUntilTheyExpire() throws Exception {
        settings(directory, """
                suppressions:
                  - { rule: GENAI112, file: '*.envelope', span: 'chat *', reason: the gateway hides it, expires: 2026-11-21 }
                  - { attribute: gen_ai.nothing, reason: was needed once }
                """);

        Cli.Result last = new Cli().at(directory).on("2026-11-21").run("validate", file.toString());
        Cli.Result over = new Cli().at(directory).on("2026-11-22").run("validate", file.toString(), "--format", "json");

        assertThat(last.out()).doesNotContain("GENAI112").contains(", 1 suppressed");
        assertThat(last.err())
                .isEqualTo("sentry-ai: " + directory.resolve("sentry-ai.yml")
                        + ":3:5: suppression of gen_ai.nothing matches nothing and can be removed\n");
        assertThat(over.out()).contains("GENAI112");
        JsonNode summary = JSON.readTree(over.out()).get("summary");
        assertThat(summary.get("suppressed").asInt()).isZero();
        assertThat(summary.get("notes").get(0).asText())
                .endsWith(
                        "sentry-ai.yml:2:5: suppression of GENAI112, *.envelope, chat * expired on 2026-11-21 and works "
                                + "no more (the gateway hides it)");
    }

    @Test
    void baselineHidesWhatWasThereBefore() throws Exception {
        Path baseline = directory.resolve("known.json");

        Cli.Result update = validate("--baseline", baseline.toString(), "--update-baseline");
        Cli.Result known = validate("--baseline", baseline.toString(), "--fail-on", "info");
        String written = Files.readString(baseline);
        Files.writeString(directory.resolve("later.envelope"), CHAT);
        Cli.Result more = validate(
                "--baseline",
                baseline.toString(),
                directory.resolve("later.envelope").toString());
        Files.writeString(
                file,
                CHAT.replace(
                        "\"gen_ai.operation.name\"", "\"gen_ai.provider.name\":\"openai\",\"gen_ai.operation.name\""));
        Cli.Result fewer = validate("--baseline", baseline.toString());

        assertThat(update.exitCode()).isZero();
        assertThat(known.exitCode()).isZero();
        assertThat(known.out()).startsWith("No findings in 1 file").contains(" in the baseline");
        assertThat(written.lines().filter(line -> line.startsWith("{\"rule\":\"GENAI")))
                .isSorted()
                .isNotEmpty();
        assertThat(more.exitCode()).isEqualTo(1);
        assertThat(more.out()).contains("later.envelope\n").doesNotContain("chat.envelope\n");
        assertThat(fewer.err()).contains("1 findings that are gone; --update-baseline removes them");
    }

    @Test
    void baselineThatIsNoneIsRefused() throws Exception {
        Path none = Files.writeString(directory.resolve("none.json"), "{\"version\":1,\"findings\":[{\"rule\":1}]}");

        assertThat(validate("--update-baseline").exitCode()).isEqualTo(2);
        assertThat(validate("--baseline", none.toString()).err()).contains(none + " is no baseline");
        assertThat(validate("--baseline", none.toString()).exitCode()).isEqualTo(2);
        assertThat(validate("--baseline", directory.resolve("missing").toString())
                        .exitCode())
                .isEqualTo(3);
    }

    @Test
    void expectationsThatAreNotMetGiveFive() throws Exception {
        settings(directory, "fail-on: never\nexpect: expect.yml\n");
        expect("operations: { gen_ai.chat: { at-least: 1 }, embeddings: 0 }\nmodels: { m: 1 }\n");
        Cli.Result met = validate();
        expect("""
                operations:
                  gen_ai.chat: { at-least: 2, at-most: 3 }
                tools:
                  search: { at-least: 1 }
                attributes:
                  gen_ai.request.model: { at-most: 0 }
                """);
        Cli.Result unmet = validate();

        assertThat(met.exitCode()).isZero();
        assertThat(unmet.exitCode()).isEqualTo(5);
        assertThat(unmet.out())
                .contains("unmet     operation gen_ai.chat: expected 2 to 3 but found 1\n")
                .contains("unmet     tool search: expected at least 1 but found 0\n")
                .contains("unmet     attribute gen_ai.request.model: expected at most 0 but found 1\n");
        assertThat(validate("--format", "junit").out()).contains("<testsuite name=\"expectations\" tests=\"3\"");
        assertThat(validate("--format", "github").out()).contains("::error title=Expectation not met::tool search");
        JsonNode sarif = JSON.readTree(validate("--format", "sarif").out());
        assertThat(sarif.at("/runs/0/invocations/0/toolExecutionNotifications")).hasSize(3);
        assertThat(JsonSchemaFactory.getInstance(VersionFlag.V7)
                        .getSchema(SarifSchema210.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json"))
                        .validate(sarif))
                .isEmpty();
    }

    @Test
    void uselessExpectationsAreRefused() throws Exception {
        settings(directory, "expect: expect.yml\n");
        for (String useless : List.of(
                "",
                "operation: {}",
                "operations: { chat: many }",
                "operations: { chat: { at-least: 3, at-most: 2 } }",
                "operations: [chat]")) {
            expect(useless);

            Cli.Result result = validate();

            assertThat(result.exitCode()).as(useless).isEqualTo(2);
            assertThat(result.err()).contains("expect.yml");
        }
    }

    @Test
    void contentPolicyReachesTheRules() throws Exception {
        settings(directory, "content:\n  project-id: 99\n");
        byte[] addressed = CHAT.replaceFirst("\\{}", "{\"dsn\":\"http://key@127.0.0.1/1\"}")
                .getBytes(UTF_8);

        Cli.Result result = new Cli().at(directory).in(addressed).run("validate", "-");

        assertThat(result.out()).contains("GENAI005");
        assertThat(new Cli().in(addressed).run("validate", "-").out()).doesNotContain("GENAI005");
    }

    @Test
    void coverageSaysWhatIsMissing() throws Exception {
        JsonNode chat = JSON.readTree(validate("--format", "json").out()).at("/summary/coverage/chat");

        assertThat(validate().out())
                .contains("coverage  chat 3/11\n")
                .contains("next      sentry-ai explain GENAI112\n");
        assertThat(validate("--coverage").out())
                .contains("chat  3 of 11 attributes on 1 spans\n")
                .containsPattern("  gen_ai.provider.name +0    0 %\n")
                .containsPattern("  gen_ai.request.model +1  100 %\n");
        assertThat(chat.get("spans").asInt()).isEqualTo(1);
        assertThat(chat.get("seen").asInt()).isEqualTo(3);
        assertThat(chat.at("/attributes/gen_ai.provider.name").asInt()).isZero();
        assertThat(chat.at("/attributes/gen_ai.request.model").asInt()).isEqualTo(1);
    }

    private void expect(String yaml) throws Exception {
        Files.writeString(directory.resolve("expect.yml"), yaml);
    }

    private static void settings(Path directory, String yaml) throws Exception {
        Files.writeString(directory.resolve("sentry-ai.yml"), yaml);
    }

    private String refused(String yaml) throws Exception {
        settings(directory, yaml);
        Cli.Result result = validate();
        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.out()).isEmpty();
        return result.err();
    }

    private String severity(String rule, String... options) throws Exception {
        String[] args = Stream.concat(List.of(options).stream(), Stream.of("--format", "json"))
                .toArray(String[]::new);
        for (JsonNode finding : JSON.readTree(validate(args).out()).get("findings")) {
            if (finding.get("rule").asText().equals(rule)) {
                return finding.get("severity").asText();
            }
        }
        return "";
    }

    private Cli.Result validate(String... options) {
        String[] args = new String[options.length + 2];
        args[0] = "validate";
        args[1] = file.toString();
        System.arraycopy(options, 0, args, 2, options.length);
        return new Cli().at(directory).run(args);
    }
}
