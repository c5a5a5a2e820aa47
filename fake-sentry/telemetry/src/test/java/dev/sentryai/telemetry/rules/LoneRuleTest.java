package dev.sentryai.telemetry.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.sentryai.telemetry.Location;
import dev.sentryai.telemetry.rules.RuleSamples.Sample;
import dev.sentryai.telemetry.rules.subject.SectionFile;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.groups.Tuple;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What each rule says about its samples without the other rules around it: severity and message, place, values and advice. */
class LoneRuleTest {

    private static final SectionFile EXPECTED = SectionFile.read(LoneRuleTest.class, "findings-in-samples.txt");

    @ParameterizedTest
    @MethodSource("dev.sentryai.telemetry.rules.RuleTableTest#rules")
    void ruleSaysWhatIsWrongAndWhere(RuleSamples samples) {
        List<Found> found =
                samples.samples().stream().flatMap(LoneRuleTest::found).toList();

        assertThat(found).extracting(Found::said).containsExactlyElementsOf(said(samples));
        assertThat(found).extracting(Found::details).containsExactlyElementsOf(EXPECTED.lines(samples.rule()));
    }

    @Test
    void detailsAreThoseOfARuleWithSamples() {
        assertThat(EXPECTED.sections())
                .containsOnlyKeys(
                        RuleTableTest.rules().stream().map(RuleSamples::rule).toList());
    }

    private static List<Tuple> said(RuleSamples samples) {
        return samples.samples().stream()
                .filter(sample -> !sample.isClean())
                .map(sample -> tuple(sample.number(), sample.rule(), sample.severity(), sample.message()))
                .toList();
    }

    private static Stream<Found> found(Sample sample) {
        return sample.rules().only(sample.rule()).check(sample.envelope().telemetry()).stream()
                .map(finding -> new Found(sample.number(), finding));
    }

    private record Found(int sample, Finding finding) {

        Tuple said() {
            return tuple(sample, finding.rule(), finding.severity(), finding.message());
        }

        /** Everything else, in the form of the file. */
        String details() {
            return Stream.of(
                            sample + ": " + place(finding.location()),
                            detail("attribute", finding.attribute()),
                            detail("pointer", finding.pointer()),
                            detail("expected", finding.expected()),
                            detail("actual", finding.actual()),
                            detail("fix", ownFix()))
                    .filter(text -> !text.isEmpty())
                    .collect(Collectors.joining(" | "));
        }

        private static String place(Location location) {
            String item = location.item() == Location.HEADER ? "header" : "item " + location.item();
            return location.span() == null ? item : item + ", span " + location.span();
        }

        private static String detail(String name, @Nullable String value) {
            return value == null ? "" : (name + ' ' + value).strip();
        }

        /** Unless it is the same for everyone. */
        private @Nullable String ownFix() {
            String general = Catalogue.BUNDLED.get(finding.rule()).fix();
            return Objects.equals(finding.fix(), general) ? null : finding.fix();
        }
    }
}
