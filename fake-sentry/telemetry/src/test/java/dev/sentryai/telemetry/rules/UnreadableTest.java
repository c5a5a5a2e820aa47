package dev.sentryai.telemetry.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.sentryai.protocol.ConventionsVersion;
import dev.sentryai.telemetry.CapturedEnvelope;
import dev.sentryai.telemetry.Location;
import dev.sentryai.telemetry.Telemetry;
import dev.sentryai.telemetry.envelope.EnvelopeReader;
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
    void payloadThatIsNoJsonBecomesAFindingAndTheRestIsChecked() {
        byte[] broken =
                "{\"event_id\":\"8dc164886f384a74b9af23dd1404b46a\"}\n{\"type\":\"transaction\"}\n{\"spans\":[}\n"
                        .getBytes(StandardCharsets.UTF_8);
        Telemetry telemetry = Telemetry.of(List.of(
                new CapturedEnvelope("a.envelope", EnvelopeReader.parse(broken)),
                TestEnvelope.streamed(TestSpan.chat().field("name", "")).captured("b.envelope")));

        List<Finding> findings = Rules.of(ConventionsVersion.newest()).check(telemetry);

        assertThat(findings).extracting(Finding::rule).containsExactly("GENAI002", "GENAI047");
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
