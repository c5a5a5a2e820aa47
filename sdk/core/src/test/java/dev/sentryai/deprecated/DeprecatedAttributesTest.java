package dev.sentryai.deprecated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.sentryai.protocol.AttributeRegistry;
import dev.sentryai.protocol.ConventionsVersion;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class DeprecatedAttributesTest {

    private static final String NOTHING = "-";

    private static Map<String, Object> withFormer(String key, Object value) {
        Map<String, Object> attributes = new LinkedHashMap<>(Map.of(key, value));
        new DeprecatedAttributes(text -> text).addTo(attributes);
        return attributes;
    }

    static Stream<Arguments> formerNames() {
        return AttributeRegistry.of(ConventionsVersion.newest()).all().stream()
                .filter(attribute -> attribute.key().startsWith("gen_ai.") && attribute.deprecation() != null)
                .filter(attribute -> attribute.deprecation().replacement() != null)
                .map(attribute ->
                        arguments(attribute.key(), attribute.deprecation().replacement()));
    }

    @ParameterizedTest
    @MethodSource("formerNames")
    void everyFormerNameOfTheRegistryIsWritten(String former, String replacement) {
        String value = "[{\"role\":\"user\",\"parts\":[{\"type\":\"text\",\"content\":\"a\"},"
                + "{\"type\":\"tool_call\",\"name\":\"b\"}],\"type\":\"text\",\"content\":\"c\"}]";

        assertThat(withFormer(replacement, value)).containsKeys(former, replacement);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                // one text, several parts, a name, no parts at all
                "[{\"role\":\"user\",\"parts\":[{\"type\":\"text\",\"content\":\"Hi\"}]}]"
                        + "|[{\"role\":\"user\",\"content\":\"Hi\"}]",
                "[{\"role\":\"user\",\"parts\":[{\"type\":\"text\",\"content\":\"a\"},{\"type\":\"blob\",\"modality\":\"image\"}],\"name\":\"Ann\"}]"
                        + "|[{\"role\":\"user\",\"content\":[{\"type\":\"text\",\"text\":\"a\"},{\"type\":\"blob\",\"modality\":\"image\"}],\"name\":\"Ann\"}]",
                "[{\"role\":\"assistant\",\"parts\":[{\"type\":\"tool_call\",\"id\":\"1\",\"name\":\"f\",\"arguments\":{\"n\":null}}]}]"
                        + "|[{\"role\":\"assistant\",\"content\":[{\"type\":\"tool_call\",\"id\":\"1\",\"name\":\"f\",\"arguments\":{\"n\":null}}]}]",
                "[{\"role\":\"user\",\"parts\":[]}]|[{\"role\":\"user\",\"content\":[]}]",
                "[{\"role\":\"user\",\"parts\":[7,{\"type\":\"text\",\"content\":null}]}]"
                        + "|[{\"role\":\"user\",\"content\":[7,{\"type\":\"text\",\"content\":null}]}]",
                // not of today's shape
                "[{\"role\":\"user\",\"content\":\"Hi\"}]|[{\"role\":\"user\",\"content\":\"Hi\"}]",
                "[]|[]",
                "[\"Hi\"]|[\"Hi\"]",
                "{\"prompt\":\"Hi\"}|{\"prompt\":\"Hi\"}",
                "Hi|Hi",
                "[Hi|[Hi"
            })
    void messagesHadContent(String messages, String former) {
        assertThat(withFormer("gen_ai.input.messages", messages))
                .containsEntry("gen_ai.request.messages", former)
                .containsEntry("gen_ai.prompt", former)
                .containsEntry("gen_ai.input.messages", messages);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[{\"role\":\"assistant\",\"parts\":[{\"type\":\"text\",\"content\":\"Hi\"}]}]|[\"Hi\"]|-",
                "[{\"role\":\"assistant\",\"parts\":[{\"type\":\"reasoning\",\"content\":\"hm\"},{\"type\":\"text\",\"content\":\"a\"}]},"
                        + "{\"role\":\"assistant\",\"parts\":[{\"type\":\"text\",\"content\":\"b\"}]}]"
                        + "|[\"a\",\"b\"]|-",
                "[{\"role\":\"assistant\",\"parts\":[{\"type\":\"tool_call\",\"id\":\"1\",\"name\":\"f\",\"arguments\":{\"c\":\"Paris\"}}]}]"
                        + "|-|[{\"type\":\"function_call\",\"id\":\"1\",\"name\":\"f\",\"arguments\":{\"c\":\"Paris\"}}]",
                "[{\"role\":\"assistant\",\"parts\":[{\"type\":\"text\",\"content\":\"a\"},{\"type\":\"tool_call\",\"name\":\"f\"}]}]"
                        + "|[\"a\"]|[{\"type\":\"function_call\",\"name\":\"f\"}]",
                "[{\"role\":\"assistant\",\"parts\":[]}]|-|-",
                "[{\"role\":\"assistant\"},{\"parts\":[7,null]}]|-|-",
                "[\"a\",\"b\"]|[\"a\",\"b\"]|-",
                "Hi|Hi|-"
            })
    void answersWereTextsAndToolCalls(String messages, String texts, String toolCalls) {
        Map<String, Object> attributes = withFormer("gen_ai.output.messages", messages);

        assertThat(attributes.getOrDefault("gen_ai.response.text", NOTHING)).isEqualTo(texts);
        assertThat(attributes.getOrDefault("gen_ai.response.tool_calls", NOTHING))
                .isEqualTo(toolCalls);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[{\"type\":\"text\",\"content\":\"Be brief.\"}]|Be brief.",
                "[{\"type\":\"text\",\"content\":\"a\"},{\"type\":\"uri\",\"uri\":\"u\"},{\"type\":\"text\",\"content\":\"b\"}]|`a\nb`",
                "[{\"type\":\"uri\",\"uri\":\"u\"}]|-",
                "[]|-",
                "Be brief.|Be brief.",
                "[\"Be brief.\"]|[\"Be brief.\"]"
            })
    void systemInstructionsWereText(String instructions, String former) {
        assertThat(withFormer("gen_ai.system_instructions", instructions)
                        .getOrDefault("gen_ai.system.message", NOTHING))
                .isEqualTo(former);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[\"stop\"]|stop",
                "[\"stop\",\"length\"]|[\"stop\",\"length\"]",
                "[1]|[1]",
                "stop|stop",
                "[stop]|[stop]"
            })
    void thereWasOneFinishReason(String reasons, String former) {
        assertThat(withFormer("gen_ai.response.finish_reasons", reasons))
                .containsEntry("gen_ai.response.finish_reason", former);
    }

    @ParameterizedTest
    @CsvSource({
        "gen_ai.provider.name, gen_ai.system",
        "gen_ai.tool.definitions, gen_ai.request.available_tools",
        "gen_ai.tool.call.arguments, gen_ai.tool.input",
        "gen_ai.tool.call.result, gen_ai.tool.output",
        "gen_ai.tool.call.result, gen_ai.tool.message"
    })
    void allElseKeepsItsShape(String key, String former) {
        String value = "[{\"name\":\"f\"}]";

        assertThat(withFormer(key, value)).containsEntry(former, value);
        assertThat(withFormer(key, List.of("a"))).containsEntry(former, List.of("a"));
    }

    @Test
    void whatIsNoTextStaysWhatItIs() {
        assertThat(withFormer("gen_ai.usage.input_tokens", 12L)).containsEntry("gen_ai.usage.prompt_tokens", 12L);
        assertThat(withFormer("gen_ai.output.messages", List.of("a")))
                .containsEntry("gen_ai.response.text", List.of("a"));
    }

    @Test
    void aFormerNameThatIsThereKeepsItsValue() {
        Map<String, Object> attributes = new LinkedHashMap<>(
                Map.of("gen_ai.input.messages", "new", "gen_ai.request.messages", "by the application"));

        new DeprecatedAttributes(text -> text).addTo(attributes);

        assertThat(attributes).containsEntry("gen_ai.request.messages", "by the application");
    }

    @Test
    void whatIsReshapedIsCutAgain() {
        Map<String, Object> attributes = new LinkedHashMap<>(
                Map.of("gen_ai.response.finish_reasons", "[\"stop\"]", "gen_ai.provider.name", "openai"));

        new DeprecatedAttributes(text -> text.substring(0, 2)).addTo(attributes);

        assertThat(attributes)
                .containsEntry("gen_ai.response.finish_reason", "st")
                .containsEntry("gen_ai.system", "openai");
    }

    @Test
    void whatNestsTooDeeplyToBeWrittenIsLeftAlone() {
        String deep = "[".repeat(300) + "]".repeat(300);
        String messages = "[{\"role\":\"user\",\"parts\":[" + deep + "]}]";

        assertThat(withFormer("gen_ai.input.messages", messages)).containsEntry("gen_ai.request.messages", messages);
    }

    @Test
    void olderNamesAreNotWritten() {
        assertThat(withFormer("gen_ai.request.model", "gpt-4o")).containsOnlyKeys("gen_ai.request.model");
    }
}
