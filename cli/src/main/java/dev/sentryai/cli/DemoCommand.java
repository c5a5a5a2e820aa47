package dev.sentryai.cli;

import dev.sentryai.cli.check.CheckSettings;
import dev.sentryai.cli.check.Summary;
import dev.sentryai.cli.check.Validator;
import dev.sentryai.cli.demo.Demo;
import dev.sentryai.cli.policy.FailOn;
import dev.sentryai.cli.report.Report;
import dev.sentryai.cli.report.ReportFormat;
import dev.sentryai.cli.report.ReportSettings;
import dev.sentryai.cli.text.InspectText;
import dev.sentryai.fakesentry.AwaitTimeoutException;
import dev.sentryai.fakesentry.FakeSentry;
import dev.sentryai.protocol.price.PriceTable;
import dev.sentryai.telemetry.Telemetry;
import dev.sentryai.telemetry.cost.CostEstimator;
import dev.sentryai.telemetry.relay.Relay;
import java.io.PrintWriter;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Shows in one go what the rest is about. */
final class DemoCommand implements Subcommand {

    private final CommandSpec syntax = Syntax.of(
            this,
            "demo",
            "Runs a small agent with a tool against a fake LLM and a fake Sentry, and shows and validates what was captured.",
            "Nothing outside of this process is needed.");
    private final Console console = new Console(syntax);
    private final OptionSpec directory = Syntax.option(
                    "--record", "DIR", Path.class, "Write every envelope to a file of its own.")
            .build();

    DemoCommand() {
        syntax.addOption(directory);
        syntax.usageMessage().footer("  sentry-ai demo", "  sentry-ai demo --record recordings/");
    }

    @Override
    public CommandSpec syntax() {
        return syntax;
    }

    @Override
    public Integer call() throws Exception {
        FakeSentry.Builder builder = FakeSentry.builder();
        Path recordings = directory.getValue();
        if (recordings != null) {
            builder.recordTo(recordings);
        }
        try (FakeSentry sentry = builder.start()) {
            Demo.Outcome outcome = new Demo("sentry-ai-demo@" + Version.number()).run(sentry);
            return show(outcome, recordings);
        } catch (AwaitTimeoutException e) {
            console.complain(String.valueOf(e.getMessage()));
            return ExitCode.TIMEOUT;
        }
    }

    private int show(Demo.Outcome outcome, @Nullable Path recordings) {
        PrintWriter out = console.out();
        Telemetry telemetry = outcome.telemetry();
        out.println("A user asks an agent:  " + Demo.QUESTION);
        out.println("The agent answers:     " + outcome.answer());
        out.println();
        InspectText text = new InspectText(out, console.style(), true, new CostEstimator(PriceTable.bundled()));
        telemetry.traces().forEach(text::print);
        out.println();
        Relay relay = new Relay(PriceTable.bundled());
        Report report =
                ReportFormat.TEXT.open(out, new ReportSettings(console.style(), FailOn.ERROR, Version.number(), relay));
        Summary summary =
                new Validator(CheckSettings.defaults(), report::add, console::complain).validate(telemetry.envelopes());
        report.end(summary);
        if (recordings != null) {
            out.println("Recorded to " + recordings + "; see: sentry-ai inspect " + recordings);
        }
        return summary.reaches(FailOn.ERROR) ? ExitCode.FINDINGS : ExitCode.CLEAN;
    }
}
