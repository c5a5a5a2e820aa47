package dev.sentryai.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sentryai.telemetry.rules.RuleDefinition;
import dev.sentryai.telemetry.rules.Rules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class ExplainCommandTest {

    @Test
    void everyRuleIsExplained() {
        assertThat(Rules.definitions()).isNotEmpty().allSatisfy(rule -> {
            Cli.Result result = new Cli().run("explain", rule.id());

            assertThat(result.exitCode()).isZero();
            assertThat(result.out())
                    .startsWith(rule.id() + "  " + rule.severity())
                    .contains("  what        " + rule.title())
                    .contains("  says        ")
                    .contains("  why         ")
                    .contains("  fix         ");
        });
    }

    @Test
    void ruleIsExplainedWithAnExample() {
        assertThat(new Cli().run("explain", "genai140").out()).isEqualTo("""
                GENAI140  error
                  what        Negative token count
                  says        {attribute} is negative: {actual}
                  why         %s
                  fix         %s
                  bad         {"op": "gen_ai.chat", "data": {"gen_ai.usage.input_tokens": -1}}
                  good        {"op": "gen_ai.chat", "data": {"gen_ai.usage.input_tokens": 0}}
                  silence     --rule GENAI140=off, or a suppression with a reason in sentry-ai.yml
                """.formatted(
                        rule("GENAI140").citation(), rule("GENAI140").fix()));
    }

    @Test
    void settingsOfAnExampleAreShownAndSoIsWhyThereIsNone() {
        assertThat(new Cli().run("explain", "GENAI230").out())
                .contains(
                        "  settings    { content: { inputs: forbidden } }\n  bad         {}\n              {\"type\":\"span\"")
                .contains("  good        {}\n");
        assertThat(new Cli().run("explain", "GENAI254").out())
                .contains("  example     none: an example has more than 200 MiB\n");
    }

    @Test
    void attributesAreExplainedByTheirVersion() {
        assertThat(new Cli().run("explain", "gen_ai.tool.name").out())
                .startsWith("gen_ai.tool.name  attribute of 0.33.0\n")
                .contains("  means       name of the tool")
                .contains("  type        string\n")
                .contains("  seen on     execute_tool\n")
                .contains("  OTel        has it, too\n");
        assertThat(new Cli().run("explain", "gen_ai.system").out())
                .startsWith("gen_ai.system  deprecated attribute\n")
                .contains("  deprecated  send gen_ai.provider.name instead; Sentry ");
        assertThat(new Cli()
                        .run("explain", "gen_ai.request.schema", "--conventions", "0.19.0")
                        .exitCode())
                .isEqualTo(2);
        assertThat(new Cli().run("explain", "gen_ai.agent.description").out())
                .contains("  seen in     OpenTelemetry's conventions for spans");
    }

    @Test
    void operationsAreExplainedByOpAndByName() {
        assertThat(new Cli().run("explain", "execute_tool").out())
                .startsWith("gen_ai.execute_tool  operation\n")
                .contains("  counts as   tool\n")
                .contains("  span name   execute_tool {gen_ai.tool.name}\n")
                .contains("  expects     gen_ai.operation.name\n              gen_ai.tool.name\n");
        assertThat(new Cli().run("explain", "gen_ai.evaluate").out())
                .contains("deprecated operation")
                .contains("  replaced    by gen_ai.decide\n");
    }

    @Test
    void whatIsNotKnownIsGuessed() {
        Cli.Result result = new Cli().run("explain", "gen_ai.tool.nme");

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err())
                .startsWith("sentry-ai: No rule, attribute or operation is called gen_ai.tool.nme; did you mean "
                        + "gen_ai.tool.name?\n");
    }

    @Test
    @Timeout(120)
    void processExplainsWithoutAnySettings() throws Exception {
        try (Program explain = new Program("explain", "GENAI141")) {
            assertThat(explain.outLine()).isEqualTo("GENAI141  error");
            assertThat(explain.restOfErr()).isEmpty();
            assertThat(explain.exitCode()).isZero();
        }
    }

    private static RuleDefinition rule(String id) {
        return Rules.definitions().stream()
                .filter(rule -> rule.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
