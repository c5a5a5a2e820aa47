package dev.sentryai.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sentryai.telemetry.json.JsonObject;
import dev.sentryai.telemetry.json.JsonReader;
import dev.sentryai.telemetry.rules.RuleDefinition;
import dev.sentryai.telemetry.rules.Rules;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class RulesCommandTest {

    @Test
    void listHasALineForEveryRule() {
        Cli.Result result = new Cli().run("rules");

        assertThat(result.exitCode()).isZero();
        assertThat(result.out().lines())
                .hasSize(Rules.definitions().size())
                .contains("GENAI140  error   Negative token count");
    }

    @Test
    void severityAndWordsNarrowTheList() {
        assertThat(new Cli().run("rules", "Token", "negative").out())
                .isEqualTo("GENAI140  error   Negative token count\n");
        assertThat(new Cli().run("rules", "--severity", "warning").out().lines())
                .isNotEmpty()
                .allMatch(line -> line.contains("  warning "));
        assertThat(new Cli().run("rules", "--severity", "fatal").exitCode()).isEqualTo(2);
    }

    @Test
    void committedPageIsUpToDate() throws Exception {
        String page = new Cli().run("rules", "--format", "md").out();

        assertThat(Files.readString(Path.of("RULES.md")))
                .as("cli/RULES.md; write it anew with: sentry-ai rules --format md > cli/RULES.md")
                .isEqualTo(page);
    }

    @Test
    void jsonHasAllTexts() {
        List<?> rules = (List<?>)
                JsonReader.read(new Cli().run("rules", "--format", "json").out());

        assertThat(rules)
                .hasSize(Rules.definitions().size())
                .allSatisfy(rule -> assertThat(((JsonObject) rule).keySet())
                        .containsExactly(
                                "rule",
                                "severity",
                                "milder_severity",
                                "title",
                                "message",
                                "citation",
                                "fix",
                                "repair"));
    }

    @Test
    void pageHasASectionForEveryRuleThatTheTableLeadsTo() {
        String page = new Cli().run("rules", "--format", "md").out();

        assertThat(Rules.definitions())
                .extracting(RuleDefinition::id)
                .allSatisfy(id -> assertThat(page)
                        .contains("\n| [" + id + "](#" + id.toLowerCase(Locale.ROOT) + ") | ")
                        .contains("\n## " + id + "\n"));
    }
}
