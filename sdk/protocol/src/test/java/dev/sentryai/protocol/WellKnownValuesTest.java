package dev.sentryai.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sentryai.protocol.WellKnownValue.Status;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class WellKnownValuesTest {

    private static final WellKnownValues NEWEST = WellKnownValues.of(ConventionsVersion.V0_33_0);
    private static final WellKnownValues OLDEST = WellKnownValues.of(ConventionsVersion.V0_19_0);

    @ParameterizedTest
    @CsvSource({
        "gen_ai.operation.name, chat, CURRENT,",
        "gen_ai.operation.name, evaluate, DEPRECATED, decide",
        "gen_ai.operation.name, plan, OTEL,",
        "gen_ai.provider.name, openai, CURRENT,",
        "gen_ai.provider.name, az.ai.openai, DEPRECATED, azure.ai.openai",
        "gen_ai.provider.name, bedrock, DEPRECATED, aws.bedrock",
        "message.finish_reason, tool_call, CURRENT,",
        "message.role, tool, CURRENT,",
        "part.type, tool_call_response, CURRENT,",
        "part.modality, document, CURRENT,",
        "sentry.segment.name.source, route, CURRENT,",
        "sentry.link.type, previous_trace, CURRENT,",
        "sentry.kind, internal, CURRENT,",
        "mcp.method.name, tools/call, CURRENT,",
        "mcp.transport, stdio, CURRENT,",
        "network.transport, pipe, CURRENT,"
    })
    void valuesAreDescribed(String key, String value, Status status, String replacement) {
        assertThat(NEWEST.find(key, value)).contains(new WellKnownValue(value, status, replacement));
    }

    @Test
    void unknownValuesAndKeysAreNotFound() {
        assertThat(NEWEST.find("gen_ai.provider.name", "OpenAI")).isEmpty();
        assertThat(NEWEST.find("gen_ai.nonsense", "x")).isEmpty();
        assertThat(NEWEST.all("gen_ai.nonsense")).isEmpty();
    }

    @Test
    void versionsDiffer() {
        assertThat(OLDEST.all("gen_ai.operation.name"))
                .filteredOn(value -> value.status() == Status.CURRENT)
                .extracting(WellKnownValue::value)
                .contains("create_agent", "text_completion")
                .doesNotContain("decide", "search_memory");
        assertThat(OLDEST.find("gen_ai.operation.name", "search_memory"))
                .map(WellKnownValue::status)
                .contains(Status.OTEL);
        assertThat(OLDEST.find("gen_ai.operation.type", "memory")).isEmpty();
        assertThat(OLDEST.keys()).doesNotContain("sentry.link.type");
    }

    @ParameterizedTest
    @EnumSource
    void replacementsAreInForceAndKeysExist(ConventionsVersion version) {
        WellKnownValues values = WellKnownValues.of(version);

        assertThat(values.keys()).isNotEmpty().allSatisfy(key -> {
            assertThat(key.startsWith("message.")
                            || key.startsWith("part.")
                            || AttributeRegistry.of(version).find(key).isPresent())
                    .isTrue();
            assertThat(values.all(key)).isNotEmpty().allSatisfy(value -> {
                if (value.replacement() != null) {
                    assertThat(value.status()).isEqualTo(Status.DEPRECATED);
                    assertThat(values.find(key, value.replacement())
                                    .orElseThrow()
                                    .status())
                            .isEqualTo(Status.CURRENT);
                }
            });
        });
    }

    @Test
    void vocabulariesOfMessagesHaveConstants() {
        Map<String, String> samples = Map.of(
                WellKnownValues.MESSAGE_ROLE, "user",
                WellKnownValues.MESSAGE_FINISH_REASON, "stop",
                WellKnownValues.PART_TYPE, "text",
                WellKnownValues.PART_MODALITY, "image");

        samples.forEach((key, value) -> assertThat(NEWEST.find(key, value)).isPresent());
    }
}
