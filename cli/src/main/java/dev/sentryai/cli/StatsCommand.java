package dev.sentryai.cli;

import dev.sentryai.cli.input.Captures;
import dev.sentryai.cli.stats.Stats;
import dev.sentryai.cli.stats.StatsFormat;
import dev.sentryai.telemetry.Telemetry;
import dev.sentryai.telemetry.cost.Dimension;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Adds up what recorded envelopes say about AI. */
final class StatsCommand implements Subcommand {

    private final CommandSpec syntax = Syntax.of(
            this, "stats", "Adds up calls, errors, tokens, estimated cost and durations of recorded envelopes.");
    private final Console console = new Console(syntax);
    private final Paths paths = new Paths(syntax);
    private final PriceOptions prices = new PriceOptions(syntax);
    private final OptionSpec by = Syntax.option(
                    "--by",
                    "WHAT",
                    List.class,
                    "One or more of model, agent, tool, conversation, provider, operation. Default: model")
            .auxiliaryTypes(Dimension.class)
            .splitRegex(",")
            .defaultValue("model")
            .build();
    private final OptionSpec format =
            Syntax.choice("--format", "FORMAT", StatsFormat.class, "table", "table, csv or json. Default: table");
    private final OptionSpec allowEmpty = Syntax.flag("--allow-empty", "Accept input without any AI span.");

    StatsCommand() {
        syntax.addOption(by).addOption(format).addOption(allowEmpty);
        syntax.usageMessage()
                .footerHeading(
                        "%nTokens and cost are those of calls of models, so agents do not count them again. Calls are calls of"
                                + " models; by tool they are runs of tools, by operation all operations.%n%nExamples:%n")
                .footer(
                        "  sentry-ai stats recordings/",
                        "  sentry-ai stats recordings/ --by agent,model --format csv > cost.csv",
                        "  sentry-ai stats recordings/ --by conversation --prices our-prices.txt");
    }

    @Override
    public CommandSpec syntax() {
        return syntax;
    }

    @Override
    public Integer call() {
        Captures captures = Captures.read(paths.files(console.environment()));
        Telemetry telemetry = Telemetry.of(captures.envelopes());
        StatsFormat wanted = format.getValue();
        List<Dimension> dimensions = by.getValue();
        wanted.print(Stats.of(telemetry, dimensions, prices.estimator(console)), console.out());
        captures.complaints().forEach(console::complain);
        boolean empty = telemetry.aiSpans().isEmpty() && !Syntax.isGiven(allowEmpty);
        if (empty) {
            console.complain("no AI spans, so there is nothing to add up; --allow-empty accepts that");
        }
        return empty || !captures.complaints().isEmpty() ? ExitCode.UNREADABLE : ExitCode.CLEAN;
    }
}
