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
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Sends recorded envelopes to a Sentry. */
@Command(
        name = "replay",
        description = {
            "Sends recorded envelopes to a Sentry, in order and byte for byte, with a new sent_at.",
            "Waits as long as the server's rate limits ask for."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  sentry-ai replay recordings/ --dsn http://key@127.0.0.1:8969/1",
            "  sentry-ai replay 'a/*.envelope' --dsn \"$DSN\" --rate 20",
            "  sentry-ai replay recordings/ --dsn \"$DSN\" --dry-run"
        })
final class ReplayCommand implements Callable<Integer> {

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private Console console;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private Paths paths;

    @Option(names = "--dsn", required = true, paramLabel = "DSN", description = "Where to send.")
    @SuppressWarnings("NullAway.Init")
    private String dsn;

    @Option(names = "--rate", paramLabel = "N", description = "Envelopes a second at most. Default: no bound")
    private double rate;

    @Option(
            names = "--max-wait",
            paramLabel = "SECONDS",
            defaultValue = "120",
            description = "How long to wait for a rate limit to end. Default: ${DEFAULT-VALUE}")
    private long maxWait;

    @Option(names = "--dry-run", description = "Only say what would be sent.")
    private boolean dryRun;

    @Override
    public Integer call() {
        ReplaySettings settings = settings();
        List<InputFile> files = paths.files(console.environment());
        if (dryRun) {
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
        if (rate < 0 || maxWait < 0) {
            throw console.wrongUsage("--rate and --max-wait must not be negative");
        }
        try {
            String client = "sentry-ai/" + Version.number();
            return new ReplaySettings(Target.parse(dsn), client, rate, Duration.ofSeconds(maxWait));
        } catch (IllegalArgumentException e) {
            throw console.wrongUsage("Cannot use --dsn: " + e.getMessage());
        }
    }
}
