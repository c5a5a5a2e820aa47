package dev.sentryai.cli;

import dev.sentryai.cli.text.Style;
import java.io.PrintWriter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Where a command prints, how, and what surrounds it. */
final class Console {

    private final CommandSpec spec;

    /** @param spec the syntax of the command */
    Console(CommandSpec spec) {
        this.spec = spec;
    }

    PrintWriter out() {
        return spec.commandLine().getOut();
    }

    PrintWriter err() {
        return spec.commandLine().getErr();
    }

    /** Tells people, on standard error, what machines needn't know. */
    void complain(String complaint) {
        err().println("sentry-ai: " + complaint);
    }

    Style style() {
        return root().style();
    }

    Environment environment() {
        return root().environment();
    }

    /** What to throw when options make no sense. */
    ParameterException wrongUsage(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    private SentryAiCommand root() {
        return (SentryAiCommand) spec.root().userObject();
    }
}
