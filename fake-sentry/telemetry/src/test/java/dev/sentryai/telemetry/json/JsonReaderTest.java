package dev.sentryai.telemetry.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.AbstractMap.SimpleEntry;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonReaderTest {

    @Test
    void valuesAreRead() {
        assertThat(JsonReader.read("\"a\\u00e9\\n\"")).isEqualTo("aé\n");
        assertThat(JsonReader.read("true")).isEqualTo(true);
        assertThat(JsonReader.read(" null ")).isNull();
        assertThat(JsonReader.read("[1,null,\"x\",[]]")).isEqualTo(Arrays.asList(1L, null, "x", List.of()));
    }

    @Test
    void numbersKeepWhatWasSent() {
        assertThat(JsonReader.read("9007199254740993")).isEqualTo(9007199254740993L);
        assertThat(JsonReader.read("-9223372036854775808")).isEqualTo(Long.MIN_VALUE);
        assertThat(JsonReader.read("9223372036854775808")).isEqualTo(new BigInteger("9223372036854775808"));
        assertThat(JsonReader.read("1795189242.562653")).isEqualTo(1795189242.562653);
        assertThat(JsonReader.read("1.0")).isEqualTo(1.0);
        assertThat(JsonReader.read("1e400")).isEqualTo(new BigDecimal("1e400"));
    }

    @Test
    void membersKeepTheirOrderAndTheLastOfSeveralWins() {
        JsonObject object = (JsonObject) JsonReader.read("{\"b\":1,\"a\":2,\"b\":3}");

        assertThat(object).containsExactly(Map.entry("b", 3L), Map.entry("a", 2L));
    }

    @Test
    void objectsKnowTheirOffsetInBytes() {
        byte[] bytes = "xx {\"ü\":[ {}]}".getBytes(UTF_8);

        JsonObject object = (JsonObject) JsonReader.read(bytes, 2, bytes.length - 2);

        assertThat(object.offset()).isEqualTo(1);
        assertThat(((JsonObject) object.array("ü").get(0)).offset()).isEqualTo(9);
    }

    @Test
    void membersOfAnotherTypeAreAbsent() {
        JsonObject object = (JsonObject) JsonReader.read("{\"a\":1,\"n\":null}");

        assertThat(object.string("a")).isEmpty();
        assertThat(object.text("n")).isNull();
        assertThat(object.object("a")).isEmpty();
        assertThat(object.array("a")).isEmpty();
        assertThat(object.containsKey("n")).isTrue();
    }

    @Test
    void resultsCannotBeChanged() {
        JsonObject object = (JsonObject) JsonReader.read("{\"a\":[]}");

        assertThatThrownBy(() -> object.put("b", 1)).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> object.remove("a")).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> object.array("a").clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`` | 0",
                "{ | 1",
                "[1,] | 3",
                "oops | 0",
                "oops oops | 0",
                "` oöps {}` | 1",
                "{\"a\":nul} | 5",
                "{\"a\":truer,\"b\":1} | 5",
                "1 2 | 2",
                "NaN | 0",
                "{\"a\":01} | 6"
            })
    void faultsAreReportedWithTheirPlace(String text, long offset) {
        assertThatExceptionOfType(MalformedJsonException.class)
                .isThrownBy(() -> JsonReader.read(text.getBytes(UTF_8)))
                .satisfies(e -> assertThat(e.offset()).isEqualTo(offset))
                .satisfies(e -> assertThat(e.reason()).isNotBlank());
        assertThatExceptionOfType(MalformedJsonException.class)
                .isThrownBy(() -> JsonReader.read(text))
                .satisfies(e -> assertThat(e.offset()).isEqualTo(offset));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"a\":"})
    void nestingBeyondTheLimitIsRefused(String open) {
        String close = open.startsWith("[") ? "]" : "}";
        String fits =
                open.repeat(JsonReader.MAX_DEPTH) + (close.equals("]") ? "" : "1") + close.repeat(JsonReader.MAX_DEPTH);

        assertThat(JsonReader.read(fits)).isNotNull();
        assertThatThrownBy(() -> JsonReader.read(open.repeat(1_000_000)))
                .isInstanceOf(MalformedJsonException.class)
                .hasMessageContaining("arrays and objects nest deeper than 500 levels");
    }

    @Test
    void brokenUtf8IsRefused() {
        byte[] bytes = {'"', (byte) 0xc3, '"'};

        assertThatThrownBy(() -> JsonReader.read(bytes)).isInstanceOf(MalformedJsonException.class);
    }

    @Test
    void utf16IsRefused() {
        assertThatThrownBy(() -> JsonReader.read("{\"a\":1}".getBytes(java.nio.charset.StandardCharsets.UTF_16LE)))
                .isInstanceOf(MalformedJsonException.class);
    }

    @Test
    void manyMembersAreFoundAndTheRepeatedNameIsTold() {
        String members = IntStream.range(0, 5000)
                .mapToObj(i -> "\"gen_ai.key." + i % 4000 + "\":" + i)
                .collect(Collectors.joining(","));

        JsonObject object = (JsonObject) JsonReader.read(("{" + members + "}").getBytes(UTF_8));

        assertThat(object).hasSize(4000);
        assertThat(object.repeated()).isEqualTo("gen_ai.key.999");
        assertThat(object.get("gen_ai.key.999")).isEqualTo(4999L);
        assertThat(object.get("gen_ai.key.3999")).isEqualTo(3999L);
        assertThat(object.get("gen_ai.key.4000")).isNull();
        assertThat(object.keySet().iterator().next()).isEqualTo("gen_ai.key.0");
    }

    @Test
    void wrappedValuesAreUnwrapped() {
        JsonObject wrapped = (JsonObject) JsonReader.read("{\"a\":{\"value\":1},\"b\":{\"type\":2},\"c\":3}");

        assertThat(wrapped.unwrapped("value"))
                .containsExactly(Map.entry("a", 1L), new SimpleEntry<>("b", null), Map.entry("c", 3L));
    }

    @Test
    void objectsAreMadeOfPlainValues() {
        assertThat(JsonObject.of(Map.of())).isEmpty();
        assertThat(JsonObject.of(Map.of("a", 1L)).get("a")).isEqualTo(1L);
        assertThat(JsonObject.of(Map.of("a", 1L)).offset()).isZero();
    }

    @Test
    void plusAddsWhatIsMissing() {
        JsonObject one = (JsonObject) JsonReader.read("{\"a\":1,\"b\":2}");
        JsonObject other = (JsonObject) JsonReader.read("{\"b\":3,\"c\":4}");

        assertThat(one.plus(other)).containsExactly(Map.entry("a", 1L), Map.entry("b", 2L), Map.entry("c", 4L));
        assertThat(one.plus(JsonObject.EMPTY)).isSameAs(one);
    }
}
