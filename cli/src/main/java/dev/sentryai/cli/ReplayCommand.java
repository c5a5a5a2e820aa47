package dev.sentryai.cli;

import dev.sentryai.cli.input.InputFile;
import dev.sentryai.cli.replay.DryRun;
import dev.sentryai.cli.replay.Replay;
import dev.sentryai.cli.replay.ReplayReport;
import dev.sentryai.cli.replay.ReplaySettings;
import dev.sentryai.cli.replay.Target;
import dev.sentryai.telemetry.tree.PlainText;
import java.time.Duration;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Sends recorded envelopes to a Sentry. */
final class ReplayCommand implements Subcommand {

    private final CommandSpec syntax = Syntax.of(
            this,
            "replay",
            "Sends recorded envelopes to a Sentry, in order and byte for byte, with a new sent_at.",
            "Waits as long as the server's rate limits ask for.");
    private final Console console = new Console(syntax);
    private final Paths paths = new Paths(syntax);
    private final OptionSpec dsn = Syntax.option("--dsn", "DSN", String.class, "Where to send.")
            .required(true)
            .build();
    private final OptionSpec rate = Syntax.option(
                    "--rate", "N", double.class, "Envelopes a second at most. Default: no bound")
            .defaultValue("0")
            .build();
    private final OptionSpec maxWait = Syntax.option(
                    "--max-wait",
                    "SECONDS",
                    long.class,
                    "How long to wait for a rate limit to end. Default: ${DEFAULT-VALUE}")
            .defaultValue("120")
            .build();
    private final OptionSpec dryRun = Syntax.flag("--dry-run", "Only say what would be sent.");

    ReplayCommand() {
        syntax.addOption(dsn).addOption(rate).addOption(maxWait).addOption(dryRun);
        syntax.usageMessage()
                .footer(
                        "  sentry-ai replay recordings/ --dsn http://key@127.0.0.1:8969/1",
                        "  sentry-ai replay 'a/*.envelope' --dsn \"$DSN\" --rate 20",
                        "  sentry-ai replay recordings/ --dsn \"$DSN\" --dry-run");
    }

    @Override
    public CommandSpec syntax() {
        return syntax;
    }

    @Override
    public Integer call() {
        ReplaySettings settings = settings();
        List<InputFile> files = paths.files(console.environment());
        if (Syntax.isGiven(dryRun)) {
            boolean complete = new DryRun(console.out(), console.err()).run(files, settings.target());
            return complete ? ExitCode.CLEAN : ExitCode.UNREADABLE;
        }
        Environment environment = console.environment();
        environment.stop().listen();
        ReplayReport report = new Replay(
                        settings,
                        environment.clock(),
                        time -> !environment.stop().await(time),
                        complaint -> console.complain(PlainText.line(complaint)))
                .run(files);
        console.out().println(report.summary());
        if (!report.allAccepted()) {
            return ExitCode.NETWORK;
        }
        return report.unreadable().isEmpty() ? ExitCode.CLEAN : ExitCode.UNREADABLE;
    }

    private ReplaySettings settings() {
        double perSecond = rate.getValue();
        long seconds = maxWait.getValue();
        if (perSecond < 0 || seconds < 0) {
            throw console.wrongUsage("--rate and --max-wait must not be negative");
        }
        try {
            String client = "sentry-ai/" + Version.number();
            return new ReplaySettings(Target.parse(dsn.getValue()), client, perSecond, Duration.ofSeconds(seconds));
        } catch (IllegalArgumentException e) {
            throw console.wrongUsage("Cannot use --dsn: " + e.getMessage());
        }
    }
}
