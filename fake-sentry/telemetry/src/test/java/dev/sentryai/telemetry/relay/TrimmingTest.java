package dev.sentryai.telemetry.relay;

import static dev.sentryai.telemetry.relay.TestEnvelope.store;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The op counts, too: key and value of sentry.op have 10 bytes. */
class TrimmingTest {

    private static final int LEFT = 1_000_000 - 10;

    private static StoredSpan stored(Map<String, Object> attributes) {
        Map<String, Object> all = new LinkedHashMap<>(attributes);
        all.put("sentry.op", "x");
        return store(all);
    }

    @Test
    void aMegabyteFits() {
        StoredSpan stored = stored(Map.of("a", "x".repeat(LEFT - 1)));

        assertThat(stored.changes()).isEmpty();
    }

    @Test
    void oneByteMoreIsCut() {
        StoredSpan stored = stored(Map.of("a", "x".repeat(LEFT)));

        assertThat(stored.text("a").orElseThrow()).hasSize(LEFT - 1).endsWith("x...");
        assertThat(stored.changes())
                .containsExactly(new Change(ChangeKind.TRIMMED, "a", "the span's attributes exceed 1000000 bytes"));
    }

    @Test
    void theLargestAreCutAndDroppedFirst() {
        StoredSpan stored = stored(Map.of(
                "b", "x".repeat(700_000), "c", "x".repeat(800_000), "a", "x".repeat(600_000), "n", 1, "f", true));

        assertThat(stored.attributes()).containsOnlyKeys("sentry.op", "a", "b", "n", "f");
        assertThat(stored.text("a").orElseThrow()).hasSize(600_000);
        assertThat(stored.text("b").orElseThrow()).hasSize(LEFT - 600_001 - 9 - 2 - 1);
    }

    @Test
    void noCharacterIsCutInTwo() {
        StoredSpan stored = stored(Map.of("a", "€🎉éx".repeat(100_001)));

        String text = stored.text("a").orElseThrow();
        assertThat(text.getBytes(StandardCharsets.UTF_8).length).isBetween(LEFT - 4, LEFT - 1);
        assertThat(text).endsWith("...").doesNotContain("?");
    }

    @Test
    void whatIsNoTextIsDroppedWhole() {
        List<String> list = List.of("x".repeat(LEFT), "y");

        assertThat(stored(Map.of("a", list)).attributes()).containsOnlyKeys("sentry.op");
    }
}
