package dev.sentryai.cli.input;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Turns the paths of a command line into files: files, directories, patterns, and {@code -} for standard input. */
public final class Inputs {

    private static final String STANDARD_INPUT = "-";
    private static final Path STANDARD_INPUT_FILE = Path.of("stdin.envelope");
    private static final String EXTENSION = ".envelope";

    private final InputStream standardInput;

    /**
     * Expands paths.
     *
     * @param standardInput what {@code -} stands for; read at most once, by the file that is returned for it
     */
    public Inputs(InputStream standardInput) {
        this.standardInput = standardInput;
    }

    /**
     * The files that the arguments stand for: in the order of the arguments, by name within a directory or pattern, and each
     * only once. A directory stands for all files below it that end in {@code .envelope}.
     *
     * @param arguments at least one
     * @return at least one for each argument
     * @throws MissingInputException when an argument stands for nothing
     */
    public List<InputFile> expand(List<String> arguments) {
        Map<Object, InputFile> files = new LinkedHashMap<>();
        for (String argument : arguments) {
            if (argument.equals(STANDARD_INPUT)) {
                files.putIfAbsent(
                        STANDARD_INPUT, new InputFile(STANDARD_INPUT, STANDARD_INPUT_FILE, () -> standardInput));
            } else {
                Path base = base(argument);
                paths(argument)
                        .forEach(path -> files.putIfAbsent(
                                path.toAbsolutePath().normalize(),
                                new InputFile(
                                        path.toString(), relative(base, path), () -> Files.newInputStream(path))));
            }
        }
        return List.copyOf(files.values());
    }

    /**
     * The same files as {@link #expand}, but a directory that is the only argument is walked through bit by bit, so that it may hold any
     * number of files. What can't be listed in it comes as a file that can't be read.
     *
     * @param arguments at least one
     * @return the files
     * @throws MissingInputException when an argument stands for nothing
     */
    public Iterator<InputFile> walk(List<String> arguments) {
        if (arguments.size() > 1 || !Files.isDirectory(Path.of(arguments.get(0)))) {
            return expand(arguments).iterator();
        }
        Iterator<InputFile> files = new Walk(Path.of(arguments.get(0)), EXTENSION);
        if (!files.hasNext()) {
            throw new MissingInputException("No " + EXTENSION + " file in " + arguments.get(0));
        }
        return files;
    }

    /** What the files of an argument have in common. */
    private static Path base(String argument) {
        boolean pattern = !Files.exists(Path.of(argument)) && Glob.isPattern(argument);
        Path base = pattern ? Glob.parse(argument).base() : Path.of(argument);
        return base.toAbsolutePath().normalize();
    }

    private static Path relative(Path base, Path path) {
        Path absolute = path.toAbsolutePath().normalize();
        return absolute.equals(base) ? absolute.getFileName() : base.relativize(absolute);
    }

    private static List<Path> paths(String argument) {
        Path path = Path.of(argument);
        if (Files.isDirectory(path)) {
            return nonEmpty(envelopesBelow(path), "No " + EXTENSION + " file in " + argument);
        }
        if (Files.exists(path)) {
            return List.of(path);
        }
        if (!Glob.isPattern(argument)) {
            throw new MissingInputException("No such file or directory: " + argument);
        }
        List<Path> matches = new ArrayList<>();
        for (Path match : Glob.parse(argument).matches()) {
            matches.addAll(Files.isDirectory(match) ? envelopesBelow(match) : List.of(match));
        }
        return nonEmpty(matches, "No file matches " + argument);
    }

    private static List<Path> nonEmpty(List<Path> paths, String otherwise) {
        if (paths.isEmpty()) {
            throw new MissingInputException(otherwise);
        }
        return paths;
    }

    private static List<Path> envelopesBelow(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(file -> file.getFileName().toString().endsWith(EXTENSION))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + directory + ": " + e, e);
        }
    }
}
