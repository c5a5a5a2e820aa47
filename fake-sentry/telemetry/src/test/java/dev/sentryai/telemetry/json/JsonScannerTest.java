package dev.sentryai.telemetry.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sentryai.fixtures.Recordings;
import dev.sentryai.telemetry.envelope.EnvelopeReader;
import dev.sentryai.telemetry.envelope.Item;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The scanner may leave text to jackson-core, but where it reads, both must say the same. Text is read by jackson-core alone. */
class JsonScannerTest {

    private static final int MUTATIONS = 100;
    private static final String SPICE = "{}[]\",:\\ue0159.+-E \n\u0000ténulltrue";

    static List<String> payloads() {
        return Recordings.all().stream()
                .flatMap(recording -> EnvelopeReader.parse(recording.bytes()).items().stream())
                .filter(item -> item.length() < 4000)
                .map(Item::payload)
                .map(payload -> new String(payload, UTF_8))
                .filter(payload -> payload.startsWith("{"))
                .distinct()
                .toList();
    }

    @Test
    void recordingsAreReadWithoutHelp() {
        assertThat(payloads()).isNotEmpty().allSatisfy(payload -> {
            Object read = scan(payload);

            assertThat(read).isNotSameAs(JsonScanner.NOT_READ).isEqualTo(JsonReader.read(payload));
        });
    }

    @ParameterizedTest
    @MethodSource("payloads")
    void damagedTextIsReadAsJacksonReadsItOrNotAtAll(String payload) {
        Random random = new Random(payload.hashCode());
        for (int i = 0; i < MUTATIONS; i++) {
            String damaged = damage(payload, random);
            Object read = scan(damaged);
            if (read != JsonScanner.NOT_READ) {
                assertThat(Objects.equals(read, JsonReader.read(damaged)))
                        .as(damaged)
                        .isTrue();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"\\u00e9\\n\\\"\\\\ \\/\\b\\f\\r\\t\\ud83d\\ude00 é 漢 😀\"",
                "[0,-0,0.0,-0.0,12,-12,1.5,123456789012345678,1795000000.125,1e3,-1E-3,0.1e+2,3.141592653589793238]",
                "{\"\":{},\"a\":[],\"b\":[{}, {\"c\":null}], \"true\" : true , \"false\":false}",
                " \r\n\t[ 1 , 2 ] ",
                "{\"12345678\":1,\"123456781234567\":2,\"1234567812345678\":3}"
            })
    void whatIsWellFormedIsRead(String text) {
        assertThat(scan(text)).isNotSameAs(JsonScanner.NOT_READ).isEqualTo(JsonReader.read(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{\"a\":1,}",
                "[1,]",
                "[,1]",
                "{,}",
                "{\"a\"}",
                "{\"a\":}",
                "{a:1}",
                "01",
                "-",
                "1.",
                ".5",
                "1e",
                "+1",
                "tru",
                "nulL",
                "\"\\x\"",
                "\"\\u12g4\"",
                "\"\\ud800\"",
                "\"\\udc00\"",
                "\"\\ud800\\u0041\"",
                "\"\t\"",
                "\"open",
                "[1 2]",
                "1 2",
                "99999999999999999999",
                "1e400",
                "\"\\"
            })
    void theRestIsLeftToJackson(String text) {
        assertThat(scan(text)).isSameAs(JsonScanner.NOT_READ);
    }

    @Test
    void brokenUtf8IsLeftToJackson() {
        int[][] broken = {
            {0x80},
            {0xc3},
            {0xc0, 0x80},
            {0xe0, 0x80, 0x80},
            {0xed, 0xa0, 0x80},
            {0xf0, 0x80, 0x80, 0x80},
            {0xf4, 0x90, 0x80, 0x80},
            {0xf5, 0x80, 0x80, 0x80},
            {0xe2, 0x82},
            {0xff}
        };

        for (int[] sequence : broken) {
            byte[] text = new byte[sequence.length + 12];
            java.util.Arrays.fill(text, (byte) 'x');
            text[0] = '"';
            IntStream.range(0, sequence.length).forEach(i -> text[i + 2] = (byte) sequence[i]);
            text[text.length - 1] = '"';

            assertThat(new JsonScanner(text, 0, text.length).read()).isSameAs(JsonScanner.NOT_READ);
        }
    }

    @Test
    void manyMembersAreFoundAndTheRepeatedNameIsTold() {
        String members = IntStream.range(0, 5000)
                .mapToObj(i -> "\"gen_ai.key." + i % 4000 + "\":" + i)
                .collect(Collectors.joining(","));

        JsonObject object = (JsonObject) scan("{" + members + "}");

        assertThat(object).hasSize(4000);
        assertThat(object.repeated()).isEqualTo("gen_ai.key.999");
        assertThat(object.get("gen_ai.key.999")).isEqualTo(4999L);
        assertThat(object.get("gen_ai.key.3999")).isEqualTo(3999L);
        assertThat(object.get("gen_ai.key.4000")).isNull();
        assertThat(object.keySet().iterator().next()).isEqualTo("gen_ai.key.0");
    }

    @Test
    void nameKeepsItsStringWhicheverTextItStandsIn() {
        JsonObject one = (JsonObject) scan("{\"gen_ai.request.model\":1          }");
        JsonObject other = (JsonObject) scan("  {\"x\":2,\"gen_ai.request.model\":1           }");

        assertThat(Stream.concat(one.keySet().stream(), other.keySet().stream().skip(1)))
                .allMatch(name -> name == "gen_ai.request.model");
    }

    private static @Nullable Object scan(String text) {
        byte[] bytes = ("##" + text + "\"\"").getBytes(UTF_8); // what surrounds the range must not matter
        return new JsonScanner(bytes, 2, bytes.length - 4).read();
    }

    /** Replaces, inserts, removes or doubles a few characters. */
    private static String damage(String text, Random random) {
        StringBuilder damaged = new StringBuilder(text);
        for (int i = random.nextInt(3); i >= 0; i--) {
            int place = random.nextInt(damaged.length());
            String spice = SPICE.substring(random.nextInt(SPICE.length() - 2)).substring(0, 1);
            switch (random.nextInt(4)) {
                case 0 -> damaged.replace(place, place + 1, spice);
                case 1 -> damaged.insert(place, spice);
                case 2 -> damaged.deleteCharAt(place);
                default ->
                    damaged.insert(place, text, place / 2, Math.min(text.length(), place / 2 + random.nextInt(40)));
            }
        }
        return new String(damaged.toString().getBytes(UTF_8), UTF_8); // half a character is none
    }
}
