package dev.sentryai.cli;

import dev.sentryai.cli.input.InputFile;
import dev.sentryai.cli.input.Inputs;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The argument that all commands have that read recordings. */
final class Paths {

    private final PositionalParamSpec paths = PositionalParamSpec.builder()
            .index("0..*")
            .arity("1..*")
            .required(true)
            .paramLabel("PATH")
            .type(List.class)
            .auxiliaryTypes(String.class)
            .description("Files, directories, patterns, or - for standard input.")
            .build();

    /** Makes it a parameter of that command. */
    Paths(CommandSpec syntax) {
        syntax.addPositional(paths);
    }

    /** The same files one by one, for commands that read more than fits into memory. */
    Iterator<InputFile> walk(Environment environment) {
        return new Inputs(environment.in()).walk(names());
    }

    /** Those arguments that are directories. */
    List<Path> directories() {
        return names().stream().map(Path::of).filter(Files::isDirectory).toList();
    }

    List<InputFile> files(Environment environment) {
        return new Inputs(environment.in()).expand(names());
    }

    private List<String> names() {
        return paths.getValue();
    }
}
