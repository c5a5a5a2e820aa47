package dev.sentryai.cli;

import dev.sentryai.cli.check.CheckSettings;
import dev.sentryai.cli.check.Summary;
import dev.sentryai.cli.check.Validator;
import dev.sentryai.cli.input.InputFile;
import dev.sentryai.cli.policy.Baseline;
import dev.sentryai.cli.policy.FailOn;
import dev.sentryai.cli.report.ReportSettings;
import dev.sentryai.cli.report.Reports;
import dev.sentryai.telemetry.relay.Relay;
import java.nio.file.Path;
import java.util.Iterator;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Checks recorded envelopes against the gen_ai conventions. */
final class ValidateCommand implements Subcommand {

    private final CommandSpec syntax =
            Syntax.of(this, "validate", "Checks recorded envelopes against Sentry's gen_ai conventions.");
    private final Console console = new Console(syntax);
    private final Paths paths = new Paths(syntax);
    private final ReportOptions reportOptions = new ReportOptions(syntax);
    private final PolicyOptions policyOptions = new PolicyOptions(syntax);
    private final FixOptions fixOptions = new FixOptions(syntax);
    private final OptionSpec allowEmpty = Syntax.flag("--allow-empty", "Accept input without any AI span.");

    ValidateCommand() {
        syntax.addOption(allowEmpty);
        syntax.usageMessage()
                .footer(
                        "  sentry-ai validate recordings/",
                        "  sentry-ai validate 'a/**/*.envelope' --fail-on warning --rule GENAI154=off",
                        "  sentry-ai validate recordings/ --output sarif=ai.sarif --output junit=ai.xml",
                        "  sentry-ai validate recordings/ --fix corrected/",
                        "  sentry-ai validate recordings/ --baseline known.json --update-baseline",
                        "  curl -s http://host/x.envelope | sentry-ai validate - --format json");
    }

    @Override
    public CommandSpec syntax() {
        return syntax;
    }

    @Override
    public Integer call() {
        fixOptions.check(console);
        CheckSettings settings = policyOptions.settings(console);
        Iterator<InputFile> files =
                fixOptions.isGiven() ? fixOptions.copies(paths, settings, console) : paths.walk(console.environment());
        Summary summary;
        boolean readable;
        Relay relay = new Relay(settings.rules().prices());
        ReportSettings reportSettings = new ReportSettings(console.style(), settings.failOn(), Version.number(), relay);
        try (Reports reports = reportOptions.open(console.out(), reportSettings)) {
            Validator validator = new Validator(settings, reports::add, console::complain);
            summary = validator.validate(files, Runtime.getRuntime().availableProcessors());
            reports.end(summary);
            readable = validator.isReadable();
        }
        summary.verdict().notes().forEach(console::complain);
        if (isEmpty(summary)) {
            console.complain("no AI spans, so nothing was validated; --allow-empty accepts that");
        }
        Path newBaseline = policyOptions.newBaseline(console);
        if (newBaseline != null) {
            Baseline seen = settings.filter().seen();
            seen.write(newBaseline);
            console.complain("wrote " + newBaseline + " with " + seen.size() + " findings");
            return readable ? ExitCode.CLEAN : ExitCode.UNREADABLE;
        }
        return readable ? exitCode(summary, settings.failOn()) : ExitCode.UNREADABLE;
    }

    private int exitCode(Summary summary, FailOn failOn) {
        if (summary.reaches(failOn)) {
            return ExitCode.FINDINGS;
        }
        if (isEmpty(summary)) {
            return ExitCode.UNREADABLE;
        }
        return summary.verdict().unmet().isEmpty() ? ExitCode.CLEAN : ExitCode.TIMEOUT;
    }

    private boolean isEmpty(Summary summary) {
        return summary.scope().aiSpans() == 0 && !Syntax.isGiven(allowEmpty);
    }
}
