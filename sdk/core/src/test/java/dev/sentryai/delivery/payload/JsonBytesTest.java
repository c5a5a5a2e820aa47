package dev.sentryai.delivery.payload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sentryai.protocol.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class JsonBytesTest {

    private final JsonBytes json = new JsonBytes(0);

    private String written() {
        return new String(json.toByteArray(), StandardCharsets.UTF_8);
    }

    @Test
    void everyCharacterIsWrittenAsJsonTextHasIt() {
        String all = IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                .filter(codePoint -> codePoint < 0x3000 || codePoint > 0xD000 && codePoint < 0x10100)
                .mapToObj(Character::toString)
                .collect(Collectors.joining(" "));

        json.string(all);

        assertThat(written()).isEqualTo(Json.write(all));
    }

    @Test
    void surrogatesWithoutTheirPartnerAreReplaced() {
        json.string("a\uD83Db\uDE00c\uD83D\uDE00d\uD83D");

        assertThat(written()).isEqualTo("\"a\uFFFDb\uFFFDc\uD83D\uDE00d\uFFFD\"");
    }

    @Test
    void longTextHasRoom() {
        String text = "x\n\u20AC".repeat(100_000);

        json.string(text);

        assertThat(written()).isEqualTo(Json.write(text));
    }

    @Test
    void valuesKeepTheirKind() {
        json.value(List.of("a", "b")).raw(" ").value(List.of()).raw(" ");
        json.value(true).raw(" ").value(0L).raw(" ").value(-7L).raw(" ").value(Long.MAX_VALUE);
        json.raw(" ").value(Long.MIN_VALUE).raw(" ").value(0.5).raw(" ").value(1e300);

        assertThat(written())
                .isEqualTo("[\"a\",\"b\"] [] true 0 -7 9223372036854775807 -9223372036854775808 0.5 1.0E300");
    }

    @Test
    void secondsHaveSixDecimals() {
        json.seconds(1_700_000_000_123_456L)
                .raw(" ")
                .seconds(5)
                .raw(" ")
                .seconds(0)
                .raw(" ")
                .seconds(2_000_000);

        assertThat(written()).isEqualTo("1700000000.123456 0.000005 0.000000 2.000000");
    }

    @Test
    void anyValueIsAsLongAsItIsFoundToBe() {
        List<Object> values = List.of(
                "plain",
                "quote \" and \\ and \n\t\b\f\r and \u0001\u001f\u007f",
                "\u00e9 \u20ac \uD83D\uDE00",
                "lone \uD83D and \uDE00",
                "",
                true,
                0L,
                -7L,
                Long.MIN_VALUE,
                Long.MAX_VALUE,
                0.5,
                1e300,
                List.of(),
                List.of("a", "b\n"),
                List.of(1L, 10L, 100L));

        assertThat(values)
                .allSatisfy(value -> assertThat(JsonLength.of(value))
                        .isEqualTo(new JsonBytes(0).value(value).toByteArray().length));
    }

    @Test
    void whatIsAsLongAsExpectedIsNotCopied() {
        String text = "\u20AC".repeat(1000);
        JsonBytes exact = new JsonBytes(JsonLength.ofString(text) + 6);

        byte[] bytes = exact.string(text).raw("}}}]}\n").toByteArray();

        assertThat(exact.toByteArray()).isSameAs(bytes);
    }
}
