package dev.sentryai;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TrackOptionsTest {

    @Test
    void withersAddAndRemove() {
        TrackOptions options = TrackOptions.of("work")
                .withOp("ai.chain")
                .withTag("tenant", "a")
                .withTag("gone", "b")
                .withTag("gone", null)
                .withData("ids", List.of(1))
                .withData("gone", null);

        assertThat(options)
                .isEqualTo(new TrackOptions("work", "ai.chain", Map.of("tenant", "a"), Map.of("ids", List.of(1))));
    }

    @Test
    void mapsAreCopied() {
        Map<String, String> tags = new HashMap<>();
        TrackOptions options = new TrackOptions("work", null, tags, Map.of());

        tags.put("late", "x");

        assertThat(options.tags()).isEmpty();
    }
}
