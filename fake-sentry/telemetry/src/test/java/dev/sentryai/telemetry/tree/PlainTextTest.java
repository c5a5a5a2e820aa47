package dev.sentryai.telemetry.tree;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlainTextTest {

    @Test
    void lineHasNeitherBreaksNorControls() {
        assertThat(PlainText.line(" a\r\n\tb\u2028c\u0000\u007f\u0085d ")).isEqualTo("a b c d");
    }

    @Test
    void blockKeepsBreaksAndTabs() {
        assertThat(PlainText.block("a\r\nb\rc\n\td\u0007\u2029e")).isEqualTo("a\nb\nc\n\td\ne");
    }

    @Test
    void escapeSequencesLeaveNoRemains() {
        assertThat(PlainText.line("\u001b[1;31mred\u001b[0m \u009b2Jx")).isEqualTo("red x");
        assertThat(PlainText.line("\u001b]8;;http://evil\u0007link\u001b]8;;\u001b\\!"))
                .isEqualTo("link!");
        assertThat(PlainText.line("a\u001bb")).isEqualTo("a b");
    }

    @Test
    void directionMarksAreRemoved() {
        assertThat(PlainText.block("user\u202e\u2066 // admin\u2069\u200f")).isEqualTo("user // admin");
    }

    @Test
    void otherTextStays() {
        assertThat(PlainText.line("größe 🙂 [x]")).isEqualTo("größe 🙂 [x]");
    }
}
