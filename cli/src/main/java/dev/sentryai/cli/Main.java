package dev.sentryai.cli;

import java.io.BufferedWriter;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;

/** The program {@code sentry-ai}. */
public final class Main {

    static {
        // No option of ours is a time or a connection, and picocli looks for the methods of all these types before
        // anything else.
        System.setProperty("picocli.converters.excludes", "java.(sql|time).*");
    }

    private Main() {}

    /**
     * Runs the command and ends the virtual machine with its exit code.
     *
     * @param args as typed
     */
    public static void main(String[] args) {
        StopSignal stop = new StopSignal(Runtime.getRuntime()::addShutdownHook);
        Environment environment = new Environment(
                System.in, System.getenv(), Path.of(""), Terminal::supportsColor, Clock.systemUTC(), stop);
        PrintWriter out = utf8(System.out);
        PrintWriter err = utf8(System.err);
        int exitCode =
                Commands.create(environment, args).setOut(out).setErr(err).execute(args);
        out.flush();
        err.flush();
        stop.finish(exitCode);
        System.exit(exitCode);
    }

    /** Envelopes are UTF-8, and so is all that we print of them, whatever the locale. */
    private static PrintWriter utf8(OutputStream stream) {
        return new PrintWriter(new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8)));
    }
}
