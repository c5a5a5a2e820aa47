package dev.sentryai.cli;

import dev.sentryai.cli.serve.EnvelopeLog;
import dev.sentryai.fakesentry.FakeSentry;
import java.io.PrintWriter;
import java.nio.file.Path;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Runs a fake Sentry until it is told to stop. */
final class ServeCommand implements Subcommand {

    enum Format {
        TEXT,
        JSON
    }

    private final CommandSpec syntax = Syntax.of(
            this,
            "serve",
            "Runs a fake Sentry in the foreground and prints a line for every envelope.",
            "The first line on standard error is the DSN. Ends with Ctrl-C.");
    private final Console console = new Console(syntax);
    private final OptionSpec port = Syntax.option(
                    "--port", "PORT", int.class, "0 for any free one. Default: ${DEFAULT-VALUE}")
            .defaultValue("8969")
            .build();
    private final OptionSpec host = Syntax.option(
                    "--host",
                    "HOST",
                    String.class,
                    "Interface to listen on; whoever reaches it can send. Default: ${DEFAULT-VALUE}")
            .defaultValue("127.0.0.1")
            .build();
    private final OptionSpec directory = Syntax.option(
                    "--record", "DIR", Path.class, "Write every envelope to a file of its own.")
            .build();
    private final OptionSpec format =
            Syntax.choice("--format", "FORMAT", Format.class, "text", "text or json. Default: text");

    ServeCommand() {
        syntax.addOption(port).addOption(host).addOption(directory).addOption(format);
        syntax.usageMessage()
                .footer(
                        "  sentry-ai serve",
                        "  sentry-ai serve --port 0 --record recordings/",
                        "  SENTRY_DSN=http://key@127.0.0.1:8969/1 java -jar app.jar");
    }

    @Override
    public CommandSpec syntax() {
        return syntax;
    }

    @Override
    public Integer call() {
        StopSignal stop = console.environment().stop();
        stop.listen();
        PrintWriter err = console.err();
        try (FakeSentry sentry = builder().start()) {
            EnvelopeLog log = new EnvelopeLog(console.out(), format.getValue() == Format.JSON);
            sentry.onEnvelope(log);
            err.println(log.address(sentry));
            err.flush();
            stop.await();
            err.println(log.summary());
        }
        return ExitCode.CLEAN;
    }

    private FakeSentry.Builder builder() {
        try {
            FakeSentry.Builder builder =
                    FakeSentry.builder().host(host.getValue()).port(port.getValue());
            Path recordings = directory.getValue();
            return recordings == null ? builder : builder.recordTo(recordings);
        } catch (IllegalArgumentException e) {
            throw console.wrongUsage(String.valueOf(e.getMessage()));
        }
    }
}
