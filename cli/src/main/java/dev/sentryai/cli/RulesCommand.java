package dev.sentryai.cli;

import dev.sentryai.cli.explain.RulesPage;
import dev.sentryai.telemetry.rules.RuleDefinition;
import dev.sentryai.telemetry.rules.Rules;
import dev.sentryai.telemetry.rules.Severity;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Lists the rules. */
final class RulesCommand implements Subcommand {

    enum Format {
        TEXT,
        JSON,
        MD
    }

    private final CommandSpec syntax = Syntax.of(this, "rules", "Lists the rules that validate judges by.");
    private final Console console = new Console(syntax);
    private final PositionalParamSpec words = PositionalParamSpec.builder()
            .index("0..*")
            .arity("0..*")
            .paramLabel("WORD")
            .type(List.class)
            .auxiliaryTypes(String.class)
            .description("Only rules whose id or title has all of these words.")
            .build();
    private final OptionSpec severity = Syntax.option(
                    "--severity", "LEVEL", Severity.class, "Only errors, warnings or infos.")
            .build();
    private final OptionSpec format = Syntax.choice(
            "--format",
            "FORMAT",
            Format.class,
            "text",
            "text, json (one array) or md (a page with examples). Default: text");

    RulesCommand() {
        syntax.addPositional(words).addOption(severity).addOption(format);
        syntax.usageMessage()
                .footer(
                        "  sentry-ai rules",
                        "  sentry-ai rules --severity error token",
                        "  sentry-ai rules --format md > RULES.md");
    }

    @Override
    public CommandSpec syntax() {
        return syntax;
    }

    @Override
    public Integer call() {
        List<RuleDefinition> rules =
                Rules.definitions().stream().filter(this::isWanted).toList();
        Format wanted = format.getValue();
        switch (wanted) {
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
        Severity only = severity.getValue();
        List<String> given = words.getValue();
        String text = (rule.id() + ' ' + rule.title()).toLowerCase(Locale.ROOT);
        return (only == null || rule.severity() == only)
                && (given == null || given.stream().allMatch(word -> text.contains(word.toLowerCase(Locale.ROOT))));
    }
}
