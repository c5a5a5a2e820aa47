package dev.sentryai.protocol;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads our data files: columns parted by tabs, {@code -} for nothing, comments after {@code #}. */
final class DataFile {

    private static final String NOTHING = "-";

    private DataFile() {}

    /** Returns the rows of the file of that name for that version. */
    static List<Row> rows(String name, ConventionsVersion version) {
        return rows(name + "-" + version);
    }

    /** Returns the rows of the file of that name. */
    static List<Row> rows(String name) {
        String file = name + ".tsv";
        try (InputStream in = DataFile.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("data file missing from the class path: " + file);
            }
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read data file " + file, e);
        }
    }

    private static List<Row> parse(String text) {
        List<Row> rows = new ArrayList<>();
        for (String line : split(text, '\n')) {
            if (!line.isEmpty() && line.charAt(0) != '#') {
                rows.add(new Row(split(line, '\t')));
            }
        }
        return rows;
    }

    private static List<String> split(String text, char separator) {
        List<String> parts = new ArrayList<>();
        int start = 0;
        for (int end = text.indexOf(separator); end >= 0; end = text.indexOf(separator, start)) {
            parts.add(text.substring(start, end));
            start = end + 1;
        }
        parts.add(text.substring(start));
        return parts;
    }

    /** One line. */
    record Row(List<String> columns) {

        String text(int column) {
            return columns.get(column);
        }

        @Nullable
        String optional(int column) {
            String text = text(column);
            return text.equals(NOTHING) ? null : text;
        }

        boolean isPresent(int column) {
            return optional(column) != null;
        }

        List<String> words(int column) {
            return isPresent(column) ? split(text(column), ' ') : List.of();
        }

        <E extends Enum<E>> E constant(int column, Class<E> type) {
            return Enum.valueOf(type, text(column).toUpperCase(Locale.ROOT));
        }
    }
}
