package dev.sentryai.cli;

import dev.sentryai.cli.fix.CopyException;
import dev.sentryai.cli.fix.CopyPlan;
import dev.sentryai.cli.input.InputFile;
import dev.sentryai.telemetry.rules.Rules;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say where corrected copies go. */
final class FixOptions {

    @Option(
            names = "--fix",
            paramLabel = "DIR",
            description = {
                "Write copies of all files below DIR, with everything corrected that needs no guess, and validate those. "
                        + "Which rules that are, rules --format json tells (repair: auto)."
            })
    private @Nullable Path directory;

    @Option(names = "--force", description = "With --fix: overwrite files in DIR, but never those that are read.")
    private boolean force;

    boolean isGiven() {
        return directory != null;
    }

    void check(Console console) {
        if (force && directory == null) {
            throw console.wrongUsage("--force needs --fix DIR");
        }
    }

    /** Writes the copies and returns what there is to validate now. */
    Iterator<InputFile> copies(List<InputFile> files, Rules rules, Console console) {
        try {
            CopyPlan plan = CopyPlan.of(files, Objects.requireNonNull(directory), force);
            return plan.write(files, rules, console::complain).iterator();
        } catch (CopyException e) {
            throw console.wrongUsage(String.valueOf(e.getMessage()));
        }
    }
}
