package dev.sentryai.cli.replay;

import java.time.Duration;

/** Waits between two envelopes. */
@FunctionalInterface
public interface Pause {

    /**
     * Waits for that long, or until somebody wants the command to end.
     *
     * @param time zero means not at all
     * @return false when the command shall end
     */
    boolean pause(Duration time);
}
