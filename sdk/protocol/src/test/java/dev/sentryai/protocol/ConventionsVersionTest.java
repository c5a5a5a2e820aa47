package dev.sentryai.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ConventionsVersionTest {

    @ParameterizedTest
    @EnumSource
    void numbersAreParsed(ConventionsVersion version) {
        assertThat(ConventionsVersion.parse(version.toString())).isEqualTo(version);
    }

    @Test
    void unknownNumbersAreRefusedWithTheKnownOnes() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ConventionsVersion.parse("0.20.0"))
                .withMessage("conventions version must be one of [0.19.0, 0.33.0] but was \"0.20.0\"");
    }

    @Test
    void newestIsTheLast() {
        ConventionsVersion[] versions = ConventionsVersion.values();

        assertThat(ConventionsVersion.newest()).isEqualTo(versions[versions.length - 1]);
    }

    @ParameterizedTest
    @EnumSource
    void attributeTypesAreParsed(AttributeType type) {
        assertThat(AttributeType.parse(type.toString())).isEqualTo(type);
    }

    @Test
    void unknownAttributeTypesAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AttributeType.parse("any"))
                .withMessage("no attribute type is called \"any\"");
    }
}
