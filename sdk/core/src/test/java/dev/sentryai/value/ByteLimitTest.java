package dev.sentryai.value;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sentryai.protocol.json.JsonText;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ByteLimitTest {

    private static final String MIXED = "a\u00e9\u20ac\uD83D\uDE00";

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    @Test
    void bytesAreThoseOfUtf8() {
        assertThat(ByteLimit.bytesOf(MIXED)).isEqualTo(bytes(MIXED));
        assertThat(ByteLimit.bytesOf("\uD83D")).isEqualTo(3);
    }

    @Test
    void whatFitsStays() {
        assertThat(new ByteLimit(bytes(MIXED)).cut(MIXED)).isEqualTo(MIXED);
    }

    @Test
    void plainTextIsCutBetweenCharacters() {
        String text = MIXED.repeat(10);

        for (int max = 1; max < bytes(text); max++) {
            String cut = new ByteLimit(max).cut(text);

            assertThat(bytes(cut)).isLessThanOrEqualTo(max).isGreaterThan(max - 4);
            assertThat(cut).endsWith(".").doesNotContain("\uFFFD");
            assertThat(text).startsWith(cut.replace(".", ""));
        }
    }

    @Test
    void jsonStaysJson() {
        String json =
                "[{\"role\":\"assistant\",\"parts\":[{\"type\":\"text\",\"content\":\"" + MIXED.repeat(50) + "\"}]}]";

        for (int max = 1; max < bytes(json); max++) {
            String cut = new ByteLimit(max).cut(json);

            assertThat(bytes(cut)).isLessThanOrEqualTo(Math.max(max, 2));
            assertThat(JsonText.of(cut)).isPresent();
        }
        assertThat(new ByteLimit(200).cut(json)).contains("\"assistant\"").contains("...\"");
    }

    @Test
    void shortTextsStayForAsLongAsLongOnesCanBeCut() {
        String json = "{\"city\":\"Vienna\",\"forecast\":\"" + "rain ".repeat(100) + "\"}";

        assertThat(new ByteLimit(100).cut(json)).contains("\"Vienna\"").contains("...\"}");
    }
}
