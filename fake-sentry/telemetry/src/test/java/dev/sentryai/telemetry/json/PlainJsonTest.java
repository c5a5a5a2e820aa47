package dev.sentryai.telemetry.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the plain reader reads, the thorough one must read just so. */
class PlainJsonTest {

    private static final String TELEMETRY =
            "{\"version\":2,\"items\":[{\"trace_id\":\"0af7651916cd43dd8448eb211c80319c\","
                    + "\"is_segment\":false,\"parent\":null,\"start_timestamp\":1795189242.562653,\"end\":17.5e-1,"
                    + "\"attributes\":{\"gen_ai.usage.input_tokens\":{\"value\":-12,\"type\":\"integer\"},"
                    + "\"gen_ai.input.messages\":{\"value\":\"[{\\\"role\\\":\\\"user\\\",\\n\\u00e9\\ud83d\\ude00 °😀}]\",\"type\":\"string\"},"
                    + "\"gen_ai.cost\":{\"value\":[0.25,true,{}],\"type\":\"array\"}}},\n {\"trace_id\":\"é\",\"is_segment\":true}]}";

    private final PlainJson plain = new PlainJson();

    @ParameterizedTest
    @ValueSource(
            strings = {
                TELEMETRY,
                " [ ] ",
                "{}",
                "{ \"a\" : 1 , \"b\" : [ { } ] }",
                "\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u0000\\u00E9\\uD83D\\ude00\"",
                "\"Wrocław, 21 °C, 東京 😀\"",
                "\"\\ud800\"",
                "\"\\ud800\\u0041\"",
                "\"\\udc00\"",
                "-0",
                "0.0",
                "-0.5",
                "999999999999999999",
                "1795189242.56265312345",
                "1E+5",
                "1.5e-7",
                "[true,false,null]"
            })
    void readsWhatSdksWrite(String json) {
        assertThat(read(json)).isNotSameAs(PlainJson.UNUSUAL);
        assertIsReadAlike(json);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "[",
                "[1,]",
                "{\"a\":1,}",
                "{\"a\"}",
                "{a:1}",
                "{\"a\":1,\"a\":2}",
                "[1}",
                "{\"a\":1]",
                "\"a",
                "\"\\",
                "\"\\x\"",
                "\"\\u12\"",
                "\"\\u00g0\"",
                "\"a\nb\"",
                "01",
                "-",
                "1.",
                ".5",
                "1e",
                "1e400",
                "1000000000000000000",
                "tru",
                "nulll",
                "1 2",
                "[]\0",
                "{\"é\":1}",
                "{\"a\\n\":1}"
            })
    void leavesTheRestToTheThoroughReader(String json) {
        assertThat(read(json)).isSameAs(PlainJson.UNUSUAL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "C080",
                "C1BF",
                "E282",
                "E28241",
                "E08080",
                "EDA080",
                "F0808080",
                "F4908080",
                "F8888080",
                "80",
                "E2"
            })
    void leavesBrokenUtf8ToTheThoroughReader(String hex) {
        byte[] broken = HexFormat.of().parseHex("22" + hex + "22");

        assertThat(plain.read(broken, 0, broken.length, false)).isSameAs(PlainJson.UNUSUAL);
    }

    @ParameterizedTest
    @ValueSource(ints = {0x80, 0x7FF, 0x800, 0xD7FF, 0xE000, 0xFFFD, 0xFFFF, 0x10000, 0x10FFFF})
    void readsCharactersOfAllSizes(int character) {
        String text = Character.toString(character);

        assertThat(read("\"a" + text + "\"")).isEqualTo("a" + text);
        assertIsReadAlike("[\"a" + text + "\",{}]");
    }

    @Test
    void halvesOfCharactersInTextsAreLeftToTheThoroughReader() {
        assertThat(JsonReader.read("\"\ud800 \udc00\"")).isEqualTo("\ud800 \udc00");
        assertThat(JsonReader.read("\"\ud83d\ude00\"")).isEqualTo("\ud83d\ude00");
    }

    @Test
    void leavesWhatIsDeepOrLongToTheThoroughReader() {
        assertThat(read("[".repeat(101) + "]".repeat(101))).isSameAs(PlainJson.UNUSUAL);
        assertThat(read("{\"a\":".repeat(101) + "1" + "}".repeat(101))).isSameAs(PlainJson.UNUSUAL);
        assertThat(read("{\"" + "n".repeat(101) + "\":1}")).isSameAs(PlainJson.UNUSUAL);
        assertThat(read("0." + "1".repeat(100))).isSameAs(PlainJson.UNUSUAL);
    }

    @Test
    void readsLargeTexts() {
        String members = "{\"text\":\"" + "\\n\\u00e9".repeat(20_000) + "\",\"list\":[" + "1,".repeat(1000) + "1]}";

        assertThat(read(members)).isNotSameAs(PlainJson.UNUSUAL);
        assertIsReadAlike(members);
        assertIsReadAlike(TELEMETRY);
    }

    @Test
    void readsPartsOfArrays() {
        byte[] bytes = "xx {\"a\":[7]}9\"".getBytes(UTF_8);

        assertThat(plain.read(bytes, 2, 10, false)).isEqualTo(JsonReader.read("{\"a\":[7]}"));
        assertThat(plain.read(bytes, 2, 9, false)).isSameAs(PlainJson.UNUSUAL);
        assertThat(plain.read(bytes, 12, 1, false)).isEqualTo(9L);
        assertThat(plain.read(bytes, 13, 1, false)).isSameAs(PlainJson.UNUSUAL);
    }

    @Test
    void remembersNamesAndShortTextsForTheNextObject() {
        JsonObject first = (JsonObject) read("{\"type\":\"string\",\"value\":1}");
        JsonObject second = (JsonObject) read("{\"type\":\"string\",\"value\":2}");

        assertThat(second.get("type")).isSameAs(first.get("type"));
        assertThat(second.keySet().iterator().next()).isSameAs("type");
    }

    @Test
    void damagedTelemetryIsReadAlikeOrLeftToTheThoroughReader() {
        Random random = new Random(7);
        byte[] original = TELEMETRY.getBytes(UTF_8);
        String alphabet = "{}[]\":,\\ \n0123456789.eE+-tfnu\u00e9a\0";
        for (int i = 0; i < 20_000; i++) {
            byte[] damaged = original.clone();
            for (int n = random.nextInt(3); n >= 0; n--) {
                byte[] letter = String.valueOf(alphabet.charAt(random.nextInt(alphabet.length())))
                        .getBytes(UTF_8);
                damaged[random.nextInt(damaged.length)] = letter[random.nextInt(letter.length)];
            }
            assertIsReadAlike(damaged);
        }
    }

    private @Nullable Object read(String json) {
        byte[] bytes = json.getBytes(UTF_8);
        return plain.read(bytes, 0, bytes.length, true);
    }

    private void assertIsReadAlike(String json) {
        Object value = read(json);
        assertThat(value).isEqualTo(ThoroughJson.read(json));
        assertThat(offsets(value)).isEqualTo(offsets(ThoroughJson.read(json)));
        assertIsReadAlike(json.getBytes(UTF_8));
    }

    private void assertIsReadAlike(byte[] json) {
        Object value = plain.read(json, 0, json.length, false);
        if (value != PlainJson.UNUSUAL) {
            Object expected = ThoroughJson.read(json, 0, json.length);
            assertThat(value).as(() -> new String(json, UTF_8)).isEqualTo(expected);
            assertThat(offsets(value)).isEqualTo(offsets(expected));
        }
    }

    /** Of all objects, in the order of the text. */
    private static List<Long> offsets(@Nullable Object value) {
        List<Long> all = new ArrayList<>();
        if (value instanceof JsonObject object) {
            all.add(object.offset());
            object.values().forEach(member -> all.addAll(offsets(member)));
        } else if (value instanceof List<?> list) {
            list.forEach(element -> all.addAll(offsets(element)));
        }
        return all;
    }
}
