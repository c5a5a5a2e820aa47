package dev.sentryai.cli;

import dev.sentryai.cli.config.DidYouMean;
import dev.sentryai.cli.explain.Explanation;
import dev.sentryai.cli.explain.Explanations;
import dev.sentryai.cli.text.ExplanationText;
import dev.sentryai.protocol.ConventionsVersion;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Explains what findings talk about. */
@Command(
        name = "explain",
        description = "Explains a rule, an attribute or an operation, without any network.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  sentry-ai explain GENAI141",
            "  sentry-ai explain gen_ai.system",
            "  sentry-ai explain execute_tool"
        })
final class ExplainCommand implements Callable<Integer> {

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private Console console;

    @Parameters(paramLabel = "RULE|ATTRIBUTE|OP", description = "What to explain.")
    @SuppressWarnings("NullAway.Init")
    private String what;

    @Option(
            names = "--conventions",
            paramLabel = "VERSION",
            defaultValue = "0.33.0",
            converter = ConventionsConverter.class,
            description = "Version of the conventions: 0.19.0 or 0.33.0. Default: 0.33.0")
    @SuppressWarnings("NullAway.Init")
    private ConventionsVersion conventions;

    @Override
    public Integer call() {
        Explanations explanations = new Explanations(conventions);
        Explanation explanation = explanations
                .find(what)
                .orElseThrow(() -> console.wrongUsage("No rule, attribute or operation is called " + what
                        + DidYouMean.hint(what, explanations.names())));
        new ExplanationText(console.out(), console.style()).print(explanation);
        return ExitCode.CLEAN;
    }
}
