package dev.sentryai.cli.input;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.stream.Stream;

/**
 * A pattern that the shell left to us, because it was quoted or because the shell has none: {@code *}, {@code ?},
 * {@code [a-z]}, {@code {a,b}}, and {@code **} for any number of directories.
 */
record Glob(Path base, String pattern) {

    static boolean isPattern(String text) {
        return firstSpecial(text) >= 0;
    }

    static Glob parse(String text) {
        int separator = text.substring(0, firstSpecial(text)).replace('\\', '/').lastIndexOf('/');
        return new Glob(Path.of(text.substring(0, separator + 1)), text.substring(separator + 1));
    }

    /** What matches below the base directory, by name. */
    List<Path> matches() {
        PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + pattern);
        Path start = base.toString().isEmpty() ? Path.of(".") : base;
        if (!Files.isDirectory(start)) {
            return List.of();
        }
        try (Stream<Path> paths = Files.walk(start, depth())) {
            return paths.filter(path -> !path.equals(start))
                    .map(start::relativize)
                    .filter(matcher::matches)
                    .map(base::resolve)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + start + ": " + e, e);
        }
    }

    private int depth() {
        return pattern.contains("**")
                ? Integer.MAX_VALUE
                : (int) pattern.chars().filter(c -> c == '/').count() + 1;
    }

    private static int firstSpecial(String text) {
        for (int i = 0; i < text.length(); i++) {
            if ("*?[{".indexOf(text.charAt(i)) >= 0) {
                return i;
            }
        }
        return -1;
    }
}
