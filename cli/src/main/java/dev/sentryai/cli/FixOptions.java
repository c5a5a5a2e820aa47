package dev.sentryai.cli;

import dev.sentryai.cli.check.CheckSettings;
import dev.sentryai.cli.fix.CopyException;
import dev.sentryai.cli.fix.CopyPlan;
import dev.sentryai.cli.input.InputFile;
import dev.sentryai.telemetry.repair.Repairer;
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
                "Write copies of all files below DIR, which must not hold input, with everything corrected that needs no guess, "
                        + "and validate those. "
                        + "Which rules that are, rules --format json tells (repair: auto)."
            })
    private @Nullable Path directory;

    @Option(names = "--force", description = "With --fix: overwrite files in DIR.")
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
    Iterator<InputFile> copies(Paths paths, CheckSettings settings, Console console) {
        try {
            List<InputFile> files = paths.files(console.environment());
            CopyPlan plan = CopyPlan.of(files, paths.directories(), Objects.requireNonNull(directory), force);
            Repairer repairer = new Repairer(settings.rules(), settings.filter()::isWanted);
            return plan.write(repairer, console::complain).iterator();
        } catch (CopyException e) {
            throw console.wrongUsage(String.valueOf(e.getMessage()));
        }
    }
}
