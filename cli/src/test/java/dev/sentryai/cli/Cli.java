package dev.sentryai.cli;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;

/** Runs the command in this process. */
final class Cli {

    record Result(int exitCode, String out, String err) {}

    private InputStream in = new ByteArrayInputStream(new byte[0]);
    private Map<String, String> variables = Map.of();
    private Path directory = Path.of("");
    private Clock clock = Clock.systemUTC();
    private boolean terminal;
    private final StopSignal stop = new StopSignal(hook -> {});

    Cli in(byte[] bytes) {
        in = new ByteArrayInputStream(bytes);
        return this;
    }

    /** As if it had been started in another directory; paths on the command line don't follow, though. */
    Cli at(Path workingDirectory) {
        directory = workingDirectory;
        return this;
    }

    Cli on(String date) {
        clock = Clock.fixed(Instant.parse(date + "T12:00:00Z"), ZoneOffset.UTC);
        return this;
    }

    Cli onTerminal() {
        terminal = true;
        return this;
    }

    Cli with(String variable, String value) {
        variables = Map.of(variable, value);
        return this;
    }

    StopSignal stop() {
        return stop;
    }

    Result run(String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exitCode = run(out, err, args);
        return new Result(exitCode, out.toString(), err.toString());
    }

    int run(StringWriter out, StringWriter err, String... args) {
        Environment environment = new Environment(in, variables, directory, () -> terminal, clock, stop);
        return Commands.create(environment)
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(args);
    }
}
