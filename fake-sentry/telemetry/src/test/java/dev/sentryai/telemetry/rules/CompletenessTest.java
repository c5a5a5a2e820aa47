package dev.sentryai.telemetry.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sentryai.telemetry.rules.subject.SectionFile;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every rule that is asked for exists, or there is a reason why not. */
class CompletenessTest {

    private static final int ASKED_FOR = 214;

    private final List<String> askedFor =
            SectionFile.read(CompletenessTest.class, "asked-for.txt").sections().values().stream()
                    .flatMap(Collection::stream)
                    .toList();
    private final Map<String, String> notImplemented = SectionFile.pairs(
            SectionFile.read(CompletenessTest.class, "not-implemented.txt").lines("not-implemented"));

    @Test
    void everyRuleIsImplementedOrHasAReasonWhyNot() {
        assertThat(askedFor).hasSize(ASKED_FOR).doesNotHaveDuplicates();
        assertThat(Stream.concat(Rules.implemented().stream(), notImplemented.keySet().stream()))
                .containsExactlyInAnyOrderElementsOf(askedFor);
    }

    @Test
    void reasonsAreGiven() {
        assertThat(notImplemented.values())
                .allSatisfy(reason -> assertThat(reason).isNotBlank());
    }
}
