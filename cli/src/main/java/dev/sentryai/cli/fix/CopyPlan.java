package dev.sentryai.cli.fix;

import dev.sentryai.cli.input.InputFile;
import dev.sentryai.cli.input.Parts;
import dev.sentryai.telemetry.repair.Repairer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Where the corrected copy of each file goes. Immutable. */
public final class CopyPlan {

    private final List<InputFile> files;
    private final Path directory;

    private CopyPlan(List<InputFile> files, Path directory) {
        this.files = List.copyOf(files);
        this.directory = directory;
    }

    /**
     * Plans copies below a directory, each at the relative path that its file has below what the user named.
     *
     * @param files to copy
     * @param inputs directories that the user named
     * @param directory need not exist
     * @param force whether files that exist may be overwritten
     * @return the plan; nothing is written yet
     * @throws CopyException when copies would come between the files that are read, now or the next time, or when something is in the
     *     way
     */
    public static CopyPlan of(List<InputFile> files, List<Path> inputs, Path directory, boolean force) {
        Path real = real(directory);
        for (Path input : inputs) {
            if (real.startsWith(real(input))) {
                throw new CopyException("Copies in " + directory + " would be read with " + input
                        + " the next time; choose a directory outside of it");
            }
        }
        Set<Path> targets = new HashSet<>();
        for (InputFile file : files) {
            if (real(Path.of(file.name())).startsWith(real)) {
                throw new CopyException(file.name() + " is read and stands in " + directory
                        + ", where copies shall go; choose another directory");
            }
            Path target = directory.resolve(file.relative());
            if (!targets.add(target)) {
                throw new CopyException(
                        "Two files would both be copied to " + target + "; copy them one after the other");
            }
            if (!force && Files.exists(target)) {
                throw new CopyException(target + " exists; --force overwrites it");
            }
        }
        return new CopyPlan(files, directory);
    }

    /** Without links, as far as it exists. */
    private static Path real(Path path) {
        Path absolute = path.toAbsolutePath().normalize();
        try {
            return absolute.toRealPath();
        } catch (IOException e) { // it does not exist
            Path parent = absolute.getParent();
            Path name = absolute.getFileName();
            return parent == null || name == null ? absolute : real(parent).resolve(name);
        }
    }

    /**
     * Corrects the files and writes them, uncompressed, also what needed no correction. What can't be read as an envelope is not
     * copied. Only a part of the files is in memory at a time, see {@link Parts}.
     *
     * @param repairer corrects what belongs together
     * @param report takes one line for each file in which something was corrected, and one for all
     * @return the copies, and in their places the files that could not be copied
     * @throws UncheckedIOException when a copy can't be written
     */
    public List<InputFile> write(Repairer repairer, Consumer<String> report) {
        return new CopyWriter(directory, repairer, report).write(files);
    }
}
