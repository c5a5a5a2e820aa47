package dev.sentryai.cli.check;

import dev.sentryai.telemetry.SpanRecord;
import dev.sentryai.telemetry.rules.subject.SectionFile;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which of the attributes that the conventions want on an operation's spans were really sent.
 *
 * @param operations by the operation's name
 */
public record Coverage(SortedMap<String, OperationCoverage> operations) {

    /** Copies the map. */
    public Coverage {
        operations = Collections.unmodifiableSortedMap(new TreeMap<>(operations));
    }

    /**
     * Coverage of one operation.
     *
     * @param spans how many there are
     * @param attributes how many of them have each of the attributes, zero included
     */
    public record OperationCoverage(int spans, Map<String, Integer> attributes) {

        /** Copies the map. */
        public OperationCoverage {
            attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
        }

        /**
         * How many of the attributes at least one span has.
         *
         * @return at most the size of {@link #attributes}
         */
        public int seen() {
            return (int) attributes.values().stream().filter(count -> count > 0).count();
        }
    }

    /** The attributes that spans should have, by operation name, required ones first. */
    private static final Map<String, List<String>> EXPECTED =
            SectionFile.read(Coverage.class, "coverage.txt").sections();

    /**
     * The attributes that spans of an operation should have.
     *
     * @param operation its name, for example {@code chat}
     * @return keys, required ones first; none if nothing is expected of it
     */
    public static List<String> expected(String operation) {
        return EXPECTED.getOrDefault(operation, List.of());
    }

    /**
     * The operations whose spans should have an attribute.
     *
     * @param key of the attribute
     * @return operation names
     */
    public static List<String> operationsWith(String key) {
        return EXPECTED.entrySet().stream()
                .filter(operation -> operation.getValue().contains(key))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Counts attributes. Used by one thread. */
    static final class Counter {

        private final Map<String, Integer> spans = new TreeMap<>();
        private final Map<String, Map<String, Integer>> attributes = new TreeMap<>();

        void add(SpanRecord span) {
            operation(span).ifPresent(operation -> {
                spans.merge(operation, 1, Integer::sum);
                Map<String, Integer> counts = attributes.computeIfAbsent(operation, Counter::zeros);
                counts.replaceAll((key, count) -> span.attribute(key).isPresent() ? count + 1 : count);
            });
        }

        /** The operation by its name or else by the op; empty where nothing is expected of it. */
        private static Optional<String> operation(SpanRecord span) {
            return span.operationName()
                    .or(() -> Optional.ofNullable(span.op()).map(op -> op.replaceFirst("^gen_ai\\.", "")))
                    .filter(EXPECTED::containsKey);
        }

        private static Map<String, Integer> zeros(String operation) {
            Map<String, Integer> zeros = new LinkedHashMap<>();
            expected(operation).forEach(key -> zeros.put(key, 0));
            return zeros;
        }

        Coverage coverage() {
            SortedMap<String, OperationCoverage> operations = new TreeMap<>();
            attributes.forEach((operation, counts) ->
                    operations.put(operation, new OperationCoverage(spans.getOrDefault(operation, 0), counts)));
            return new Coverage(operations);
        }
    }
}
