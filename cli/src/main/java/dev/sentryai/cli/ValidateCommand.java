package dev.sentryai.cli;

import dev.sentryai.cli.check.CheckSettings;
import dev.sentryai.cli.check.Summary;
import dev.sentryai.cli.check.Validation;
import dev.sentryai.cli.input.Captures;
import dev.sentryai.cli.policy.Baseline;
import dev.sentryai.cli.policy.FailOn;
import dev.sentryai.cli.report.ReportSettings;
import dev.sentryai.cli.report.Reports;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Checks recorded envelopes against the gen_ai conventions. */
@Command(
        name = "validate",
        description = "Checks recorded envelopes against Sentry's gen_ai conventions.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  sentry-ai validate recordings/",
            "  sentry-ai validate 'a/**/*.envelope' --fail-on warning --rule GENAI154=off",
            "  sentry-ai validate recordings/ --output sarif=ai.sarif --output junit=ai.xml",
            "  sentry-ai validate recordings/ --baseline known.json --update-baseline",
            "  curl -s http://host/x.envelope | sentry-ai validate - --format json"
        })
final class ValidateCommand implements Callable<Integer> {

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private Console console;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private Paths paths;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private ReportOptions reportOptions;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private PolicyOptions policyOptions;

    @Option(names = "--allow-empty", description = "Accept input without any AI span.")
    private boolean allowEmpty;

    @Override
    public Integer call() {
        CheckSettings settings = policyOptions.settings(console);
        Captures captures = Captures.read(paths.files(console.environment()));
        Validation validation = Validation.of(captures, settings);
        report(validation, settings.failOn());
        captures.unreadable().forEach(console::complain);
        validation.summary().verdict().notes().forEach(console::complain);
        if (isEmpty(validation)) {
            console.complain("no AI spans, so nothing was validated; --allow-empty accepts that");
        }
        Path newBaseline = policyOptions.newBaseline();
        if (newBaseline != null) {
            Baseline seen = settings.filter().seen();
            seen.write(newBaseline);
            console.complain("wrote " + newBaseline + " with " + seen.size() + " findings");
            return validation.isReadable() ? ExitCode.CLEAN : ExitCode.UNREADABLE;
        }
        return exitCode(validation, settings.failOn());
    }

    private void report(Validation validation, FailOn failOn) {
        ReportSettings settings = new ReportSettings(console.style(), failOn, Version.number());
        try (Reports reports = reportOptions.open(console.out(), settings)) {
            reports.add(validation.checked());
            reports.end(validation.summary());
        }
    }

    private int exitCode(Validation validation, FailOn failOn) {
        Summary summary = validation.summary();
        if (!validation.isReadable()) {
            return ExitCode.UNREADABLE;
        }
        if (summary.reaches(failOn)) {
            return ExitCode.FINDINGS;
        }
        if (isEmpty(validation)) {
            return ExitCode.UNREADABLE;
        }
        return summary.verdict().unmet().isEmpty() ? ExitCode.CLEAN : ExitCode.TIMEOUT;
    }

    private boolean isEmpty(Validation validation) {
        return validation.summary().scope().aiSpans() == 0 && !allowEmpty;
    }
}
