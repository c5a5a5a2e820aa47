package dev.sentryai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class FinishedSpanTest {

    private final FinishedSpan span = new FinishedSpan("gen_ai.chat", "chat m", Map.of("kept", 1L, "secret", "x"));

    @Test
    void attributesCanBeChangedAndStaySendable() {
        span.removeAttribute("secret");
        span.setAttribute("nan", Double.NaN);
        span.setAttribute("map", Map.of("a", 1));
        span.setAttribute("kept", null);
        span.setName("renamed");

        assertThat(span.name()).isEqualTo("renamed");
        assertThat(span.op()).isEqualTo("gen_ai.chat");
        assertThat(span.attributes()).isEqualTo(Map.of("nan", "NaN", "map", "{\"a\":1}"));
        assertThat(span.attribute("kept")).isNull();
    }

    @Test
    void viewOfAttributesIsReadOnly() {
        assertThatThrownBy(() -> span.attributes().put("raw", new Object()))
                .isInstanceOf(UnsupportedOperationException.class);
    }
}
