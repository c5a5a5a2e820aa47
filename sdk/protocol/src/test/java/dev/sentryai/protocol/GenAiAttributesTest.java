package dev.sentryai.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class GenAiAttributesTest {

    private static final AttributeRegistry REGISTRY = AttributeRegistry.of(ConventionsVersion.V0_33_0);

    @Test
    void everyAttributeHasExactlyOneConstantAndTheOtherWayRound() {
        List<String> keys = REGISTRY.all().stream()
                .map(AttributeDefinition::key)
                .filter(key -> key.startsWith("gen_ai."))
                .toList();

        assertThat(constants(GenAiAttributes.class).keySet())
                .containsExactlyInAnyOrderElementsOf(keys)
                .hasSize(76);
    }

    @Test
    void constantsAreDeprecatedExactlyWhenTheirAttributeIs() {
        constants(GenAiAttributes.class)
                .forEach((key, field) -> assertThat(field.isAnnotationPresent(Deprecated.class))
                        .as(key)
                        .isEqualTo(REGISTRY.find(key).orElseThrow().isDeprecated()));
    }

    @Test
    void constantsAreNamedAfterTheirKey() {
        constants(GenAiAttributes.class)
                .forEach((key, field) -> assertThat(field.getName()).isIn(nameOf(key), nameOf(key) + "_DEPRECATED"));
        assertThat(GenAiAttributes.USAGE_CACHE_READ_INPUT_TOKENS).isEqualTo("gen_ai.usage.cache_read.input_tokens");
    }

    @Test
    void everyOpHasExactlyOneConstantAndTheOtherWayRound() {
        List<Operation> operations = OperationRegistry.of(ConventionsVersion.V0_33_0).all().stream()
                .filter(operation -> operation.op().startsWith("gen_ai."))
                .toList();
        Map<String, Field> constants = constants(GenAiOps.class);

        assertThat(constants.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        operations.stream().map(Operation::op).toList());
        assertThat(operations).allSatisfy(operation -> {
            Field constant = constants.get(operation.op());
            assertThat(constant.isAnnotationPresent(Deprecated.class)).isEqualTo(operation.deprecated());
            assertThat(constant.getName()).isEqualTo(nameOf(operation.op()));
        });
    }

    @Test
    void commonConstantsAreAttributesInForce() {
        constants(CommonAttributes.class).forEach((key, field) -> {
            assertThat(REGISTRY.find(key))
                    .as(key)
                    .hasValueSatisfying(
                            definition -> assertThat(definition.isDeprecated()).isFalse());
            assertThat(field.getName()).isEqualTo(key.toUpperCase(Locale.ROOT).replace('.', '_'));
        });
    }

    private static String nameOf(String key) {
        return key.substring("gen_ai.".length())
                .replace(".<key>", "_PREFIX")
                .replace('.', '_')
                .toUpperCase(Locale.ROOT);
    }

    /** Fails when two constants have the same key. */
    private static Map<String, Field> constants(Class<?> type) {
        return Arrays.stream(type.getFields())
                .collect(Collectors.toMap(GenAiAttributesTest::keyOf, Function.identity()));
    }

    private static String keyOf(Field field) {
        try {
            String value = (String) field.get(null);
            return value.endsWith(".") ? value + "<key>" : value;
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }
}
