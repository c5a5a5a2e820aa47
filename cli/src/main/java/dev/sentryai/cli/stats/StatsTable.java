package dev.sentryai.cli.stats;

import dev.sentryai.cli.text.CostText;
import dev.sentryai.protocol.TokenUsage;
import dev.sentryai.telemetry.cost.Dollars;
import dev.sentryai.telemetry.tree.PlainText;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** Columns: groups to the left, numbers to the right. */
final class StatsTable {

    private static final String NOTHING = "-";
    private static final double NANOS_PER_SECOND = Duration.ofSeconds(1).toNanos();
    private static final List<String> NUMBERS = List.of(
            "calls",
            "errors",
            "input",
            "cached",
            "cache write",
            "output",
            "reasoning",
            "total",
            "cost",
            "per call",
            "p50",
            "p95");

    private final int groups;
    private final List<List<String>> lines = new ArrayList<>();

    private StatsTable(Stats stats) {
        groups = stats.by().size();
        List<String> header = new ArrayList<>(StatsFields.names(stats.by()));
        header.addAll(NUMBERS);
        lines.add(header.stream().map(name -> name.toUpperCase(Locale.ROOT)).toList());
        stats.rows().forEach(row -> lines.add(line(row)));
        List<String> total = new ArrayList<>(line(stats.total()));
        total.set(0, "total");
        lines.add(total);
    }

    static void print(Stats stats, PrintWriter out) {
        new StatsTable(stats).print(out);
        CostText.notes(stats.total().cost(), stats.prices()).forEach(out::println);
    }

    private static List<String> line(StatsRow row) {
        TokenUsage usage = row.usage();
        List<String> cells = new ArrayList<>();
        row.group().forEach(value -> cells.add(value.map(PlainText::line).orElse(NOTHING)));
        cells.add(Long.toString(row.calls()));
        cells.add(Long.toString(row.errors()));
        cells.add(tokens(usage.input()));
        cells.add(tokens(usage.cacheRead()));
        cells.add(tokens(usage.cacheCreation()));
        cells.add(tokens(usage.output()));
        cells.add(tokens(usage.reasoning()));
        cells.add(tokens(usage.totalOrSum().orElse(null)));
        cells.add(row.cost().isKnown() ? Dollars.text(row.cost().cost().total()) : NOTHING);
        cells.add(dollars(row.costPerCall()));
        cells.add(duration(row.percentile(50)));
        cells.add(duration(row.percentile(95)));
        return cells;
    }

    private static String tokens(@Nullable Long tokens) {
        return tokens == null ? NOTHING : tokens.toString();
    }

    private static String dollars(OptionalDouble amount) {
        return amount.isPresent() ? Dollars.text(amount.getAsDouble()) : NOTHING;
    }

    private static String duration(Optional<Duration> duration) {
        return duration.map(StatsTable::seconds).orElse(NOTHING);
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.3f s", duration.toNanos() / NANOS_PER_SECOND);
    }

    private void print(PrintWriter out) {
        for (List<String> line : lines) {
            StringBuilder text = new StringBuilder();
            for (int column = 0; column < line.size(); column++) {
                String cell = line.get(column);
                String gap = " ".repeat(width(column) - columns(cell));
                text.append(column == 0 ? "" : "  ").append(column < groups ? cell + gap : gap + cell);
            }
            out.println(text.toString().stripTrailing());
        }
    }

    private int width(int column) {
        return lines.stream().mapToInt(line -> columns(line.get(column))).max().orElse(0);
    }

    private static int columns(String text) {
        return text.codePointCount(0, text.length());
    }
}
