package dev.sentryai.cli;

import dev.sentryai.cli.input.InputFile;
import dev.sentryai.cli.input.Inputs;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import picocli.CommandLine.Parameters;

/** The argument that all commands have that read recordings. */
final class Paths {

    @Parameters(
            arity = "1..*",
            paramLabel = "PATH",
            description = "Files, directories, patterns, or - for standard input.")
    @SuppressWarnings("NullAway.Init")
    private List<String> paths;

    /** The same files one by one, for commands that read more than fits into memory. */
    Iterator<InputFile> walk(Environment environment) {
        return new Inputs(environment.in()).walk(paths);
    }

    /** Those arguments that are directories. */
    List<Path> directories() {
        return paths.stream().map(Path::of).filter(Files::isDirectory).toList();
    }

    List<InputFile> files(Environment environment) {
        return new Inputs(environment.in()).expand(paths);
    }
}
