package dev.sentryai.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.sentryai.protocol.json.JsonText;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.AbstractList;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.ConcurrentModificationException;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class AttributeValueTest {

    private enum Level {
        LOW,
        HIGH {}
    }

    private record Point(int x, Optional<String> label, double weight) {}

    private record Fragile(String name) {
        @Override
        public String name() {
            throw new IllegalStateException("secret");
        }
    }

    private static final class Account {
        @SuppressWarnings("unused") // what must never show up
        private final String password = "hunter2";

        @Override
        public String toString() {
            return "Account[password=hunter2]";
        }
    }

    static Stream<Arguments> scalars() {
        return Stream.of(
                arguments("text", "text"),
                arguments(new StringBuilder("text"), "text"),
                arguments('c', "c"),
                arguments("text".toCharArray(), "text"),
                arguments(true, true),
                arguments((byte) 1, 1L),
                arguments(1, 1L),
                arguments(Long.MIN_VALUE, Long.MIN_VALUE),
                arguments(new AtomicInteger(3), 3L),
                arguments(BigInteger.TEN, 10L),
                arguments(BigInteger.ONE.shiftLeft(63), "9223372036854775808"),
                arguments(0.7f, 0.7d),
                arguments(0.5d, 0.5d),
                arguments(new BigDecimal("0.1"), 0.1d),
                arguments(new BigDecimal("0.10000000000000000001"), "0.10000000000000000001"),
                arguments(new BigDecimal("1E+400"), "1E+400"),
                arguments(Double.NaN, "NaN"),
                arguments(Float.NEGATIVE_INFINITY, "-Infinity"),
                arguments(Level.LOW, "LOW"),
                arguments(Level.HIGH, "HIGH"),
                arguments(Optional.of(Optional.of("inside")), "inside"),
                arguments(OptionalInt.of(1), 1L),
                arguments(OptionalLong.of(2), 2L),
                arguments(OptionalDouble.of(Double.NaN), "NaN"),
                arguments(Instant.EPOCH, "1970-01-01T00:00:00Z"),
                arguments(new java.sql.Date(0), "1970-01-01T00:00:00Z"),
                arguments(LocalDate.of(2026, 1, 2), "2026-01-02"),
                arguments(Duration.ofMillis(1500), "PT1.5S"),
                arguments(URI.create("https://example.com"), "https://example.com"),
                arguments(String.class, "java.lang.String"),
                arguments(new byte[] {1, 2}, "[Blob substitute]"),
                arguments(new ByteArrayInputStream(new byte[1]), "[Blob substitute]"),
                arguments(new Account(), "<dev.sentryai.value.AttributeValueTest$Account>"),
                arguments("a\uD800b", "a\uFFFDb"),
                arguments("\uDE00\uD83D\uDE00\uD83D", "\uFFFD\uD83D\uDE00\uFFFD"),
                arguments(JsonText.of("{\"a\": 1}").orElseThrow(), "{\"a\": 1}"));
    }

    static Stream<Arguments> structures() {
        return Stream.of(
                arguments(List.of("a", "b"), List.of("a", "b")),
                arguments(new String[] {"a"}, List.of("a")),
                arguments(new int[] {1, 2}, List.of(1L, 2L)),
                arguments(List.of(1, 0.5), List.of(1d, 0.5d)),
                arguments(List.of(Level.LOW, "x"), List.of("LOW", "x")),
                arguments(List.of(), List.of()),
                arguments(Set.of(true), List.of(true)),
                arguments(List.of("a", 1), "[\"a\",1]"),
                arguments(List.of(0.5, Double.NaN), "[0.5,\"NaN\"]"),
                arguments(Arrays.asList("a", null), "[\"a\",null]"),
                arguments(List.of(List.of("a")), "[[\"a\"]]"),
                arguments(new TreeMap<>(Map.of(2, "b", 1, Optional.empty())), "{\"1\":null,\"2\":\"b\"}"),
                arguments(Map.of(Level.LOW, new byte[1]), "{\"LOW\":\"[Blob substitute]\"}"),
                arguments(Collections.singletonMap(null, List.of()), "{\"null\":[]}"),
                arguments(Map.of(List.of("key"), 1), "{\"<java.util.ImmutableCollections$List12>\":1}"),
                arguments(new Point(1, Optional.of("p"), 0.5), "{\"x\":1,\"label\":\"p\",\"weight\":0.5}"),
                arguments(new Fragile("x"), "{\"name\":\"<failed: java.lang.IllegalStateException>\"}"),
                arguments(List.of(JsonText.of("{\"a\": 1}").orElseThrow()), "[{\"a\": 1}]"),
                arguments(Map.of("a", new Account()), "{\"a\":\"<dev.sentryai.value.AttributeValueTest$Account>\"}"));
    }

    @ParameterizedTest
    @MethodSource("scalars")
    void scalarKeepsItsTypeOrBecomesText(Object value, Object expected) {
        assertThat(AttributeValue.of(value)).contains(expected);
        assertThat(AttributeValue.normalized(value, true)).contains(expected);
    }

    @ParameterizedTest
    @MethodSource("structures")
    void structureIsPrimitiveListOrJson(Object value, Object expected) {
        assertThat(AttributeValue.of(value)).contains(expected);
    }

    @Test
    void nothingIsAbsent() {
        assertThat(AttributeValue.of(null)).isEmpty();
        assertThat(AttributeValue.of(Optional.empty())).isEmpty();
        assertThat(AttributeValue.of(OptionalDouble.empty())).isEmpty();
        assertThat(AttributeValue.normalized(Collections.singletonList(null), true))
                .isEmpty();
    }

    @Test
    void listDoesNotFollowItsOriginal() {
        List<String> original = new ArrayList<>(List.of("a"));

        Object value = AttributeValue.of(original).orElseThrow();
        original.add("b");

        assertThat(value).isEqualTo(List.of("a"));
    }

    @Test
    void circleIsNamedInItsPlace() {
        Map<String, Object> outer = new LinkedHashMap<>();
        List<Object> inner = new ArrayList<>(List.of("x", outer));
        outer.put("inner", inner);
        outer.put("twice", List.of("same"));
        outer.put("again", List.of("same"));

        assertThat(AttributeValue.of(outer))
                .contains("{\"inner\":[\"x\",\"<circular reference>\"],\"twice\":[\"same\"],\"again\":[\"same\"]}");
    }

    @Test
    void depthIsCut() {
        Object deep = "bottom";
        for (int i = 0; i < 10_000; i++) {
            deep = List.of(deep);
        }

        assertThat(AttributeValue.of(deep))
                .get()
                .asString()
                .startsWith("[[[")
                .contains("[\"...\"]")
                .doesNotContain("bottom");
    }

    @Test
    void throwingCodeCostsItsOwnPlaceOnly() {
        List<Object> brokenList = new AbstractList<>() {
            @Override
            public Object get(int index) {
                throw new AssertionError();
            }

            @Override
            public int size() {
                return 1;
            }
        };
        Map<String, Object> value = new LinkedHashMap<>();
        value.put("text", new BrokenText());
        value.put("list", brokenList);
        value.put("rest", 1);

        assertThat(AttributeValue.of(value))
                .contains("{\"text\":\"<failed: java.lang.StackOverflowError>\","
                        + "\"list\":\"<failed: java.lang.AssertionError>\",\"rest\":1}");
    }

    @Test
    void mapThatChangesWhileReadKeepsWhatWasRead() {
        Map<String, Object> changing = new HashMap<>();
        changing.put("a", new AbstractList<>() {
            @Override
            public Object get(int index) {
                changing.put("new" + changing.size(), 1);
                return "first";
            }

            @Override
            public int size() {
                return 1;
            }
        });
        changing.put("b", 2);

        assertThat(AttributeValue.of(changing))
                .contains("{\"a\":[\"first\"],\"...\":\"<failed: " + ConcurrentModificationException.class.getName()
                        + ">\"}");
    }

    @Test
    void hugeTextIsCutBetweenCharacters() {
        String huge = "\uD83D\uDE00".repeat(AttributeValue.MAX_CHARS);

        String value = (String) AttributeValue.of(huge).orElseThrow();

        assertThat(value).hasSizeLessThanOrEqualTo(AttributeValue.MAX_CHARS + 3).endsWith("\uD83D\uDE00...");
    }

    @Test
    void hugeStructureStaysJson() {
        String text = "x".repeat(AttributeValue.MAX_CHARS / 2);
        Map<String, Object> huge = new TreeMap<>();
        for (String key : List.of("a", "b", "c", "d")) {
            huge.put(key, List.of(text, 1));
        }

        String value = (String) AttributeValue.of(huge).orElseThrow();

        assertThat(value).hasSizeLessThan(AttributeValue.MAX_CHARS + 1_000);
        assertThat(JsonText.of(value)).isPresent();
    }

    @Test
    void endlessMapIsCut() {
        Map<Object, Object> endless = new EndlessMap();

        String value = (String) AttributeValue.of(endless).orElseThrow();

        assertThat(value).endsWith("\"...\":\"...\"}");
    }

    static Stream<Arguments> normalized() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("a", List.of(1));
        map.put("b", null);
        map.put("c", List.of(Map.of("x", List.of(1))));
        return Stream.of(
                arguments(List.of(), "[]", "[]"),
                arguments(List.of(List.of()), "[]", "[[]]"),
                arguments(List.of("only"), "only", "[\"only\"]"),
                arguments(List.of(List.of("a")), "a", "[[\"a\"]]"),
                arguments(List.of("a", "b"), "[\"a\",\"b\"]", "[\"a\",\"b\"]"),
                arguments(new String[][] {{"a"}, {"b"}}, "[\"a\",\"b\"]", "[[\"a\"],[\"b\"]]"),
                arguments(Set.of(1), 1L, "[1]"),
                arguments(new boolean[] {true}, true, "[true]"),
                arguments(map, "{\"a\":1,\"b\":null,\"c\":{\"x\":1}}", "{\"a\":[1],\"b\":null,\"c\":[{\"x\":[1]}]}"));
    }

    @ParameterizedTest
    @MethodSource("normalized")
    void unpackReplacesListOfOneAtEveryDepth(Object value, Object unpacked, Object packed) {
        assertThat(AttributeValue.normalized(value, true)).contains(unpacked);
        assertThat(AttributeValue.normalized(value, false)).contains(packed);
    }

    private static final class BrokenText implements CharSequence {
        @Override
        public int length() {
            return 1;
        }

        @Override
        public char charAt(int index) {
            return 'x';
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return this;
        }

        @Override
        public String toString() {
            return toString() + '!';
        }
    }

    private static final class EndlessMap extends AbstractMap<Object, Object> {
        @Override
        public Set<Entry<Object, Object>> entrySet() {
            return new AbstractSet<>() {
                @Override
                public Iterator<Entry<Object, Object>> iterator() {
                    return Stream.<Entry<Object, Object>>generate(() -> Map.entry("key", "value".repeat(1_000)))
                            .iterator();
                }

                @Override
                public int size() {
                    return Integer.MAX_VALUE;
                }
            };
        }
    }
}
