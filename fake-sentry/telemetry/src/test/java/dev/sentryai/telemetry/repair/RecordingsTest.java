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
                        "GENAI097 sentry-node/openai-manual-agent.envelope 1 2");
    }

    /** What is said of a conversation as a whole stands at its first span, which may be another one by now. */
    @Test
    void nothingNewComesToLight() {
        List<String> known = new ArrayList<>(check(RECORDINGS).stream()
                .map(finding -> finding.rule() + ' ' + finding.location().file())
                .toList());

        assertThat(check(captured(REPAIRED)))
                .extracting(finding -> finding.rule() + ' ' + finding.location().file())
                .filteredOn(place -> !known.remove(place))
                .isEmpty();
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
