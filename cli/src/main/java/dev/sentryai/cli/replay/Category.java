package dev.sentryai.cli.replay;

import dev.sentryai.telemetry.envelope.Envelope;
import dev.sentryai.telemetry.envelope.Item;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The kinds of data by which Sentry counts and limits. */
final class Category {

    /** For item types whose category has another name. */
    private static final Map<String, String> BY_TYPE = Map.of(
            "event", "error",
            "check_in", "monitor",
            "log", "log_item",
            "sessions", "session",
            "replay_event", "replay",
            "replay_recording", "replay",
            "replay_video", "replay",
            "user_report", "feedback");

    private Category() {}

    static Set<String> of(Envelope envelope) {
        return envelope.items().stream()
                .map(Item::type)
                .map(type -> BY_TYPE.getOrDefault(type, type))
                .collect(Collectors.toUnmodifiableSet());
    }
}
