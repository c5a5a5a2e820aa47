package dev.sentryai.cli;

import dev.sentryai.cli.input.Captures;
import dev.sentryai.cli.input.InputFile;
import dev.sentryai.cli.json.FindingsJson;
import dev.sentryai.cli.json.JsonLine;
import dev.sentryai.cli.text.FindingsText;
import dev.sentryai.protocol.ConventionsVersion;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Checks recorded envelopes against the gen_ai conventions. */
@Command(
        name = "validate",
        description = "Checks recorded envelopes against Sentry's gen_ai conventions.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  sentry-ai validate recordings/",
            "  sentry-ai validate 'a/**/*.envelope' --fail-on warning",
            "  curl -s http://host/x.envelope | sentry-ai validate - --format json"
        })
final class ValidateCommand implements Callable<Integer> {

    enum Format {
        TEXT,
        JSON
    }

    private final Environment environment;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private SentryAiCommand root;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private Paths paths;

    @Option(
            names = "--fail-on",
            paramLabel = "LEVEL",
            defaultValue = "error",
            description = "Lowest severity that makes the exit code 1: error, warning, info or never. Default: error")
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

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "text or json. Default: text")
    @SuppressWarnings("NullAway.Init")
    private Format format;

    @Option(names = "--allow-empty", description = "Accept input without any AI span.")
    private boolean allowEmpty;

    ValidateCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        List<InputFile> files = paths.files(environment);
        Validation validation = Validation.of(files.size(), Captures.read(files), conventions);
        if (format == Format.JSON) {
            out.println(JsonLine.of(FindingsJson.of(validation.findings(), validation.counts())));
        } else {
            new FindingsText(out, root.style()).print(validation.findings(), validation.counts());
        }
        validation.captures().unreadable().forEach(complaint -> err.println("sentry-ai: " + complaint));
        if (validation.isEmpty() && !allowEmpty) {
            err.println("sentry-ai: no AI spans, so nothing was validated; --allow-empty accepts that");
        }
        return validation.exitCode(failOn, allowEmpty);
    }
}
