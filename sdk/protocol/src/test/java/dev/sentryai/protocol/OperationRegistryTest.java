package dev.sentryai.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class OperationRegistryTest {

    private static final OperationRegistry NEWEST = OperationRegistry.of(ConventionsVersion.V0_33_0);
    private static final OperationRegistry OLDEST = OperationRegistry.of(ConventionsVersion.V0_19_0);

    @Test
    void opsAreDescribed() {
        assertThat(NEWEST.findByOp("gen_ai.chat"))
                .contains(new Operation("gen_ai.chat", "chat", OperationType.AI_CLIENT, false, null));
        assertThat(NEWEST.findByOp("gen_ai.evaluate"))
                .contains(new Operation("gen_ai.evaluate", "evaluate", OperationType.AI_CLIENT, true, "gen_ai.decide"));
        assertThat(NEWEST.findByOp("gen_ai.memory.client"))
                .contains(new Operation("gen_ai.memory.client", null, OperationType.MEMORY, false, null));
        assertThat(NEWEST.findByOp("gen_ai.request")).isEmpty();
    }

    @Test
    void versionsDiffer() {
        assertThat(OLDEST.findByOp("gen_ai.text_completion")).isEmpty();
        assertThat(OLDEST.findByOp("gen_ai.handoff").orElseThrow().deprecated()).isFalse();
        assertThat(NEWEST.findByOp("gen_ai.handoff").orElseThrow().deprecated()).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void replacementsExistAndAreInForce(ConventionsVersion version) {
        OperationRegistry registry = OperationRegistry.of(version);

        assertThat(registry.all()).isNotEmpty().allSatisfy(operation -> {
            if (operation.replacement() != null) {
                assertThat(operation.deprecated()).isTrue();
                assertThat(registry.findByOp(operation.replacement())
                                .orElseThrow()
                                .deprecated())
                        .isFalse();
            }
        });
    }

    @ParameterizedTest
    @EnumSource
    void namesAndOpsAreInferredToBeOfTheRegisteredType(ConventionsVersion version) {
        assertThat(OperationRegistry.of(version).all())
                .filteredOn(operation -> operation.op().startsWith("gen_ai."))
                .isNotEmpty()
                .allSatisfy(operation -> {
                    assertThat(OperationType.infer(null, operation.op())).contains(operation.type());
                    if (operation.operationName() != null) {
                        assertThat(OperationType.infer(operation.operationName(), null))
                                .contains(operation.type());
                        assertThat(WellKnownValues.of(version)
                                        .find(GenAiAttributes.OPERATION_NAME, operation.operationName()))
                                .isPresent();
                    }
                });
    }

    @ParameterizedTest
    @CsvSource({
        "ai.run.generateText, AGENT",
        "ai.run.generateObject, AGENT",
        "ai.pipeline.generate_text, AGENT",
        "ai.pipeline.stream_object, AGENT",
        "ai.streamText, AGENT",
        "ai.generateText, AGENT",
        "ai.generateObject.something, AGENT",
        "ai.streamText.doStream, AI_CLIENT",
        "ai.streamText.doStream.x, AI_CLIENT",
        "ai.generateText.doGenerate, AI_CLIENT",
        "ai.generateObject.doGenerate, AI_CLIENT",
        "ai.toolCall, TOOL",
        "ai.toolCall.get_weather, TOOL",
        "ai.embed, AI_CLIENT",
        "gen_ai.handoff, HANDOFF",
        "gen_ai.request, AI_CLIENT",
        "gen_ai.memory.client, MEMORY"
    })
    void typeIsInferredFromTheOp(String op, OperationType type) {
        assertThat(OperationType.infer(null, op)).contains(type);
    }

    @Test
    void operationNameCountsBeforeTheOp() {
        assertThat(OperationType.infer("execute_tool", "gen_ai.chat")).contains(OperationType.TOOL);
        assertThat(OperationType.infer("my_own", "gen_ai.invoke_agent")).contains(OperationType.AI_CLIENT);
        assertThat(OperationType.infer("search_memory", "http.client")).contains(OperationType.MEMORY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http.client", "gen_ai", "ai", "aid.kit", "mcp.server", ""})
    void otherSpansHaveNoType(String op) {
        assertThat(OperationType.infer(null, op)).isEmpty();
        assertThat(OperationType.infer(null, null)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void typesAreWrittenAsWellKnownValues(OperationType type) {
        assertThat(WellKnownValues.of(ConventionsVersion.newest())
                        .find(GenAiAttributes.OPERATION_TYPE, type.toString()))
                .isPresent();
    }
}
