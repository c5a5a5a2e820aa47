package dev.sentryai.cli;

import dev.sentryai.cli.check.CheckSettings;
import dev.sentryai.cli.fix.CopyException;
import dev.sentryai.cli.fix.CopyPlan;
import dev.sentryai.cli.input.InputFile;
import dev.sentryai.telemetry.repair.Repairer;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The options that say where corrected copies go. */
final class FixOptions {

    private final OptionSpec directory = Syntax.option(
                    "--fix",
                    "DIR",
                    Path.class,
                    "Write copies of all files below DIR, which must not hold input, with everything corrected that needs no guess, "
                            + "and validate those. "
                            + "Which rules that are, rules --format json tells (repair: auto).")
            .build();
    private final OptionSpec force = Syntax.flag("--force", "With --fix: overwrite files in DIR.");

    /** Makes them options of that command. */
    FixOptions(CommandSpec syntax) {
        syntax.addOption(directory).addOption(force);
    }

    boolean isGiven() {
        return directory.getValue() != null;
    }

    void check(Console console) {
        if (Syntax.isGiven(force) && !isGiven()) {
            throw console.wrongUsage("--force needs --fix DIR");
        }
    }

    /** Writes the copies and returns what there is to validate now. */
    Iterator<InputFile> copies(Paths paths, CheckSettings settings, Console console) {
        try {
            List<InputFile> files = paths.files(console.environment());
            CopyPlan plan = CopyPlan.of(files, paths.directories(), directory.getValue(), Syntax.isGiven(force));
            Repairer repairer = new Repairer(settings.rules(), settings.filter()::isWanted);
            return plan.write(repairer, console::complain).iterator();
        } catch (CopyException e) {
            throw console.wrongUsage(String.valueOf(e.getMessage()));
        }
    }
}
