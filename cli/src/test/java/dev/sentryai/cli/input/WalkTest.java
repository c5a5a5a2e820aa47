package dev.sentryai.cli.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WalkTest {

    private static final String EXTENSION = ".envelope";

    @TempDir
    private Path root;

    @BeforeEach
    void createFiles() throws IOException {
        for (String name : List.of("a/x", "a-b/y", "a", "b", "c", "d/e/f", "d/e/g", "e")) {
            Path file = root.resolve(name + EXTENSION);
            Files.createDirectories(file.getParent());
            Files.writeString(file, "{}");
        }
        Files.writeString(root.resolve("notes.txt"), "");
        Files.createDirectory(root.resolve("empty"));
    }

    @Test
    void filesAreOrderedByTheirWholePaths() throws IOException {
        List<String> sorted;
        try (var all = Files.walk(root)) {
            sorted = all.filter(Files::isRegularFile)
                    .map(Path::toString)
                    .filter(name -> name.endsWith(EXTENSION))
                    .sorted()
                    .toList();
        }

        assertThat(names(new Walk(root, EXTENSION))).hasSize(8).isEqualTo(sorted);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 100})
    void aListingIsTheSameHoweverFewNamesAreInMemory(int limit) throws IOException {
        List<String> names = new ArrayList<>();
        new Listing(root, EXTENSION, limit).forEachRemaining(names::add);

        assertThat(names)
                .containsExactly("a-b/", "a.envelope", "a/", "b.envelope", "c.envelope", "d/", "e.envelope", "empty/");
    }

    @Test
    void whatCanNotBeListedCanNotBeRead() {
        Path noDirectory = root.resolve("b.envelope");

        InputFile file = new Walk(noDirectory, EXTENSION).next();

        assertThatThrownBy(file::read)
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageStartingWith("Cannot read " + noDirectory);
    }

    private static List<String> names(Walk walk) {
        List<String> names = new ArrayList<>();
        walk.forEachRemaining(file -> names.add(file.name()));
        return names;
    }
}
