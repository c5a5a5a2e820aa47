package dev.sentryai.protocol.json;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "true",
                "false",
                "0",
                "-0.5e+10",
                "12E-3",
                "\"\"",
                "\"a\\u00e9\\n\\/\\\"\"",
                "\"\uD83D\uDE00\"",
                "\"\\ud83d\"",
                "{}",
                "[]",
                " \t\r\n[ 1 , [ ] , { \"a\" : { } , \"b\" : [ null ] } ] ",
                "[[[1],2],{\"a\":[{\"b\":\"c\"}]}]"
            })
    void oneJsonValueIsAccepted(String text) {
        assertThat(JsonText.of(text)).map(JsonText::text).contains(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "nul",
                "nullx",
                "True",
                "01",
                "1.",
                ".5",
                "-",
                "+1",
                "1e",
                "NaN",
                "1 2",
                "\"",
                "\"a",
                "\"\\x\"",
                "\"\\u12g4\"",
                "\"\\u12",
                "\"a\nb\"",
                "\"\uD83D\"",
                "\"\uDE00\"",
                "'a'",
                "[",
                "[1",
                "[1,",
                "[1,]",
                "[1 2]",
                "[1}",
                "]",
                "{",
                "{\"a\"",
                "{\"a\":",
                "{\"a\" 1}",
                "{\"a\":1,}",
                "{\"a\":1]",
                "{a:1}",
                "{1:1}",
                "{,}",
                "{} {}",
                "[1] // no",
                "\0",
                "1\0"
            })
    void everythingElseIsNot(String text) {
        assertThat(JsonText.of(text)).isEmpty();
        assertThat(JsonText.orString(text)).isSameAs(text);
    }

    @Test
    void nestingIsAllowedUpToTheLimit() {
        assertThat(JsonText.of("[".repeat(256) + "]".repeat(256))).isPresent();
        assertThat(JsonText.of("[".repeat(257) + "]".repeat(257))).isEmpty();
        assertThat(JsonText.of("[".repeat(1_000_000))).isEmpty();
    }

    @Test
    void sameTextIsEqual() {
        Object text = JsonText.orString("[1]");

        assertThat(text).isEqualTo(JsonText.orString("[1]")).hasSameHashCodeAs(JsonText.orString("[1]"));
        assertThat(text)
                .isNotEqualTo(JsonText.orString("[2]"))
                .isNotEqualTo("[1]")
                .hasToString("[1]");
    }
}
