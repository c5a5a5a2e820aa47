package dev.sentryai.cli.input;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * All files of an extension below a directory, ordered by their whole paths. Links to directories are not followed. A directory that
 * can't be read becomes a file that can't be read, so that it's complained about and the others are read.
 */
final class Walk implements Iterator<InputFile> {

    private static final int NAMES_IN_MEMORY = 500_000;

    private final String extension;
    private final Deque<Level> levels = new ArrayDeque<>();
    private @Nullable InputFile next;

    Walk(Path start, String extension) {
        this.extension = extension;
        this.next = enter(start);
        advance();
    }

    /** Returns what to complain about. */
    private @Nullable InputFile enter(Path directory) {
        try {
            levels.push(new Level(directory, new Listing(directory, extension, NAMES_IN_MEMORY)));
            return null;
        } catch (IOException e) {
            return new InputFile(directory.toString(), directory, () -> {
                throw e;
            });
        }
    }

    private void advance() {
        while (next == null && !levels.isEmpty()) {
            Level level = levels.element();
            if (!level.names().hasNext()) {
                levels.remove();
                continue;
            }
            String name = level.names().next();
            if (name.endsWith(Listing.DIRECTORY)) {
                next = enter(level.directory().resolve(name.substring(0, name.length() - 1)));
            } else {
                Path file = level.directory().resolve(name);
                next = InputFile.of(file);
            }
        }
    }

    @Override
    public boolean hasNext() {
        return next != null;
    }

    @Override
    public InputFile next() {
        InputFile file = next;
        if (file == null) {
            throw new NoSuchElementException();
        }
        next = null;
        advance();
        return file;
    }

    /** A directory that is being walked through. */
    private record Level(Path directory, Listing names) {}
}
