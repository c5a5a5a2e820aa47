package dev.sentryai.fakesentry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Writes one file per envelope. Each is written under a temporary, hidden name and then renamed, so that whatever stops
 * the process leaves whole files only.
 */
final class Recorder {

    private static final Pattern FILE_NAME = Pattern.compile("(\\d{8,18})\\.envelope");

    private final Path directory;
    private final long firstNumber;

    /** @throws UncheckedIOException when the directory can't be made or read */
    Recorder(Path directory) {
        this.directory = directory;
        try {
            Files.createDirectories(directory);
            this.firstNumber = newestNumber(directory) + 1;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot record to " + directory + ": " + e, e);
        }
    }

    static String fileName(long number) {
        return String.format(Locale.ROOT, "%08d.envelope", number);
    }

    /** One past the newest file that an earlier run left. */
    long firstNumber() {
        return firstNumber;
    }

    void write(String fileName, byte[] envelope) {
        Path temporary = directory.resolve("." + fileName + ".tmp");
        try {
            Files.write(temporary, envelope);
            Files.move(temporary, directory.resolve(fileName), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot record to " + directory + ": " + e, e);
        }
    }

    private static long newestNumber(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> FILE_NAME.matcher(file.getFileName().toString()))
                    .filter(Matcher::matches)
                    .mapToLong(name -> Long.parseLong(name.group(1)))
                    .max()
                    .orElse(0);
        }
    }
}
