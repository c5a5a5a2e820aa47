package dev.sentryai.cli.stats;

import dev.sentryai.cli.json.JsonLine;
import dev.sentryai.protocol.price.PriceSource;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One object: what by, rows, total, and what to know about the cost. */
final class StatsJson {

    private StatsJson() {}

    static void print(Stats stats, PrintWriter out) {
        List<String> names = StatsFields.names(stats.by());
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("by", names);
        json.put("rows", stats.rows().stream().map(row -> row(row, names)).toList());
        json.put("total", StatsFields.of(stats.total()));
        json.put("prices", stats.prices().stream().map(StatsJson::source).toList());
        json.put("unpriced_models", stats.total().cost().unpricedModels());
        json.put("assumed_models", stats.total().cost().assumedModels());
        out.print(JsonLine.of(json));
        out.print('\n');
    }

    private static Map<String, @Nullable Object> row(StatsRow row, List<String> names) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        for (int at = 0; at < names.size(); at++) {
            json.put(names.get(at), row.group().get(at).orElse(null));
        }
        json.putAll(StatsFields.of(row));
        return json;
    }

    private static Map<String, @Nullable Object> source(PriceSource source) {
        LocalDate date = source.date();
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("source", source.name());
        json.put("commit", source.commit());
        json.put("date", date == null ? null : date.toString());
        return json;
    }
}
