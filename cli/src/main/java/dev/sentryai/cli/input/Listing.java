package dev.sentryai.cli.input;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * The names in a directory in order, those of directories with a slash behind them. However many there are, only so many are in memory
 * at a time: the directory is read again for the next ones.
 */
final class Listing implements Iterator<String> {

    static final String DIRECTORY = "/";

    private final Path directory;
    private final String extension;
    private final int limit;
    private Deque<String> names;

    /** The last name of those in memory; null if there are no more to come. */
    private @Nullable String resumeAfter;

    /**
     * Reads a directory.
     *
     * @param extension what the names of files must end in
     * @param limit how many names to keep in memory
     * @throws IOException when it can't be read
     */
    Listing(Path directory, String extension, int limit) throws IOException {
        this.directory = directory;
        this.extension = extension;
        this.limit = limit;
        this.names = read("");
    }

    private Deque<String> read(String after) throws IOException {
        PriorityQueue<String> first = new PriorityQueue<>(Comparator.reverseOrder());
        boolean complete = true;
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory)) {
            for (Path entry : entries) {
                String name = name(entry);
                if (name != null && name.compareTo(after) > 0) {
                    first.add(name);
                    if (first.size() > limit) {
                        first.remove();
                        complete = false;
                    }
                }
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        resumeAfter = complete ? null : first.peek();
        Deque<String> sorted = new ArrayDeque<>(first.size());
        while (!first.isEmpty()) {
            sorted.addFirst(first.remove());
        }
        return sorted;
    }

    /** Null for what is neither a directory nor a file of that extension. */
    private @Nullable String name(Path entry) {
        String name = entry.getFileName().toString();
        if (Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
            return name + DIRECTORY;
        }
        return name.endsWith(extension) && Files.isRegularFile(entry) ? name : null;
    }

    @Override
    public boolean hasNext() {
        return !names.isEmpty();
    }

    @Override
    public String next() {
        String name = names.poll();
        if (name == null) {
            throw new NoSuchElementException();
        }
        if (names.isEmpty() && resumeAfter != null) {
            names = more(resumeAfter);
        }
        return name;
    }

    /** A directory that can't be read any more has no more names: its files are gone. */
    private Deque<String> more(String after) {
        try {
            return read(after);
        } catch (IOException e) {
            return new ArrayDeque<>();
        }
    }
}
