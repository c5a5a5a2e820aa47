package dev.sentryai.cli;

import dev.sentryai.cli.config.DidYouMean;
import dev.sentryai.cli.explain.Explanation;
import dev.sentryai.cli.explain.Explanations;
import dev.sentryai.cli.text.ExplanationText;
import dev.sentryai.protocol.ConventionsVersion;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Explains what findings talk about. */
final class ExplainCommand implements Subcommand {

    private final CommandSpec syntax =
            Syntax.of(this, "explain", "Explains a rule, an attribute or an operation, without any network.");
    private final Console console = new Console(syntax);
    private final PositionalParamSpec what = PositionalParamSpec.builder()
            .index("0")
            .arity("1")
            .required(true)
            .paramLabel("RULE|ATTRIBUTE|OP")
            .type(String.class)
            .description("What to explain.")
            .build();
    private final OptionSpec conventions = Syntax.option(
                    "--conventions",
                    "VERSION",
                    ConventionsVersion.class,
                    "Version of the conventions: 0.19.0 or 0.33.0. Default: 0.33.0")
            .defaultValue("0.33.0")
            .converters(new ConventionsConverter())
            .build();

    ExplainCommand() {
        syntax.addPositional(what).addOption(conventions);
        syntax.usageMessage()
                .footer(
                        "  sentry-ai explain GENAI141",
                        "  sentry-ai explain gen_ai.system",
                        "  sentry-ai explain execute_tool");
    }

    @Override
    public CommandSpec syntax() {
        return syntax;
    }

    @Override
    public Integer call() {
        Explanations explanations = new Explanations(conventions.getValue());
        String name = what.getValue();
        Explanation explanation = explanations
                .find(name)
                .orElseThrow(() -> console.wrongUsage("No rule, attribute or operation is called " + name
                        + DidYouMean.hint(name, explanations.names())));
        new ExplanationText(console.out(), console.style()).print(explanation);
        return ExitCode.CLEAN;
    }
}
