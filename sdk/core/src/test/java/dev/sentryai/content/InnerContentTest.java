package dev.sentryai.content;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class InnerContentTest {

    private final InnerContent inside = new InnerContent();

    private static HiddenContent content(String text) {
        return HiddenContent.NONE.with("outputs", () -> text);
    }

    @Test
    void contentOfEveryCallIsKnown() {
        inside.add(content("the first answer"));
        inside.add(content("the second answer"));

        assertThat(inside.all().redaction().apply("the first answer, the second answer"))
                .isEqualTo("[Filtered], [Filtered]");
    }

    @Test
    void whatIsFurtherBackThanManyCallsIsForgotten() {
        HiddenContent first = content("the first answer");
        inside.add(first);
        for (int i = 0; i < 99; i++) {
            inside.add(content("one more"));
        }

        assertThat(inside.all().redaction().apply("the first answer")).isEqualTo("[Filtered]");

        inside.add(content("one too many"));

        assertThat(inside.all().redaction().apply("the first answer")).isEqualTo("the first answer");
    }

    @Test
    void withContentThatIsGoneNoMessageIsSafe() {
        assertThat(content("an answer").and(HiddenContent.GONE).redaction().apply("anything"))
                .isEqualTo("[Filtered]");
    }

    @Test
    void nothingIsHiddenWhereNothingHappened() {
        assertThat(inside.all().isEmpty()).isTrue();
    }
}
