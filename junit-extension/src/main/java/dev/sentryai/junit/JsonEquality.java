package dev.sentryai.junit;

import dev.sentryai.telemetry.json.JsonReader;
import dev.sentryai.telemetry.json.MalformedJsonException;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Compares values as JSON does: 1 equals 1.0 whatever the Java type, and the order of an object's members does not count. */
final class JsonEquality {

    private JsonEquality() {}

    /** Compares plain values: strings, numbers, booleans, and lists and maps of them. */
    static boolean equalValues(@Nullable Object left, @Nullable Object right) {
        return normal(left).equals(normal(right));
    }

    /** Compares texts: as JSON if both are, else character by character. */
    static boolean equalTexts(String left, String right) {
        return left.equals(right)
                || parse(left)
                        .flatMap(expected -> parse(right).map(expected::equals))
                        .orElse(false);
    }

    private static Optional<Object> parse(String text) {
        try {
            return Optional.of(normal(JsonReader.read(text)));
        } catch (MalformedJsonException e) {
            return Optional.empty();
        }
    }

    private static Object normal(@Nullable Object value) {
        if (value instanceof Number number) {
            return normal(number);
        }
        if (value instanceof Map<?, ?> map) {
            Map<Object, Object> members = new LinkedHashMap<>();
            map.forEach((key, member) -> members.put(String.valueOf(key), normal(member)));
            return members;
        }
        if (value instanceof Iterable<?> elements) {
            return StreamSupport.stream(elements.spliterator(), false)
                    .map(JsonEquality::normal)
                    .collect(Collectors.toList());
        }
        return value instanceof CharSequence ? value.toString() : Optional.ofNullable(value);
    }

    /** NaN and infinity have no decimal; as texts they equal themselves. */
    private static Object normal(Number number) {
        try {
            return new BigDecimal(number.toString()).stripTrailingZeros();
        } catch (NumberFormatException e) {
            return List.of(number.toString());
        }
    }
}
