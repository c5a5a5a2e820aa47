package dev.sentryai.telemetry.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.sentryai.protocol.ConventionsVersion;
import dev.sentryai.telemetry.CapturedEnvelope;
import dev.sentryai.telemetry.Location;
import dev.sentryai.telemetry.Telemetry;
import dev.sentryai.telemetry.envelope.EnvelopeReader;
import dev.sentryai.telemetry.envelope.Limits;
import dev.sentryai.telemetry.envelope.MalformedEnvelopeException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class UnreadableTest {

    @Test
    void brokenEnvelopeHeaderBecomesAFinding() {
        Finding finding = Rules.unreadable("broken.envelope", failureOf("no header\n{\"type\":\"event\"}\n{}\n"));

        assertThat(finding.rule()).isEqualTo("GENAI001");
        assertThat(finding.severity()).isEqualTo(Severity.ERROR);
        assertThat(finding.message()).startsWith("Envelope can not be read: ");
        assertThat(finding.location().file()).isEqualTo("broken.envelope");
        assertThat(finding.location().item()).isEqualTo(Location.HEADER);
        assertThat(finding.spanId()).isNull();
        assertThat(finding.spanName()).isEmpty();
    }

    @Test
    void brokenItemHeaderBecomesAFindingOfThatItem() {
        MalformedEnvelopeException failure = failureOf("{}\n{\"type\":\"event\"}\n{}\n{\"length\":2}\n{}\n");

        Finding finding = Rules.unreadable("broken.envelope", failure);

        assertThat(finding.rule()).isEqualTo("GENAI002");
        assertThat(finding.location().item()).isEqualTo(1);
        assertThat(finding.offset()).isEqualTo(failure.offset());
        assertThat(finding.message()).isEqualTo("Item can not be read: " + failure.reason());
    }

    @Test
    void envelopeBeyondTheLimitBecomesAFinding() {
        MalformedEnvelopeException failure = catchThrowableOfType(
                MalformedEnvelopeException.class,
                () -> EnvelopeReader.parse(
                        "{}\n{\"type\":\"event\"}\n{}\n".getBytes(StandardCharsets.UTF_8), new Limits(20, 20, 20)));

        Finding finding = Rules.unreadable("large.envelope", failure);

        assertThat(finding.rule()).isEqualTo("GENAI254");
        assertThat(finding.severity()).isEqualTo(Severity.ERROR);
        assertThat(finding.message()).isEqualTo("Envelope is too large: " + failure.reason());
        assertThat(finding.location().file()).isEqualTo("large.envelope");
    }

    @Test
    void payloadThatIsNoJsonBecomesAFindingAndTheRestIsChecked() {
        byte[] broken = "{\"sent_at\":\"2026-11-20T15:40:44Z\"}\n{\"type\":\"transaction\"}\n{\"spans\":[}\n"
                .getBytes(StandardCharsets.UTF_8);
        Telemetry telemetry = Telemetry.of(List.of(
                new CapturedEnvelope("a.envelope", EnvelopeReader.parse(broken)),
                TestEnvelope.streamed(TestSpan.chat().field("name", "")).captured("b.envelope")));

        List<Finding> findings = Rules.of(ConventionsVersion.newest()).check(telemetry);

        assertThat(findings).extracting(Finding::rule).startsWith("GENAI002", "GENAI047");
        assertThat(findings.get(0).message()).startsWith("Item can not be read: transaction payload is not JSON");
        assertThat(findings.get(0).location().file()).isEqualTo("a.envelope");
        assertThat(findings.get(0).location().item()).isZero();
    }

    private static MalformedEnvelopeException failureOf(String envelope) {
        return catchThrowableOfType(
                MalformedEnvelopeException.class,
                () -> EnvelopeReader.parse(envelope.getBytes(StandardCharsets.UTF_8)));
    }
}
