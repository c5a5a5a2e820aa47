package dev.sentryai.telemetry.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sentryai.telemetry.rules.subject.SectionFile;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CatalogueTest {

    @ParameterizedTest
    @MethodSource("dev.sentryai.telemetry.rules.Rules#definitions")
    void textsHaveOneStyle(RuleDefinition definition) {
        assertThat(definition.id()).matches("GENAI\\d{3}");
        assertThat(definition.title())
                .matches("[A-Z].*[^.]")
                .doesNotContain("{")
                .hasSizeLessThan(60);
        assertThat(definition.message()).matches(".*[^.]");
        assertThat(definition.fix()).matches("[a-z{].*[^.]");
        assertThat(definition.citation()).contains(": ");
    }

    @Test
    void milderCasesAreMilder() {
        assertThat(Rules.definitions())
                .allSatisfy(definition -> definition
                        .milder()
                        .ifPresent(milder -> assertThat(milder).isGreaterThan(definition.severity())));
    }

    @Test
    void unknownRuleIsRefused() {
        assertThatThrownBy(() -> Catalogue.BUNDLED.get("GENAI999"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The catalogue has no rule GENAI999");
    }

    @Test
    void templateNeedsAValueForEveryPlaceholder() {
        assertThat(Template.fill("{a} of {b}", Map.of("a", "{b}", "b", "2"))).isEqualTo("{b} of 2");
        assertThatThrownBy(() -> Template.fill("{a} of {b}", Map.of("a", "1")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("No value for {b} of: {a} of {b}");
    }

    @Test
    void sectionStandsOnce() {
        assertThatThrownBy(() -> SectionFile.parse("[a]\n[b]\n[a]\n"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Section [a] stands twice");
    }

    @Test
    void pairNeedsAnEqualsSign() {
        assertThatThrownBy(() ->
                        SectionFile.pairs(SectionFile.parse("[a]\nno pair").lines("a")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Expected name = value but found \"no pair\"");
    }
}
