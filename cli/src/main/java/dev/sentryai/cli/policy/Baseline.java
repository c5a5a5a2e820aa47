package dev.sentryai.cli.policy;

import dev.sentryai.cli.json.JsonLine;
import dev.sentryai.telemetry.json.JsonObject;
import dev.sentryai.telemetry.json.JsonReader;
import dev.sentryai.telemetry.json.MalformedJsonException;
import dev.sentryai.telemetry.rules.Finding;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Findings that were there before somebody began to care: by fingerprint, and how many of each. Not thread-safe. */
public final class Baseline {

    private static final long VERSION = 1;

    private record Key(String rule, String attribute, String fingerprint) implements Comparable<Key> {

        private static final Comparator<Key> ORDER =
                Comparator.comparing(Key::rule).thenComparing(Key::attribute).thenComparing(Key::fingerprint);

        static Key of(Finding finding) {
            return new Key(
                    finding.rule(), finding.attribute() == null ? "" : finding.attribute(), finding.fingerprint());
        }

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }

    private final SortedMap<Key, Integer> counts = new TreeMap<>();

    /**
     * Reads what {@link #write} wrote.
     *
     * @param file the baseline
     * @return a new baseline
     * @throws UncheckedIOException when the file can't be read
     * @throws IllegalArgumentException when it is no baseline
     */
    public static Baseline read(Path file) {
        try {
            if (JsonReader.read(Files.readString(file)) instanceof JsonObject json
                    && Long.valueOf(VERSION).equals(json.get("version"))) {
                Baseline baseline = new Baseline();
                json.array("findings").forEach(entry -> baseline.add((JsonObject) entry));
                return baseline;
            }
            throw new IllegalArgumentException(file + " is no baseline of version " + VERSION);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the baseline " + file + ": " + e, e);
        } catch (MalformedJsonException
                | ArithmeticException
                | ClassCastException
                | NoSuchElementException
                | NullPointerException e) {
            throw new IllegalArgumentException(file + " is no baseline: " + e.getMessage(), e);
        }
    }

    private void add(JsonObject entry) {
        Key key = new Key(
                entry.string("rule").orElseThrow(),
                entry.string("attribute").orElse(""),
                entry.string("fingerprint").orElseThrow());
        counts.put(key, Math.toIntExact((Long) Objects.requireNonNull(entry.get("count"), "count")));
    }

    /** Counts a finding in. */
    void add(Finding finding) {
        counts.merge(Key.of(finding), 1, Integer::sum);
    }

    /** Whether there is still one like it, which is then used up. */
    boolean take(Finding finding) {
        Key key = Key.of(finding);
        int left = counts.getOrDefault(key, 0);
        if (left > 0) {
            counts.put(key, left - 1);
        }
        return left > 0;
    }

    /**
     * How many findings it holds that were not used up.
     *
     * @return a number of findings
     */
    public int size() {
        return counts.values().stream().mapToInt(count -> count).sum();
    }

    /**
     * Writes it, sorted and one entry a line, so that changes are easy to review.
     *
     * @param file to write anew
     * @throws UncheckedIOException when the file can't be written
     */
    public void write(Path file) {
        String entries = counts.entrySet().stream().map(Baseline::line).collect(Collectors.joining(",\n"));
        try {
            Files.writeString(file, "{\"version\":" + VERSION + ",\"findings\":[\n" + entries + "\n]}\n");
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write the baseline " + file + ": " + e, e);
        }
    }

    private static String line(Map.Entry<Key, Integer> entry) {
        Key key = entry.getKey();
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("rule", key.rule());
        if (!key.attribute().isEmpty()) {
            json.put("attribute", key.attribute());
        }
        json.put("fingerprint", key.fingerprint());
        json.put("count", entry.getValue());
        return JsonLine.of(json);
    }
}
