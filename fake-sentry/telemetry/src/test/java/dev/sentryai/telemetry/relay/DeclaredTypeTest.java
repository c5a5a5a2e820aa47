package dev.sentryai.telemetry.relay;

import static dev.sentryai.telemetry.relay.TestEnvelope.sent;
import static dev.sentryai.telemetry.relay.TestEnvelope.streamed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Attributes whose values are not what they are declared to be. */
class DeclaredTypeTest {

    static Stream<Arguments> types() {
        return Stream.of(
                arguments("boolean", true, true),
                arguments("boolean", "true", false),
                arguments("integer", 1, true),
                arguments("integer", 1.5, false),
                arguments("integer", "1", false),
                arguments("double", 1, true),
                arguments("double", 1.5, true),
                arguments("double", "1.5", false),
                arguments("string", "x", true),
                arguments("string", 1, false),
                arguments("array", List.of("a", "b"), true),
                arguments("array", List.of(1, 1.5), true),
                arguments("array", List.of(), true),
                arguments("array", List.of(1, "a"), false),
                arguments("array", List.of(List.of(1)), false),
                arguments("array", List.of(Map.of()), false),
                arguments("array", "a", false),
                arguments("string[]", List.of("a"), false),
                arguments("object", Map.of(), false));
    }

    @ParameterizedTest
    @MethodSource("types")
    void attributesOfAnotherTypeAreRemoved(String type, Object value, boolean fits) {
        StoredSpan stored = storeRaw(Map.of("type", type, "value", value));

        assertThat(stored.attributes().containsKey("x")).isEqualTo(fits);
        assertThat(stored.changes()
                        .contains(new Change(ChangeKind.REMOVED, "x", "its value is not of the declared type " + type)))
                .isNotEqualTo(fits);
    }

    @Test
    void attributesWithoutTypeOrValueAreRemoved() {
        assertThat(storeRaw(Map.of("value", "x")).changes())
                .contains(new Change(ChangeKind.REMOVED, "x", "it declares no type"));
        assertThat(storeRaw(Map.of("type", "string")).changes())
                .contains(new Change(ChangeKind.REMOVED, "x", "it has no value"));
    }

    private static StoredSpan storeRaw(Map<String, ?> wrapper) {
        Map<String, Object> span = new LinkedHashMap<>(streamed(1, Map.of()));
        span.put("attributes", Map.of("x", wrapper));
        return sent().container(List.of(span)).stored().spans().get(0).stored().orElseThrow();
    }
}
