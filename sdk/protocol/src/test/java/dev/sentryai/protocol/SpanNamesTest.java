package dev.sentryai.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpanNamesTest {

    private static final SpanNames NEWEST = SpanNames.of(ConventionsVersion.V0_33_0);
    private static final SpanNames OLDEST = SpanNames.of(ConventionsVersion.V0_19_0);

    private static final Map<String, String> EVERYTHING = Map.of(
            "gen_ai.operation.name", "doing",
            "gen_ai.request.model", "model-1",
            "gen_ai.agent.name", "Agent",
            "gen_ai.pipeline.name", "Pipeline",
            "gen_ai.function_id", "function",
            "gen_ai.tool.name", "tool",
            "gen_ai.prompt.name", "prompt",
            "mcp.method.name", "method");

    @ParameterizedTest
    @CsvSource({
        "gen_ai.chat, doing model-1",
        "gen_ai.text_completion, doing model-1",
        "gen_ai.generate_content, doing model-1",
        "gen_ai.embeddings, doing model-1",
        "gen_ai.decide, doing model-1",
        "gen_ai.extract, doing model-1",
        "gen_ai.evaluate, doing model-1",
        "gen_ai.responses, doing model-1",
        "gen_ai.rerank, doing model-1",
        "gen_ai, doing model-1",
        "gen_ai.invoke_agent, doing Agent",
        "gen_ai.create_agent, doing Agent",
        "gen_ai.handoff, doing Agent",
        "gen_ai.execute_tool, doing tool",
        "gen_ai.memory.client, doing",
        "mcp.server, method tool",
        "mcp.notification.client_to_server, method",
        "mcp.notification.server_to_client, method"
    })
    void firstTemplateNamesTheSpan(String op, String name) {
        assertThat(NEWEST.nameFor(op, EVERYTHING::get)).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({
        "gen_ai.chat, Generative AI model operation",
        "gen_ai.execute_tool, Generative AI model operation",
        "gen_ai.invoke_agent, Generative AI agent operation",
        "gen_ai.memory.client, Generative AI memory operation",
        "mcp.server, MCP server operation",
        "mcp.notification.client_to_server, MCP notification"
    })
    void lastTemplateNeedsNothing(String op, String name) {
        assertThat(NEWEST.nameFor(op, key -> null)).isEqualTo(name);
    }

    @Test
    void templatesWithMissingValuesArePassedOver() {
        Map<String, Object> agent = Map.of("gen_ai.operation.name", "invoke_agent", "gen_ai.function_id", "plan");
        Map<String, Object> tool = Map.of("gen_ai.operation.name", "execute_tool", "gen_ai.request.model", "model-1");
        Map<String, Object> chat =
                Map.of("gen_ai.operation.name", "chat", "gen_ai.tool.name", "search", "gen_ai.request.model", " ");
        Map<String, Object> prompt = Map.of("mcp.method.name", "prompts/get", "gen_ai.prompt.name", "summary");

        assertThat(NEWEST.nameFor("gen_ai.invoke_agent", agent::get)).isEqualTo("invoke_agent plan");
        assertThat(NEWEST.nameFor("gen_ai.execute_tool", tool::get)).isEqualTo("execute_tool");
        assertThat(NEWEST.nameFor("gen_ai.chat", chat::get)).isEqualTo("chat search");
        assertThat(NEWEST.nameFor("mcp.server", prompt::get)).isEqualTo("prompts/get summary");
    }

    @Test
    void valuesWithBracesAreTakenAsTheyAre() {
        Map<String, Object> attributes = Map.of("gen_ai.operation.name", "{x}", "gen_ai.request.model", 7);

        assertThat(NEWEST.nameFor("gen_ai.chat", attributes::get)).isEqualTo("{x} 7");
    }

    @Test
    void opsWithoutTemplateNameTheSpanThemselves() {
        assertThat(NEWEST.nameFor("http.client", EVERYTHING::get)).isEqualTo("http.client");
        assertThat(NEWEST.find("http.client", EVERYTHING::get)).isEmpty();
        assertThat(OLDEST.find("gen_ai.embeddings", EVERYTHING::get)).isEmpty();
    }

    @Test
    void olderTemplatesHaveFewerSteps() {
        Map<String, Object> attributes = Map.of("gen_ai.operation.name", "invoke_agent", "gen_ai.pipeline.name", "p");

        assertThat(OLDEST.nameFor("gen_ai.invoke_agent", attributes::get)).isEqualTo("invoke_agent");
        assertThat(NEWEST.nameFor("gen_ai.invoke_agent", attributes::get)).isEqualTo("invoke_agent p");
        assertThat(OLDEST.nameFor("gen_ai.execute_tool", EVERYTHING::get)).isEqualTo("doing tool");
    }

    @Test
    void everyOpOfTheNewestVersionHasTemplatesOfKnownAttributes() {
        AttributeRegistry registry = AttributeRegistry.of(ConventionsVersion.V0_33_0);

        assertThat(OperationRegistry.of(ConventionsVersion.V0_33_0).all())
                .allSatisfy(operation -> assertThat(NEWEST.find(operation.op(), key -> {
                            assertThat(registry.find(key)).isPresent();
                            return null;
                        }))
                        .isPresent());
    }

    @ParameterizedTest
    @CsvSource({
        "chat gpt-4o, true",
        "chat gpt-4, false",
        "chat gpt-4o!, false",
        "chat, false",
        "chat  gpt-4o, false",
        "Chat gpt-4o, false"
    })
    void nameFitsIfItIsTheOneOfTheTemplate(String name, boolean fits) {
        Map<String, Object> attributes = Map.of("gen_ai.operation.name", "chat", "gen_ai.request.model", "gpt-4o");

        assertThat(SpanNames.of(ConventionsVersion.V0_33_0).fits(name, "gen_ai.chat", attributes::get))
                .isEqualTo(fits);
    }

    @Test
    void nameFitsTheFirstTemplateThatCanBeFilled() {
        SpanNames names = SpanNames.of(ConventionsVersion.V0_33_0);
        Map<String, Object> attributes = Map.of("gen_ai.operation.name", "chat", "gen_ai.request.model", " ");

        assertThat(names.fits("chat", "gen_ai.chat", attributes::get)).isTrue();
        assertThat(names.fits("chat  ", "gen_ai.chat", attributes::get)).isFalse();
        assertThat(names.fits("Generative AI model operation", "gen_ai.chat", key -> null))
                .isTrue();
        assertThat(names.fits("anything", "http.client", attributes::get)).isTrue();
    }

    @Test
    void fallbacksAreKnown() {
        SpanNames names = SpanNames.of(ConventionsVersion.V0_33_0);

        assertThat(names.isFallback("Generative AI model operation")).isTrue();
        assertThat(names.isFallback("MCP notification")).isTrue();
        assertThat(names.isFallback("chat gpt-4o")).isFalse();
    }
}
