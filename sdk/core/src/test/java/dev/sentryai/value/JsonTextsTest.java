package dev.sentryai.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTextsTest {

    private static String upper(String text) {
        return JsonTexts.map(text, change -> change.toUpperCase(Locale.ROOT));
    }

    @Test
    void textsChangeAndStructureStays() {
        assertThat(upper("{\"a\" : [\"b\", {\"c\":\"d\"}], \"e\":null, \"f\":true}"))
                .isEqualTo("{\"a\" : [\"B\", {\"c\":\"D\"}], \"e\":null, \"f\":true}");
    }

    @Test
    void escapesAreUndoneForTheChangeAndDoneAfterIt() {
        String json = "[\"\\\"a\\\\\\n\\u00e9\\uD83D\\uDE00\\/\\t\"]";

        String seen = JsonTexts.map(json, text -> {
            assertThat(text).isEqualTo("\"a\\\n\u00e9\uD83D\uDE00/\t");
            return "\"x\\";
        });

        assertThat(seen).isEqualTo("[\"\\\"x\\\\\"]");
    }

    @Test
    void kindsOfMessagesAndPartsStay() {
        String json =
                "[{\"role\":\"user\",\"parts\":[{\"type\":\"tool_call\",\"name\":\"n\"}],\"finish_reason\":\"stop\"}]";

        assertThat(upper(json)).isEqualTo(json.replace("\"n\"", "\"N\""));
        assertThat(upper("{\"type\":\"Mixed case\"}")).isEqualTo("{\"type\":\"MIXED CASE\"}");
    }

    @Test
    void numbersThatChangeBecomeTexts() {
        String changed = JsonTexts.map("{\"card\":4111,\"n\":-1.5e3}", text -> text.replace("4111", "[card]"));

        assertThat(changed).isEqualTo("{\"card\":\"[card]\",\"n\":-1.5e3}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain", "{broken", "12", "", "[1"})
    void whatIsNotStructuredChangesAsAWhole(String text) {
        assertThat(JsonTexts.map(text, whole -> '<' + whole + '>')).isEqualTo('<' + text + '>');
    }

    @Test
    void elementsOfAnArrayAreCounted() {
        assertThat(JsonTexts.elementsOf("[]")).hasValue(0);
        assertThat(JsonTexts.elementsOf(" [ 1 ] ")).hasValue(1);
        assertThat(JsonTexts.elementsOf("[{\"a\":[1,2],\"b\":\"],[\"}, \"c,\\\"\", []]"))
                .hasValue(3);
        assertThat(JsonTexts.elementsOf("{\"a\":[1,2]}")).isEmpty();
        assertThat(JsonTexts.elementsOf("[1,2")).isEmpty();
        assertThat(JsonTexts.elementsOf("Weather?")).isEmpty();
    }
}
