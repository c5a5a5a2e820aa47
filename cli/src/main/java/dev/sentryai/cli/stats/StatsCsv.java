package dev.sentryai.cli.stats;

import dev.sentryai.cli.json.JsonLine;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One line for the names of the columns, one for each row. */
final class StatsCsv {

    private StatsCsv() {}

    static void print(Stats stats, PrintWriter out) {
        List<@Nullable Object> header = new ArrayList<>(StatsFields.names(stats.by()));
        header.addAll(StatsFields.of(stats.total()).keySet());
        printLine(header, out);
        for (StatsRow row : stats.rows()) {
            List<@Nullable Object> line = new ArrayList<>();
            row.group().forEach(value -> line.add(value.orElse(null)));
            line.addAll(StatsFields.of(row).values());
            printLine(line, out);
        }
    }

    private static void printLine(List<@Nullable Object> cells, PrintWriter out) {
        out.print(String.join(",", cells.stream().map(StatsCsv::cell).toList()));
        out.print('\n');
    }

    private static String cell(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        if (!(value instanceof String text)) {
            return JsonLine.of(value);
        }
        boolean plain = text.chars().allMatch(c -> c >= ' ' && c != ',' && c != '"');
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
