package dev.sentryai.telemetry.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sentryai.telemetry.CapturedEnvelope;
import dev.sentryai.telemetry.Telemetry;
import dev.sentryai.telemetry.envelope.EnvelopeWriter;
import dev.sentryai.telemetry.repair.Repaired;
import dev.sentryai.telemetry.repair.Repairer;
import dev.sentryai.telemetry.rules.RuleSamples.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Repairs what the samples of the rules spoil. */
class RepairTableTest {

    /** Samples in which somebody has to say what is right, by rule, and why. */
    private static final Map<String, Exception> LEFT = Map.ofEntries(
            left("GENAI032", "an id that is none can not be made one", 0, 1, 2),
            left("GENAI046", "flag, parent and segment contradict each other", 1, 2),
            left("GENAI049", "the segment was not captured", 0, 1, 2, 3),
            left("GENAI053", "only the sender knows where the name comes from", 2, 3),
            left("GENAI067", "nothing takes its place", 1, 2),
            left("GENAI069", "no text that reads as a number or flag", 2, 6, 7),
            left("GENAI074", "a fraction is no integer", 0),
            left("GENAI084", "both are there and differ", 0),
            left("GENAI091", "no op of the conventions", 1),
            left("GENAI093", "no op takes its place", 1),
            left("GENAI095", "the op tells no operation", 1),
            left("GENAI097", "no operation takes its place", 1),
            left("GENAI155", "no milliseconds", 0, 1, 4),
            left("GENAI171", "no messages in it", 0),
            left("GENAI174", "no role that is known elsewhere", 1),
            left("GENAI177", "no type that is known elsewhere", 1, 4),
            left("GENAI188", "no text in it", 0),
            left("GENAI189", "no tool, or no schema, that could be read", 0, 1, 2, 4, 6, 7, 8, 9),
            left("GENAI191", "the result was cut off", 1, 6),
            left("GENAI202", "which of the two is meant, the sender has to say", 6),
            left("GENAI266", "the other attribute does not tell", 0, 2),
            left("GENAI270", "notifications go both ways", 0));

    /** What was always wrong, but shows only now, or at another span. */
    private static final Map<String, Set<String>> REVEALED = Map.of(
            "GENAI063 #1", Set.of("GENAI090", "GENAI280"),
            "GENAI075 #1", Set.of("GENAI154"),
            "GENAI079 #0", Set.of("GENAI125"),
            "GENAI217 #1", Set.of("GENAI223"),
            "GENAI234 #1", Set.of("GENAI200"),
            "GENAI268 #0", Set.of("GENAI210"));

    private record Exception(Set<Integer> samples, String reason) {}

    private static Map.Entry<String, Exception> left(String rule, String reason, Integer... samples) {
        return Map.entry(rule, new Exception(Set.of(samples), reason));
    }

    @ParameterizedTest
    @MethodSource("repairable")
    void findingIsGoneAndNoOtherCame(Sample sample) {
        CapturedEnvelope broken = sample.envelope().captured("sample.envelope");
        List<Finding> before = sample.rules().check(Telemetry.of(List.of(broken)));

        Repaired repaired = repair(sample, broken);

        List<Finding> after = sample.rules().check(Telemetry.of(List.of(repaired.captured())));
        assertThat(after).extracting(Finding::rule).doesNotContain(sample.rule());
        assertThat(newOnes(before, after)).isSubsetOf(REVEALED.getOrDefault(id(sample), Set.of()));
        assertThat(repaired.fixed()).containsKey(sample.rule());
    }

    @ParameterizedTest
    @MethodSource("left")
    void findingStaysWhereSomebodyHasToDecide(Sample sample) {
        CapturedEnvelope broken = sample.envelope().captured("sample.envelope");

        Repaired repaired = repair(sample, broken);

        assertThat(sample.rules().check(Telemetry.of(List.of(repaired.captured()))))
                .extracting(Finding::rule)
                .contains(sample.rule());
        assertThat(repaired.fixed()).doesNotContainKey(sample.rule());
    }

    @ParameterizedTest
    @MethodSource("dev.sentryai.telemetry.rules.RuleTableTest#samples")
    void repairingTwiceIsRepairingOnce(Sample sample) {
        Repaired once = repair(sample, sample.envelope().captured("sample.envelope"));

        Repaired twice = repair(sample, once.captured());

        assertThat(EnvelopeWriter.toBytes(twice.captured().envelope()))
                .isEqualTo(EnvelopeWriter.toBytes(once.captured().envelope()));
        assertThat(twice.fixed()).isEmpty();
    }

    @Test
    void everyExceptionIsASample() {
        assertThat(left())
                .hasSize(LEFT.values().stream()
                        .mapToInt(exception -> exception.samples().size())
                        .sum());
        assertThat(LEFT.values()).extracting(Exception::reason).doesNotContain("");
    }

    private static Repaired repair(Sample sample, CapturedEnvelope envelope) {
        return new Repairer(sample.rules()).repair(List.of(envelope)).get(0);
    }

    private static Set<String> newOnes(List<Finding> before, List<Finding> after) {
        List<String> known =
                new ArrayList<>(before.stream().map(RepairTableTest::place).toList());
        return after.stream()
                .filter(finding -> !known.remove(place(finding)))
                .map(Finding::rule)
                .collect(Collectors.toSet());
    }

    private static String place(Finding finding) {
        return finding.rule()
                + ' '
                + finding.location().item()
                + ' '
                + finding.location().span();
    }

    private static String id(Sample sample) {
        return sample.rule() + " #" + sample.number();
    }

    static List<Sample> repairable() {
        return automatic().filter(sample -> !isLeft(sample)).toList();
    }

    static List<Sample> left() {
        return automatic().filter(RepairTableTest::isLeft).toList();
    }

    private static boolean isLeft(Sample sample) {
        Exception exception = LEFT.get(sample.rule());
        return exception != null && exception.samples().contains(sample.number());
    }

    private static Stream<Sample> automatic() {
        return RuleTableTest.samples()
                .filter(sample -> !sample.isClean())
                .filter(sample -> Catalogue.BUNDLED.get(sample.rule()).repair() == Repair.AUTO);
    }
}
