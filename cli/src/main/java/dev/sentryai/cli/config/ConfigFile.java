package dev.sentryai.cli.config;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where a project's settings are. */
public final class ConfigFile {

    /** The name of the file. */
    public static final String NAME = "sentry-ai.yml";

    private ConfigFile() {}

    /**
     * Looks for the file in a directory and those above, up to the root of the repository or the user's home.
     *
     * @param start where to begin
     * @param home the user's home directory; null if not known
     * @return the nearest one; empty if there is none
     */
    public static Optional<Path> find(Path start, @Nullable Path home) {
        Path directory = start.toAbsolutePath().normalize();
        while (directory != null) {
            Path file = directory.resolve(NAME);
            if (Files.isRegularFile(file)) {
                return Optional.of(file);
            }
            if (Files.exists(directory.resolve(".git")) || directory.equals(home)) {
                return Optional.empty();
            }
            directory = directory.getParent();
        }
        return Optional.empty();
    }
}
