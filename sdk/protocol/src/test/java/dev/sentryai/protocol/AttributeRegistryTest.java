package dev.sentryai.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class AttributeRegistryTest {

    private static final AttributeRegistry NEWEST = AttributeRegistry.of(ConventionsVersion.V0_33_0);
    private static final AttributeRegistry OLDEST = AttributeRegistry.of(ConventionsVersion.V0_19_0);

    @Test
    void attributesAreDescribed() {
        AttributeDefinition definition = NEWEST.find("gen_ai.response.model").orElseThrow();

        assertThat(definition)
                .isEqualTo(new AttributeDefinition(
                        "gen_ai.response.model",
                        AttributeType.STRING,
                        Scrubbing.MANUAL,
                        Visibility.PUBLIC,
                        true,
                        null,
                        List.of("ai.response.model"),
                        List.of("gen_ai.response.model", "ai.response.model")));
        assertThat(NEWEST.find("gen_ai.request.stop_sequences").orElseThrow().type())
                .isEqualTo(AttributeType.STRING_ARRAY);
        assertThat(NEWEST.find("sentry.dsc.trace_id").orElseThrow().visibility())
                .isEqualTo(Visibility.INTERNAL);
    }

    @ParameterizedTest
    @CsvSource({
        "gen_ai.usage.prompt_tokens, gen_ai.usage.input_tokens, BACKFILL",
        "gen_ai.system, gen_ai.provider.name, NORMALIZE",
        "gen_ai.request.messages, gen_ai.input.messages, TRANSFORM",
        "gen_ai.tool.type,, NONE",
        "mcp.tool.result.is_error, error.type, NONE"
    })
    void deprecationsSayWhatHappens(String key, String replacement, Deprecation.Status status) {
        assertThat(NEWEST.find(key).orElseThrow().deprecation()).isEqualTo(new Deprecation(replacement, status));
    }

    @Test
    void unknownKeysAreNotFound() {
        assertThat(NEWEST.find("gen_ai.nonsense")).isEmpty();
        assertThat(NEWEST.lookupChain("gen_ai.nonsense")).containsExactly("gen_ai.nonsense");
    }

    @Test
    void dynamicKeysFindTheirPattern() {
        assertThat(NEWEST.find("gen_ai.prompt.variable.city"))
                .map(AttributeDefinition::key)
                .contains("gen_ai.prompt.variable.<key>");
        assertThat(NEWEST.find("mcp.tool.result.3.uri"))
                .map(AttributeDefinition::key)
                .contains("mcp.tool.result.<key>.uri");
        assertThat(NEWEST.find("mcp.tool.result.uri"))
                .map(AttributeDefinition::key)
                .contains("mcp.tool.result.uri");
        assertThat(NEWEST.find("gen_ai.prompt.variable.")).isEmpty();
        assertThat(NEWEST.find("mcp.tool.result..uri")).isEmpty();
    }

    @Test
    void lookupChainOfDynamicKeyHasItsWord() {
        assertThat(NEWEST.lookupChain("url.path.parameter.id"))
                .containsExactly("url.path.parameter.id", "params.id", "url.path.params.id");
        assertThat(NEWEST.lookupChain("url.path.params.id"))
                .containsExactly("url.path.params.id", "url.path.parameter.id", "params.id");
    }

    @Test
    void lookupChainsStartWithTheKeyAndReachOldNames() {
        assertThat(NEWEST.lookupChain("gen_ai.provider.name"))
                .containsExactly("gen_ai.provider.name", "ai.model.provider", "gen_ai.system");
        assertThat(NEWEST.lookupChain("gen_ai.output.messages"))
                .startsWith("gen_ai.output.messages")
                .endsWith("gen_ai.response.text", "gen_ai.response.tool_calls");
        assertThat(NEWEST.lookupChain("gen_ai.system")).startsWith("gen_ai.system", "gen_ai.provider.name");
    }

    @Test
    void lookupChainsOfTheOldVersionAreDerived() {
        assertThat(OLDEST.lookupChain("gen_ai.usage.input_tokens"))
                .containsExactly("gen_ai.usage.input_tokens", "gen_ai.usage.prompt_tokens", "ai.prompt_tokens.used");
        assertThat(OLDEST.lookupChain("gen_ai.system")).containsExactly("gen_ai.system", "gen_ai.provider.name");
        assertThat(OLDEST.lookupChain("gen_ai.input.messages")).contains("gen_ai.request.messages");
    }

    @Test
    void versionsDiffer() {
        assertThat(OLDEST.find("gen_ai.memory.store.id")).isEmpty();
        assertThat(NEWEST.find("gen_ai.memory.store.id")).isPresent();
        assertThat(OLDEST.find("mcp.progress.total").orElseThrow().type()).isEqualTo(AttributeType.INTEGER);
        assertThat(NEWEST.find("mcp.progress.total").orElseThrow().type()).isEqualTo(AttributeType.DOUBLE);
        assertThat(OLDEST.find("environment").orElseThrow().scrubbing()).isEqualTo(Scrubbing.MANUAL);
        assertThat(NEWEST.find("environment").orElseThrow().scrubbing()).isEqualTo(Scrubbing.NEVER);
        assertThat(OLDEST.find("langchain.chain.name")).isEmpty();
    }

    @Test
    void newestVersionIsWhole() {
        assertThat(countOf("gen_ai.")).isEqualTo(76);
        assertThat(countOf("ai.")).isEqualTo(48);
        assertThat(countOf("mcp.")).isEqualTo(56);
        assertThat(NEWEST.all()).filteredOn(AttributeDefinition::isDynamic).hasSize(15);
    }

    @ParameterizedTest
    @CsvSource({
        "gen_ai.agent.id, OTEL,",
        "gen_ai.request.stream, OTEL, gen_ai.response.streaming",
        "gen_ai.token.type, OTEL_METRIC,",
        "gen_ai.request.reasoning_effort, REMOVED, gen_ai.request.reasoning.level",
        "sentry.sdk_meta.gen_ai.input.messages.original_length, SDK,"
    })
    void keysFromElsewhereAreExplained(String key, UnregisteredAttribute.Source source, String nearest) {
        assertThat(NEWEST.findUnregistered(key)).contains(new UnregisteredAttribute(key, source, nearest));
        assertThat(OLDEST.findUnregistered(key)).contains(new UnregisteredAttribute(key, source, nearest));
        assertThat(NEWEST.find(key)).isEmpty();
    }

    @Test
    void keysThatCameLaterAreFromElsewhereInTheOldVersion() {
        assertThat(OLDEST.findUnregistered("gen_ai.memory.records")).isPresent();
        assertThat(NEWEST.findUnregistered("gen_ai.memory.records")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void filesHaveNoDuplicates(ConventionsVersion version) {
        for (String name : List.of("attributes", "unregistered-attributes", "operations", "span-names")) {
            assertThat(DataFile.rows(name, version))
                    .as(name)
                    .extracting(row -> row.text(0))
                    .doesNotHaveDuplicates();
        }
        assertThat(DataFile.rows("values", version))
                .extracting(row -> row.text(0) + "=" + row.text(1))
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource
    void replacementsExistAndAreInForce(ConventionsVersion version) {
        AttributeRegistry registry = AttributeRegistry.of(version);
        List<String> replacements = registry.all().stream()
                .map(AttributeDefinition::deprecation)
                .filter(Objects::nonNull)
                .map(Deprecation::replacement)
                .filter(Objects::nonNull)
                // Of an integration that has nothing to do with AI, so its other attributes are not in our files.
                .filter(key -> !key.equals("hapi.ext.type"))
                .toList();

        assertThat(replacements)
                .isNotEmpty()
                .allSatisfy(key -> assertThat(registry.find(key))
                        .hasValueSatisfying(definition ->
                                assertThat(definition.isDeprecated()).isFalse()));
    }

    @ParameterizedTest
    @EnumSource
    void nearestKeysOfKeysFromElsewhereExist(ConventionsVersion version) {
        AttributeRegistry registry = AttributeRegistry.of(version);

        for (DataFile.Row row : DataFile.rows("unregistered-attributes", version)) {
            Optional<UnregisteredAttribute> attribute = registry.findUnregistered(row.text(0));

            assertThat(attribute).hasValueSatisfying(found -> {
                assertThat(registry.find(found.key())).isEmpty();
                if (found.nearest() != null) {
                    assertThat(registry.find(found.nearest())).isPresent();
                }
            });
        }
    }

    @ParameterizedTest
    @EnumSource
    void lookupChainsAreSound(ConventionsVersion version) {
        Collection<AttributeDefinition> all = AttributeRegistry.of(version).all();

        assertThat(all).isNotEmpty().allSatisfy(definition -> {
            assertThat(definition.lookupChain()).startsWith(definition.key()).doesNotHaveDuplicates();
            assertThat(definition.aliases()).doesNotContain(definition.key()).doesNotHaveDuplicates();
        });
    }

    @ParameterizedTest
    @EnumSource
    void everyRewrittenPredecessorIsInTheChainOfItsReplacement(ConventionsVersion version) {
        AttributeRegistry registry = AttributeRegistry.of(version);
        List<String> missing = new ArrayList<>();
        for (AttributeDefinition old : registry.all()) {
            Deprecation deprecation = old.deprecation();
            if (deprecation != null
                    && deprecation.replacement() != null
                    && deprecation.status() != Deprecation.Status.NONE
                    && !deprecation.replacement().equals("hapi.ext.type")
                    && !registry.lookupChain(deprecation.replacement()).contains(old.key())) {
                missing.add(old.key());
            }
        }

        assertThat(missing).isEmpty();
    }

    private static long countOf(String prefix) {
        return NEWEST.all().stream()
                .filter(definition -> definition.key().startsWith(prefix))
                .count();
    }
}
