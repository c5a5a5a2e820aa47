package dev.sentryai.cli;

import dev.sentryai.cli.check.Validation;
import dev.sentryai.cli.input.Captures;
import dev.sentryai.cli.policy.FailOn;
import dev.sentryai.cli.report.ReportSettings;
import dev.sentryai.cli.report.Reports;
import dev.sentryai.protocol.ConventionsVersion;
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
            "  sentry-ai validate 'a/**/*.envelope' --fail-on warning",
            "  sentry-ai validate recordings/ --output sarif=ai.sarif --output junit=ai.xml",
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

    @Option(
            names = "--fail-on",
            paramLabel = "LEVEL",
            defaultValue = "error",
            description = "Lowest severity that makes the exit code 1: ${COMPLETION-CANDIDATES}. Default: error")
    @SuppressWarnings("NullAway.Init")
    private FailOn failOn;

    @Option(
            names = "--conventions",
            paramLabel = "VERSION",
            defaultValue = "0.33.0",
            converter = ConventionsConverter.class,
            description = "Version of the conventions: 0.19.0 or 0.33.0. Default: 0.33.0")
    @SuppressWarnings("NullAway.Init")
    private ConventionsVersion conventions;

    @Option(names = "--allow-empty", description = "Accept input without any AI span.")
    private boolean allowEmpty;

    @Override
    public Integer call() {
        Captures captures = Captures.read(paths.files(console.environment()));
        Validation validation = Validation.of(captures, conventions);
        ReportSettings settings = new ReportSettings(console.style(), failOn, Version.number());
        try (Reports reports = reportOptions.open(console.out(), settings)) {
            reports.add(validation.checked());
            reports.end(validation.summary());
        }
        captures.unreadable().forEach(console::complain);
        if (isEmpty(validation)) {
            console.complain("no AI spans, so nothing was validated; --allow-empty accepts that");
        }
        return exitCode(validation);
    }

    private int exitCode(Validation validation) {
        if (!validation.isReadable()) {
            return ExitCode.UNREADABLE;
        }
        if (validation.summary().reaches(failOn)) {
            return ExitCode.FINDINGS;
        }
        return isEmpty(validation) ? ExitCode.UNREADABLE : ExitCode.CLEAN;
    }

    private boolean isEmpty(Validation validation) {
        return validation.summary().aiSpans() == 0 && !allowEmpty;
    }
}
