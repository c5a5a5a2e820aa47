package dev.sentryai.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class QuotationsTest {

    private static String removed(String text, String... content) {
        return Quotations.from(List.of(content)).removeFrom(text);
    }

    @Test
    void wholeTextsAreRemoved() {
        assertThat(removed("400: \"my secret\" is not allowed, my secret", "my secret"))
                .isEqualTo("400: \"[Filtered]\" is not allowed, [Filtered]");
    }

    @Test
    void partsOfTextsAreRemoved() {
        assertThat(removed("bad prompt 'the capital of Franc...'", "Tell me what the capital of France is."))
                .isEqualTo("bad prompt '[Filtered]...'");
    }

    @Test
    void textsInsideOfJsonAreRemovedAndItsKindsAreNot() {
        String content = "[{\"role\":\"assistant\",\"parts\":[{\"type\":\"text\",\"content\":\"caf\\u00e9 noir\"}]}]";

        assertThat(removed("no answer of an assistant to caf\u00e9 noir", content))
                .isEqualTo("no answer of an assistant to [Filtered]");
    }

    @Test
    void wordsThatAnybodyWouldUseStay() {
        assertThat(removed("Rate limit reached for gpt-4o", "rate", "limit", "for gpt-4"))
                .isEqualTo("Rate limit reached [Filtered]o");
        assertThat(removed("Rate limit reached for gpt-4o", "Hi", "Weather in Paris?"))
                .isEqualTo("Rate limit reached for gpt-4o");
    }

    @Test
    void textsEndToEndAreFound() {
        assertThat(removed("abcdefghijklm", "abcdefghijklm")).isEqualTo("[Filtered]");
        assertThat(removed("", "abcdefghijklm")).isEmpty();
        assertThat(removed("abcdefghijklm")).isEqualTo("abcdefghijklm");
    }

    @Test
    void withTooMuchContentToCompareNothingIsLeft() {
        assertThat(removed("anything", "x".repeat(4_000_001))).isEqualTo("[Filtered]");
    }
}
