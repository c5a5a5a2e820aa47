package dev.sentryai.cli;

import dev.sentryai.cli.serve.EnvelopeLog;
import dev.sentryai.fakesentry.FakeSentry;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs a fake Sentry until it is told to stop. */
@Command(
        name = "serve",
        description = {
            "Runs a fake Sentry in the foreground and prints a line for every envelope.",
            "The first line on standard error is the DSN. Ends with Ctrl-C."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  sentry-ai serve",
            "  sentry-ai serve --port 0 --record recordings/",
            "  SENTRY_DSN=http://key@127.0.0.1:8969/1 java -jar app.jar"
        })
final class ServeCommand implements Callable<Integer> {

    enum Format {
        TEXT,
        JSON
    }

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private Console console;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "8969",
            description = "0 for any free one. Default: ${DEFAULT-VALUE}")
    private int port;

    @Option(
            names = "--host",
            paramLabel = "HOST",
            defaultValue = "127.0.0.1",
            description = "Interface to listen on; whoever reaches it can send. Default: ${DEFAULT-VALUE}")
    @SuppressWarnings("NullAway.Init")
    private String host;

    @Option(names = "--record", paramLabel = "DIR", description = "Write every envelope to a file of its own.")
    private @Nullable Path directory;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "text or json. Default: text")
    @SuppressWarnings("NullAway.Init")
    private Format format;

    @Override
    public Integer call() {
        StopSignal stop = console.environment().stop();
        stop.listen();
        PrintWriter err = console.err();
        try (FakeSentry sentry = builder().start()) {
            EnvelopeLog log = new EnvelopeLog(console.out(), format == Format.JSON);
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
            FakeSentry.Builder builder = FakeSentry.builder().host(host).port(port);
            return directory == null ? builder : builder.recordTo(directory);
        } catch (IllegalArgumentException e) {
            throw console.wrongUsage(String.valueOf(e.getMessage()));
        }
    }
}
