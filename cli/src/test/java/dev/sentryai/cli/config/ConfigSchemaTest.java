package dev.sentryai.cli.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The schemas and the readers accept and refuse the same files. */
class ConfigSchemaTest {

    private static final String EVERYTHING = """
            profile: strict
            fail-on: warning
            conventions: 0.19.0
            rules: { GENAI060: off, GENAI153: error }
            content:
              inputs: forbidden
              outputs: required
              user-identity: not-stated
              conversation-id: required
              project-id: 1
            budget:
              call: { usd: 0.02, tokens: 4000 }
              trace: { usd: 1 }
              conversation: { tokens: 100000 }
            suppressions:
              - rule: GENAI112
                file: legacy/**
                span: chat *
                attribute: gen_ai.provider.name
                reason: the gateway hides it
                expires: "2027-01-31"
            baseline: known.json
            expect: expect.yml
            prices: prices.txt
            """;

    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(strings = {EVERYTHING, "profile: lenient", "{}", "suppressions: []"})
    void goodSettingsPass(String yaml) throws Exception {
        Files.writeString(directory.resolve("prices.txt"), "source: contract\ndate: 2026-11-21\n\nlarge 10 20\n");

        assertThat(fits(ConfigSchema.SETTINGS, yaml)).isTrue();
        assertThat(Config.read(write(yaml))).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "profil: strict",
                "profile: loose",
                "fail-on: 1",
                "conventions: 1.0.0",
                "rules: { genai060: off }",
                "rules: { GENAI060: bad }",
                "rules: [GENAI060]",
                "content: { input: forbidden }",
                "content: { inputs: no }",
                "budget: { call: 3 }",
                "budget: { calls: {} }",
                "budget: { call: { tokens: -1 } }",
                "budget: { call: { tokens: 1.5 } }",
                "budget: { trace: { usd: much } }",
                "suppressions: { rule: GENAI060, reason: x }",
                "suppressions: [{ rule: GENAI060 }]",
                "suppressions: [{ reason: x }]",
                "suppressions: [{ rule: GENAI060, reason: x, expires: tomorrow }]",
                "baseline: ''",
                "expect: []"
            })
    void badSettingsDoNot(String yaml) throws Exception {
        Path file = write(yaml);

        assertThat(fits(ConfigSchema.SETTINGS, yaml)).isFalse();
        assertThatThrownBy(() -> Config.read(file))
                .isInstanceOf(ConfigException.class)
                .hasMessageStartingWith(file + ":1:");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "operations: { chat: 1 }",
                "models: { gpt-4o: { at-least: 1, at-most: 3 } }\nagents: { a: 0 }\ntools: { t: 2 }",
                "attributes: { gen_ai.conversation.id: { at-least: 1 } }"
            })
    void goodExpectationsPass(String yaml) throws Exception {
        assertThat(fits(ConfigSchema.EXPECT, yaml)).isTrue();
        assertThat(ExpectFile.read(write(yaml))).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ops: { chat: 1 }",
                "operations: { chat: -1 }",
                "operations: { chat: { least: 1 } }",
                "operations: { chat: { at-least: x } }",
                "operations: [chat]"
            })
    void badExpectationsDoNot(String yaml) throws Exception {
        Path file = write(yaml);

        assertThat(fits(ConfigSchema.EXPECT, yaml)).isFalse();
        assertThatThrownBy(() -> ExpectFile.read(file))
                .isInstanceOf(ConfigException.class)
                .hasMessageStartingWith(file + ":1:");
    }

    private Path write(String yaml) throws Exception {
        return Files.writeString(directory.resolve("file.yml"), yaml);
    }

    private static boolean fits(ConfigSchema schema, String yaml) {
        JsonNode json =
                new ObjectMapper().valueToTree(new Load(LoadSettings.builder().build()).loadFromString(yaml));
        return JsonSchemaFactory.getInstance(VersionFlag.V7)
                .getSchema(schema.text())
                .validate(json)
                .isEmpty();
    }
}
