package dev.sentryai.telemetry.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sentryai.fixtures.Recording;
import dev.sentryai.fixtures.Recordings;
import dev.sentryai.protocol.ConventionsVersion;
import dev.sentryai.telemetry.CapturedEnvelope;
import dev.sentryai.telemetry.Telemetry;
import dev.sentryai.telemetry.envelope.EnvelopeReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the rules find in what real SDKs sent, as golden files in which every finding is explained. */
class RecordingsTest {

    @ParameterizedTest
    @ValueSource(strings = {"sentry-java", "sentry-node"})
    void findingsAreThoseOfTheGoldenFile(String folder) throws IOException {
        List<CapturedEnvelope> envelopes = Recordings.all().stream()
                .filter(recording -> recording.name().startsWith(folder + '/'))
                .map(RecordingsTest::capture)
                .toList();

        List<String> findings = Rules.of(ConventionsVersion.V0_33_0).check(Telemetry.of(envelopes)).stream()
                .map(RecordingsTest::line)
                .toList();

        assertThat(envelopes).isNotEmpty();
        assertThat(findings).containsExactlyElementsOf(golden("findings-" + folder + ".tsv"));
    }

    private static CapturedEnvelope capture(Recording recording) {
        return new CapturedEnvelope(recording.fileName(), EnvelopeReader.parse(recording.bytes()));
    }

    private static String line(Finding finding) {
        return String.join(
                "\t",
                finding.rule(),
                finding.severity().toString(),
                finding.location().file(),
                String.valueOf(finding.location().item()),
                Objects.toString(finding.location().span(), "-"),
                Objects.toString(finding.attribute(), "-"));
    }

    /** Lines that start with {@code #} explain the findings below them. */
    private static List<String> golden(String name) throws IOException {
        try (InputStream in = RecordingsTest.class.getResourceAsStream(name)) {
            assertThat(in).as(name).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
        }
    }
}
