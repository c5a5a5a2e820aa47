package dev.sentryai.telemetry.relay;

import java.util.List;

/**
 * Whether Sentry shows something.
 *
 * @param obstacles what stands in the way, as clauses; empty if it is shown
 */
public record Visibility(List<String> obstacles) {

    /** Copies the list. */
    public Visibility {
        obstacles = List.copyOf(obstacles);
    }

    /**
     * Whether it is shown.
     *
     * @return true if nothing stands in the way
     */
    public boolean isVisible() {
        return obstacles.isEmpty();
    }
}
