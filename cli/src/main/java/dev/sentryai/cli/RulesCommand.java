package dev.sentryai.cli;

import dev.sentryai.cli.explain.RulesPage;
import dev.sentryai.telemetry.rules.RuleDefinition;
import dev.sentryai.telemetry.rules.Rules;
import dev.sentryai.telemetry.rules.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lists the rules. */
@Command(
        name = "rules",
        description = "Lists the rules that validate judges by.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  sentry-ai rules",
            "  sentry-ai rules --severity error token",
            "  sentry-ai rules --format md > RULES.md"
        })
final class RulesCommand implements Callable<Integer> {

    enum Format {
        TEXT,
        JSON,
        MD
    }

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private Console console;

    @Parameters(
            arity = "0..*",
            paramLabel = "WORD",
            description = "Only rules whose id or title has all of these words.")
    private List<String> words = new ArrayList<>();

    @Option(names = "--severity", paramLabel = "LEVEL", description = "Only errors, warnings or infos.")
    private @Nullable Severity severity;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "text, json (one array) or md (a page with examples). Default: text")
    @SuppressWarnings("NullAway.Init")
    private Format format;

    @Override
    public Integer call() {
        List<RuleDefinition> rules =
                Rules.definitions().stream().filter(this::isWanted).toList();
        switch (format) {
            case TEXT -> rules.forEach(this::print);
            case JSON -> console.out().print(RulesPage.json(rules));
            case MD -> console.out().print(RulesPage.markdown(rules));
        }
        return ExitCode.CLEAN;
    }

    private void print(RuleDefinition rule) {
        console.out()
                .println(console.style().bold(rule.id()) + String.format("  %-8s", rule.severity()) + rule.title());
    }

    private boolean isWanted(RuleDefinition rule) {
        String text = (rule.id() + ' ' + rule.title()).toLowerCase(Locale.ROOT);
        return (severity == null || rule.severity() == severity)
                && words.stream().allMatch(word -> text.contains(word.toLowerCase(Locale.ROOT)));
    }
}
