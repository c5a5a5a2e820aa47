package dev.sentryai.telemetry.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.sentryai.fixtures.Recordings;
import dev.sentryai.protocol.ConventionsVersion;
import dev.sentryai.telemetry.CapturedEnvelope;
import dev.sentryai.telemetry.Telemetry;
import dev.sentryai.telemetry.envelope.EnvelopeReader;
import dev.sentryai.telemetry.envelope.MalformedEnvelopeException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class JudgementTest {

    private final Rules rules = Rules.of(ConventionsVersion.newest());

    @Test
    void envelopesJudgedOneByOneHaveTheFindingsOfAllTogether() {
        List<CapturedEnvelope> envelopes = Recordings.all().stream()
                .map(recording -> new CapturedEnvelope(recording.name(), EnvelopeReader.parse(recording.bytes())))
                .toList();
        List<Judgement> judgements = envelopes.stream().map(rules::judge).toList();

        assertThat(rules.conclude(judgements)).isNotEmpty().isEqualTo(rules.check(Telemetry.of(envelopes)));
        assertThat(Telemetry.join(judgements.stream().map(Judgement::telemetry).toList())
                        .spans())
                .hasSameSizeAs(Telemetry.of(envelopes).spans());
    }

    @Test
    void aTraceIsJudgedAcrossItsEnvelopes() {
        CapturedEnvelope one = TestEnvelope.streamed(
                        TestSpan.chat().id("aaaaaaaaaaaaaaaa").field("parent_span_id", "bbbbbbbbbbbbbbbb"))
                .captured("1.envelope");
        CapturedEnvelope other = TestEnvelope.streamed(
                        TestSpan.chat().id("bbbbbbbbbbbbbbbb").field("parent_span_id", "aaaaaaaaaaaaaaaa"))
                .captured("2.envelope");

        List<Judgement> judgements = List.of(rules.judge(one), rules.judge(other));

        assertThat(rules.conclude(judgements)).extracting(Finding::rule).contains("GENAI035");
        assertThat(rules.conclude(judgements.subList(0, 1)))
                .extracting(Finding::rule)
                .doesNotContain("GENAI035");
    }

    @Test
    void sameNameDoesNotMixEnvelopesUp() {
        CapturedEnvelope clean = TestEnvelope.streamed(TestSpan.chat()).captured("same");
        CapturedEnvelope wrong =
                TestEnvelope.streamed(TestSpan.chat().field("name", "")).captured("same");

        assertThat(rules.check(Telemetry.of(List.of(clean, wrong))))
                .isEqualTo(rules.conclude(List.of(rules.judge(clean), rules.judge(wrong))));
    }

    @Test
    void anUnreadableEnvelopeIsJudgedAmongTheOthers() {
        MalformedEnvelopeException failure = catchThrowableOfType(
                MalformedEnvelopeException.class,
                () -> EnvelopeReader.parse("no envelope".getBytes(StandardCharsets.UTF_8)));
        Judgement unreadable = Judgement.unreadable("broken", failure);

        assertThat(unreadable.telemetry().envelopes()).isEmpty();
        assertThat(rules.conclude(List.of(unreadable))).containsExactly(Rules.unreadable("broken", failure));
    }
}
