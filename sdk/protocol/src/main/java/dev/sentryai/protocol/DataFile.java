package dev.sentryai.protocol;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
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
            return rows(new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read data file " + file, e);
        }
    }

    private static List<Row> rows(BufferedReader reader) throws IOException {
        List<Row> rows = new ArrayList<>();
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            if (!line.startsWith("#")) {
                rows.add(new Row(columns(line, '\t')));
            }
        }
        return rows;
    }

    private static List<String> columns(String line, char separator) {
        List<String> columns = new ArrayList<>();
        int start = 0;
        for (int end = line.indexOf(separator); end >= 0; end = line.indexOf(separator, start)) {
            columns.add(line.substring(start, end));
            start = end + 1;
        }
        columns.add(line.substring(start));
        return columns;
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
            return isPresent(column) ? DataFile.columns(text(column), ' ') : List.of();
        }

        <E extends Enum<E>> E constant(int column, Class<E> type) {
            return Enum.valueOf(type, text(column).toUpperCase(Locale.ROOT));
        }
    }
}
