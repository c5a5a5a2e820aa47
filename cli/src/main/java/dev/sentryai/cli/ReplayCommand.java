package dev.sentryai.cli;

import dev.sentryai.cli.input.InputFile;
import dev.sentryai.cli.replay.Replay;
import dev.sentryai.cli.replay.ReplayReport;
import dev.sentryai.cli.replay.ReplaySettings;
import dev.sentryai.cli.replay.Target;
import dev.sentryai.telemetry.tree.PlainText;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

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

    private final Environment environment;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

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

    ReplayCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        ReplaySettings settings = settings();
        List<InputFile> files = paths.files(environment);
        PrintWriter err = spec.commandLine().getErr();
        if (dryRun) {
            return new DryRun(spec.commandLine().getOut(), err).run(files, settings.target());
        }
        environment.stop().listen();
        ReplayReport report = new Replay(
                        settings,
                        environment.clock(),
                        time -> !environment.stop().await(time),
                        complaint -> err.println("sentry-ai: " + PlainText.line(complaint)))
                .run(files);
        spec.commandLine().getOut().println(report.summary());
        if (!report.allAccepted()) {
            return ExitCode.NETWORK;
        }
        return report.unreadable().isEmpty() ? ExitCode.CLEAN : ExitCode.UNREADABLE;
    }

    private ReplaySettings settings() {
        if (rate < 0 || maxWait < 0) {
            throw new ParameterException(spec.commandLine(), "--rate and --max-wait must not be negative");
        }
        try {
            String client = "sentry-ai/" + Version.number();
            return new ReplaySettings(Target.parse(dsn), client, rate, Duration.ofSeconds(maxWait));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "Cannot use --dsn: " + e.getMessage(), e);
        }
    }
}
