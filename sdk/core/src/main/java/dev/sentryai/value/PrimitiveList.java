package dev.sentryai.value;

import java.util.List;
import java.util.Optional;

/** Finds out whether a list can be an attribute as it is: one kind of primitive, no null. */
final class PrimitiveList {

    private PrimitiveList() {}

    static Optional<List<?>> of(List<?> plain) {
        if (all(plain, String.class) || all(plain, Boolean.class) || all(plain, Long.class)) {
            return Optional.of(List.copyOf(plain));
        }
        if (all(plain, Number.class)) {
            return Optional.of(plain.stream()
                    .map(number -> ((Number) number).doubleValue())
                    .toList());
        }
        return Optional.empty();
    }

    private static boolean all(List<?> plain, Class<?> type) {
        return plain.stream().allMatch(type::isInstance);
    }
}
