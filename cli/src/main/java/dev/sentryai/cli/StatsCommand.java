package dev.sentryai.cli;

import dev.sentryai.cli.input.Captures;
import dev.sentryai.cli.stats.Stats;
import dev.sentryai.cli.stats.StatsFormat;
import dev.sentryai.telemetry.Telemetry;
import dev.sentryai.telemetry.cost.Dimension;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Adds up what recorded envelopes say about AI. */
@Command(
        name = "stats",
        description = "Adds up calls, errors, tokens, estimated cost and durations of recorded envelopes.",
        footerHeading =
                "%nTokens and cost are those of calls of models, so agents do not count them again. Calls are calls of"
                        + " models; by tool they are runs of tools, by operation all operations.%n%nExamples:%n",
        footer = {
            "  sentry-ai stats recordings/",
            "  sentry-ai stats recordings/ --by agent,model --format csv > cost.csv",
            "  sentry-ai stats recordings/ --by conversation --prices our-prices.txt"
        })
final class StatsCommand implements Callable<Integer> {

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private Console console;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private Paths paths;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private PriceOptions prices;

    @Option(
            names = "--by",
            paramLabel = "WHAT",
            split = ",",
            defaultValue = "model",
            description = "One or more of model, agent, tool, conversation, provider, operation. Default: model")
    @SuppressWarnings("NullAway.Init")
    private List<Dimension> by;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "table",
            description = "table, csv or json. Default: table")
    @SuppressWarnings("NullAway.Init")
    private StatsFormat format;

    @Option(names = "--allow-empty", description = "Accept input without any AI span.")
    private boolean allowEmpty;

    @Override
    public Integer call() {
        Captures captures = Captures.read(paths.files(console.environment()));
        Telemetry telemetry = Telemetry.of(captures.envelopes());
        format.print(Stats.of(telemetry, by, prices.estimator(console)), console.out());
        captures.complaints().forEach(console::complain);
        boolean empty = telemetry.aiSpans().isEmpty() && !allowEmpty;
        if (empty) {
            console.complain("no AI spans, so there is nothing to add up; --allow-empty accepts that");
        }
        return empty || !captures.complaints().isEmpty() ? ExitCode.UNREADABLE : ExitCode.CLEAN;
    }
}
