package dev.sentryai.protocol.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;
import static org.assertj.core.api.InstanceOfAssertFactories.MAP;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonReadTest {

    static Stream<Arguments> values() {
        return Stream.of(
                arguments("true", true),
                arguments("false", false),
                arguments("0", 0L),
                arguments("-0", 0L),
                arguments("-12", -12L),
                arguments("9223372036854775807", Long.MAX_VALUE),
                arguments("-9223372036854775808", Long.MIN_VALUE),
                arguments("9223372036854775808", new BigInteger("9223372036854775808")),
                arguments("1.0", 1.0),
                arguments("-0.0", -0.0),
                arguments("12E-1", 1.2),
                arguments("1e+2", 100.0),
                arguments("1e-999", 0.0),
                arguments("1e999", new BigDecimal("1e999")),
                arguments("\"\"", ""),
                arguments("\"plain é \uD83D\uDE00 \u007f\"", "plain é \uD83D\uDE00 \u007f"),
                arguments("\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"", "\"\\/\b\f\n\r\t"),
                arguments("\"a\\u00e9\\u00E9\\u0000b\"", "aéé\0b"),
                arguments("\"\\ud83d\\ude00\"", "\uD83D\uDE00"),
                arguments("\"\\ud83d\"", "\uD83D"),
                arguments("\"\\ude00\\ud83d\"", "\uDE00\uD83D"),
                arguments("[]", List.of()),
                arguments("{}", Map.of()),
                arguments(" \t\r\n[ 1 , [ ] , { \"a\" : { } } ] ", List.of(1L, List.of(), Map.of("a", Map.of()))),
                arguments("{\"a\":1,\"b\":[true],\"\":\"c\"}", Map.of("a", 1L, "b", List.of(true), "", "c")));
    }

    @ParameterizedTest
    @MethodSource("values")
    void aValueIsReadFromTextAndFromBytes(String text, Object value) {
        assertThat(Json.read(text)).isEqualTo(value);
        assertThat(Json.read(text.getBytes(StandardCharsets.UTF_8))).isEqualTo(value);
    }

    @Test
    void nullIsAValueLikeAnyOther() {
        assertThat(Json.read("null")).isNull();
        assertThat(Json.read("[null]")).asInstanceOf(LIST).containsExactly((Object) null);
        assertThat(Json.read("{\"a\":null}")).asInstanceOf(MAP).containsEntry("a", null);
    }

    @Test
    void containersKeepTheirOrderAndAreTheCallers() {
        assertThat(Json.read("{\"z\":1,\"a\":2,\"m\":3}"))
                .isInstanceOf(LinkedHashMap.class)
                .asInstanceOf(MAP)
                .containsExactly(Map.entry("z", 1L), Map.entry("a", 2L), Map.entry("m", 3L));
        assertThat(Json.read("[1]")).isInstanceOf(ArrayList.class);
    }

    @Test
    void ofMembersWithTheSameNameTheLastCounts() {
        assertThat(Json.read("{\"a\":1,\"b\":2,\"\\u0061\":3}")).isEqualTo(Map.of("a", 3L, "b", 2L));
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        Map<String, Object> value =
                Map.of("text", "a\"b\\c\n\uD83D\uDE00", "numbers", List.of(1L, 2.5, -3e300), "empty", List.of());

        assertThat(Json.read(Json.write(value))).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "``           | 0  | expected a value but found the end",
                "` `          | 1  | expected a value but found the end",
                "nul          | 0  | expected a value but found 'n'",
                "True         | 0  | expected a value but found 'T'",
                "NaN          | 0  | expected a value but found 'N'",
                "+1           | 0  | expected a value but found '+'",
                ".5           | 0  | expected a value but found '.'",
                "'a'          | 0  | expected a value but found '''",
                "٣            | 0  | expected a value but found U+0663",
                "\uFEFF1      | 0  | expected a value but found U+FEFF",
                "-            | 1  | expected a digit but found the end",
                "-a           | 1  | expected a digit but found 'a'",
                "1.           | 2  | expected a digit but found the end",
                "1e+          | 3  | expected a digit but found the end",
                "01           | 1  | expected nothing after the value but found '1'",
                "1 2          | 2  | expected nothing after the value but found '2'",
                "nullx        | 4  | expected nothing after the value but found 'x'",
                "{} {}        | 3  | expected nothing after the value but found '{'",
                "[1]//        | 3  | expected nothing after the value but found '/'",
                "\"           | 1  | expected the rest of the string but found the end",
                "\"a          | 2  | expected the rest of the string but found the end",
                "\"a\\n       | 4  | expected the rest of the string but found the end",
                "`\"a\tb\"`   | 2  | expected the rest of the string but found U+0009",
                "\"\\x\"      | 2  | expected an escape such as \\n but found 'x'",
                "\"\\         | 2  | expected an escape such as \\n but found the end",
                "\"\\u12g4\"  | 5  | expected four hexadecimal digits but found 'g'",
                "\"\\u12      | 5  | expected four hexadecimal digits but found the end",
                "\"\\u００００\" | 3  | expected four hexadecimal digits but found U+FF10",
                "[            | 1  | expected a value but found the end",
                "[1           | 2  | expected ',' or ']' but found the end",
                "[1,          | 3  | expected a value but found the end",
                "[1,]         | 3  | expected a value but found ']'",
                "[1 2]        | 3  | expected ',' or ']' but found '2'",
                "[1}          | 2  | expected ',' or ']' but found '}'",
                "]            | 0  | expected a value but found ']'",
                "{            | 1  | expected a name in quotes but found the end",
                "{a:1}        | 1  | expected a name in quotes but found 'a'",
                "{1:1}        | 1  | expected a name in quotes but found '1'",
                "{,}          | 1  | expected a name in quotes but found ','",
                "{\"a\":1,}   | 7  | expected a name in quotes but found '}'",
                "{\"a\"       | 4  | expected ':' but found the end",
                "{\"a\" 1}    | 5  | expected ':' but found '1'",
                "{\"a\":      | 5  | expected a value but found the end",
                "{\"a\":1]    | 6  | expected ',' or '}' but found ']'",
                "[1e99999999999] | 1 | the exponent of a number is out of range"
            })
    void everythingElseIsRefusedWithPlaceAndReason(String text, long offset, String reason) {
        MalformedJsonException refused = catchThrowableOfType(MalformedJsonException.class, () -> Json.read(text));

        assertThat(refused).hasMessage("JSON is malformed at offset " + offset + ": " + reason);
        assertThat(refused.offset()).isEqualTo(offset);
        assertThat(refused.reason()).isEqualTo(reason);
    }

    @Test
    void aNulIsNoEndOfTheText() {
        assertThatExceptionOfType(MalformedJsonException.class)
                .isThrownBy(() -> Json.read("1\0"))
                .withMessageEndingWith("offset 1: expected nothing after the value but found U+0000");
        assertThatExceptionOfType(MalformedJsonException.class)
                .isThrownBy(() -> Json.read("\"\0\""))
                .withMessageEndingWith("offset 1: expected the rest of the string but found U+0000");
    }

    @Test
    void placesInBytesCountBytes() {
        byte[] text = "[\"é\uD83D\uDE00\" x]".getBytes(StandardCharsets.UTF_8);

        assertThatExceptionOfType(MalformedJsonException.class)
                .isThrownBy(() -> Json.read(text))
                .withMessage("JSON is malformed at offset 10: expected ',' or ']' but found 'x'");
    }

    @ParameterizedTest
    @ValueSource(ints = {0xFF, 0xC3})
    void bytesThatAreNotUtf8AreRefused(int broken) {
        byte[] text = {'[', '"', (byte) broken};

        assertThatExceptionOfType(MalformedJsonException.class)
                .isThrownBy(() -> Json.read(text))
                .withMessage("JSON is malformed at offset 2: not UTF-8");
    }

    @Test
    void nestingIsAllowedUpToTheLimit() {
        Object value = Json.read("[{\"a\":".repeat(256) + "1" + "}]".repeat(256));

        assertThat(value).asInstanceOf(LIST).hasSize(1);
        assertThatExceptionOfType(MalformedJsonException.class)
                .isThrownBy(() -> Json.read("[".repeat(1_000_000)))
                .withMessage("JSON is malformed at offset 512: arrays and objects nest deeper than 512");
    }

    @Test
    void siblingsAreNotNesting() {
        assertThat(Json.read("[" + "[],{},".repeat(1000) + "1]"))
                .asInstanceOf(LIST)
                .hasSize(2001);
    }

    @Test
    void numbersAreReadUpToAThousandCharacters() {
        assertThat(Json.read("9".repeat(1000))).isEqualTo(new BigInteger("9".repeat(1000)));
        assertThatExceptionOfType(MalformedJsonException.class)
                .isThrownBy(() -> Json.read("[" + "9".repeat(1_000_000) + "]"))
                .withMessage("JSON is malformed at offset 1: a number has more than 1000 characters");
    }

    @ParameterizedTest
    @NullSource
    void absentTextIsRefused(String absent) {
        assertThatNullPointerException().isThrownBy(() -> Json.read(absent)).withMessage("text");
    }
}
