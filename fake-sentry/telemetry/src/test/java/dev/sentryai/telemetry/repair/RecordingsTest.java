package dev.sentryai.telemetry.repair;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sentryai.fixtures.Recordings;
import dev.sentryai.protocol.ConventionsVersion;
import dev.sentryai.telemetry.CapturedEnvelope;
import dev.sentryai.telemetry.Telemetry;
import dev.sentryai.telemetry.envelope.EnvelopeReader;
import dev.sentryai.telemetry.envelope.EnvelopeWriter;
import dev.sentryai.telemetry.rules.Finding;
import dev.sentryai.telemetry.rules.Repair;
import dev.sentryai.telemetry.rules.RuleDefinition;
import dev.sentryai.telemetry.rules.Rules;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Repairs what real SDKs sent. */
class RecordingsTest {

    private static final Rules RULES = Rules.of(ConventionsVersion.newest());
    private static final List<CapturedEnvelope> RECORDINGS = Recordings.all().stream()
            .map(recording -> new CapturedEnvelope(recording.name(), EnvelopeReader.parse(recording.bytes())))
            .toList();
    private static final List<Repaired> REPAIRED = new Repairer(RULES).repair(RECORDINGS);

    @Test
    void whatCanBeRepairedIsGone() {
        Set<String> automatic = Rules.definitions().stream()
                .filter(definition -> definition.repair() == Repair.AUTO)
                .map(RuleDefinition::id)
                .collect(Collectors.toSet());

        assertThat(check(captured(REPAIRED)))
                .filteredOn(finding -> automatic.contains(finding.rule()))
                .extracting(RecordingsTest::place)
                .containsExactlyInAnyOrder(
                        // its segment is in no recording
                        "GENAI049 sentry-java/spanv2-streamed-only.envelope 0 0",
                        // only the sender knows where the name comes from
                        "GENAI053 sentry-node/openai-chat-lifecycle-stream.envelope 0 2",
                        // no operation takes the place of a handoff
                        "GENAI093 sentry-node/openai-manual-agent.envelope 1 2",
                        "GENAI097 sentry-node/openai-manual-agent.envelope 1 2",
                        // an audio part has no counterpart
                        "GENAI177 sentry-node/openai-vision.envelope 1 0",
                        // Google's types in capital letters are no JSON Schema
                        "GENAI189 sentry-node/v11-google-tools.envelope 0 1",
                        "GENAI189 sentry-node/v11-google-tools.envelope 0 3");
    }

    /** What was always wrong, but could not be seen before messages stood under the right name and in the right shape. */
    @Test
    void onlyWhatWasHiddenComesToLight() {
        List<String> known = new ArrayList<>(
                check(RECORDINGS).stream().map(RecordingsTest::place).toList());

        assertThat(check(captured(REPAIRED)))
                .extracting(RecordingsTest::place)
                .filteredOn(place -> !known.remove(place))
                .containsExactlyInAnyOrder(
                        "GENAI177 sentry-node/openai-vision.envelope 1 0",
                        "GENAI178 sentry-node/openai-vision.envelope 1 0",
                        "GENAI194 sentry-node/openai-chat-ignorespans.1.envelope 1 1",
                        "GENAI194 sentry-node/openai-tool-loop.envelope 1 2",
                        "GENAI194 sentry-node/vercel-v6-generate-tools.envelope 1 3",
                        "GENAI215 sentry-node/anthropic-stream-tools.envelope 1 0",
                        "GENAI215 sentry-node/openai-chat-ignorespans.1.envelope 1 0",
                        "GENAI223 sentry-node/langgraph-stategraph.envelope 1 0");
    }

    @Test
    void repairingTwiceIsRepairingOnce() {
        List<Repaired> twice = new Repairer(RULES).repair(captured(REPAIRED));

        assertThat(captured(twice)).isEqualTo(captured(REPAIRED));
        assertThat(twice).allSatisfy(repaired -> assertThat(repaired.fixed()).isEmpty());
    }

    @Test
    void spansStayInTheirOrderAndSoundEnvelopesAsTheyWere() {
        assertThat(spanIds(captured(REPAIRED))).isEqualTo(spanIds(RECORDINGS));
        assertThat(REPAIRED)
                .filteredOn(repaired -> !RECORDINGS.contains(repaired.captured()))
                .allSatisfy(repaired -> assertThat(repaired.count()).isPositive());
        assertThat(captured(REPAIRED))
                .allSatisfy(envelope -> assertThat(EnvelopeReader.parse(EnvelopeWriter.toBytes(envelope.envelope()))
                                .items())
                        .hasSameSizeAs(envelope.envelope().items()));
    }

    private static List<String> spanIds(List<CapturedEnvelope> envelopes) {
        return Telemetry.of(envelopes).spans().stream()
                .map(span -> span.location().file() + ' ' + span.spanId())
                .toList();
    }

    private static List<CapturedEnvelope> captured(List<Repaired> repaired) {
        return repaired.stream().map(Repaired::captured).toList();
    }

    private static List<Finding> check(List<CapturedEnvelope> envelopes) {
        return RULES.check(Telemetry.of(envelopes));
    }

    private static String place(Finding finding) {
        return finding.rule()
                + ' '
                + finding.location().file()
                + ' '
                + finding.location().item()
                + ' '
                + finding.location().span();
    }
}
