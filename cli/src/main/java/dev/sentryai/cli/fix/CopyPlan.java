package dev.sentryai.cli.fix;

import dev.sentryai.cli.input.Captures;
import dev.sentryai.cli.input.InputFile;
import dev.sentryai.telemetry.CapturedEnvelope;
import dev.sentryai.telemetry.envelope.EnvelopeWriter;
import dev.sentryai.telemetry.repair.Repaired;
import dev.sentryai.telemetry.repair.Repairer;
import dev.sentryai.telemetry.rules.Rules;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Where the corrected copy of each file goes. Immutable. */
public final class CopyPlan {

    private final Path directory;

    /** By the names of the files. */
    private final Map<String, Path> targets;

    private CopyPlan(Path directory, Map<String, Path> targets) {
        this.directory = directory;
        this.targets = targets;
    }

    /**
     * Plans copies below a directory, each at the relative path that its file has below what the user named.
     *
     * @param files to copy
     * @param directory need not exist
     * @param force whether files that exist may be overwritten, and whether the directory may be one that holds input
     * @return the plan; nothing is written yet
     * @throws CopyException when a copy would replace an input file or another copy, or when something is in the way
     */
    public static CopyPlan of(List<InputFile> files, Path directory, boolean force) {
        Map<String, Path> targets = new LinkedHashMap<>();
        Set<Path> inputs =
                files.stream().map(file -> absolute(Path.of(file.name()))).collect(Collectors.toSet());
        if (!force && inputs.stream().anyMatch(input -> input.startsWith(absolute(directory)))) {
            throw new CopyException(directory + " holds files that are read; --force writes beside them");
        }
        for (InputFile file : files) {
            Path target = directory.resolve(file.relative());
            check(file, target, inputs, force);
            if (targets.containsValue(target)) {
                throw new CopyException(
                        "Two files would both be copied to " + target + "; copy them one after the other");
            }
            targets.put(file.name(), target);
        }
        return new CopyPlan(directory, targets);
    }

    private static void check(InputFile file, Path target, Set<Path> inputs, boolean force) {
        if (inputs.contains(absolute(target))) {
            throw new CopyException("The copy of " + file.name() + " would replace " + target
                    + ", which is read; choose another directory");
        }
        if (!force && Files.exists(target)) {
            throw new CopyException(target + " exists; --force overwrites it");
        }
    }

    private static Path absolute(Path path) {
        return path.toAbsolutePath().normalize();
    }

    /**
     * Corrects the files, all of which have to fit into memory together, and writes them, uncompressed, also what needed no
     * correction. What can't be read as an envelope is not copied.
     *
     * @param files those of the plan
     * @param rules say what is wrong
     * @param report takes one line for each file in which something was corrected, and one for all
     * @return the copies, and in their places the files that could not be copied
     * @throws UncheckedIOException when a copy can't be written
     */
    public List<InputFile> write(List<InputFile> files, Rules rules, Consumer<String> report) {
        Map<String, InputFile> results = new LinkedHashMap<>();
        files.forEach(file -> results.put(file.name(), file));
        int corrected = 0;
        int fixes = 0;
        int copied = 0;
        for (Repaired repaired : new Repairer(rules).repair(Captures.read(files).envelopes())) {
            CapturedEnvelope captured = repaired.captured();
            Path target = targets.getOrDefault(captured.file(), directory.resolve(captured.file()));
            write(captured, target);
            results.put(captured.file(), InputFile.of(target));
            if (repaired.count() > 0) {
                report.accept(describe(target, repaired));
                corrected++;
            }
            fixes += repaired.count();
            copied++;
        }
        report.accept("fixed " + fixes + (fixes == 1 ? " finding in " : " findings in ") + corrected + " of " + copied
                + " files; the copies are in " + directory);
        return List.copyOf(results.values());
    }

    private static String describe(Path target, Repaired repaired) {
        return target + ": fixed "
                + repaired.fixed().entrySet().stream()
                        .map(rule -> rule.getKey() + (rule.getValue() == 1 ? "" : " (" + rule.getValue() + ")"))
                        .collect(Collectors.joining(", "));
    }

    private static void write(CapturedEnvelope captured, Path target) {
        try {
            Files.createDirectories(absolute(target).getParent());
            Files.write(target, EnvelopeWriter.toBytes(captured.envelope()));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + target + ": " + e, e);
        }
    }
}
