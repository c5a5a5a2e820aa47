package dev.sentryai.telemetry.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.sentryai.protocol.ConventionsVersion;
import dev.sentryai.telemetry.rules.RuleSamples.Sample;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RuleTableTest {

    private static final List<RuleSamples> ALL = Stream.of(
                    EnvelopeSamples.all(),
                    HeaderSamples.all(),
                    SizeSamples.all(),
                    SpanSamples.all(),
                    PlacementSamples.all(),
                    AttributeSamples.all(),
                    DeprecationSamples.all(),
                    OpSamples.all(),
                    NameSamples.all(),
                    McpSamples.all(),
                    ValueSamples.all(),
                    TokenSamples.all(),
                    BudgetSamples.all(),
                    ContentSamples.all(),
                    ToolContentSamples.all(),
                    MessageSamples.all(),
                    AgentSamples.all(),
                    ConversationSamples.all(),
                    PrivacySamples.all(),
                    ReadinessSamples.all())
            .flatMap(List::stream)
            .toList();

    /** Their subjects can not be a {@link TestEnvelope}, see {@link UnreadableTest}. */
    private static final List<String> UNREADABLE = List.of("GENAI001", "GENAI254");

    @ParameterizedTest
    @MethodSource("samples")
    void ruleFindsWhatItShould(Sample sample) {
        List<Finding> findings = sample.rules().check(sample.envelope().telemetry()).stream()
                .filter(finding -> finding.rule().equals(sample.rule()))
                .toList();

        if (sample.isClean()) {
            assertThat(findings).isEmpty();
        } else {
            assertThat(findings)
                    .extracting(Finding::severity, Finding::message)
                    .containsExactly(tuple(sample.severity(), sample.message()));
        }
    }

    @Test
    void everyRuleHasViolatingAndCleanSamples() {
        assertThat(ALL)
                .filteredOn(samples -> samples.samples().stream().allMatch(Sample::isClean))
                .isEmpty();
        assertThat(ALL)
                .filteredOn(samples -> samples.samples().stream().noneMatch(Sample::isClean))
                .isEmpty();
        assertThat(Stream.concat(UNREADABLE.stream(), ALL.stream().map(RuleSamples::rule)))
                .containsExactlyInAnyOrderElementsOf(Rules.implemented());
    }

    @Test
    void everyRuleHasADefinitionAndEveryDefinitionARule() {
        assertThat(Rules.definitions())
                .extracting(RuleDefinition::id)
                .containsExactlyInAnyOrderElementsOf(Rules.implemented())
                .isSorted();
    }

    @Test
    void everySeverityOfARuleHasASample() {
        for (RuleSamples samples : ALL) {
            RuleDefinition definition = Catalogue.BUNDLED.get(samples.rule());

            assertThat(samples.samples().stream().map(Sample::severity).filter(severity -> severity != null))
                    .as(samples.rule())
                    .contains(definition.severity())
                    .containsAll(definition.milder().stream().toList());
        }
    }

    @ParameterizedTest
    @MethodSource("versions")
    void defaultSamplesAreClean(ConventionsVersion version) {
        TestEnvelope streamed = TestEnvelope.streamed(
                TestSpan.root().segment(),
                TestSpan.agent(),
                TestSpan.chat().inAgent(),
                TestSpan.tool().inAgent(),
                TestSpan.embeddings().id("ad1c3eb334404770").inAgent());
        TestEnvelope transaction = TestEnvelope.transaction(
                TestSpan.agent(), TestSpan.chat().inAgent(), TestSpan.tool().inAgent(), TestSpan.http());

        assertThat(Rules.of(version).check(streamed.telemetry())).isEmpty();
        assertThat(Rules.of(version).check(transaction.telemetry())).isEmpty();
    }

    /** Every rule that {@link TestEnvelope}s have samples of. */
    static List<RuleSamples> rules() {
        return ALL;
    }

    static Stream<Sample> samples() {
        return ALL.stream().flatMap(samples -> samples.samples().stream());
    }

    static ConventionsVersion[] versions() {
        return ConventionsVersion.values();
    }
}
