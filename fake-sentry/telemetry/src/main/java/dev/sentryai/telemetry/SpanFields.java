package dev.sentryai.telemetry;

import org.jspecify.annotations.Nullable;

/** What every span has, whatever the format: null stands for absent or of the wrong type. */
record SpanFields(SpanSource source, boolean segment, Ids ids, Labels labels, Times times) {

    record Ids(
            @Nullable String trace,
            @Nullable String span,
            @Nullable String parent,
            @Nullable String segment) {}

    record Labels(
            @Nullable String op,
            @Nullable String name,
            @Nullable String origin,
            @Nullable String status) {}

    /** Seconds since 1970. */
    record Times(@Nullable Double start, @Nullable Double end) {

        static Times of(@Nullable Object start, @Nullable Object end) {
            return new Times(Timestamps.seconds(start), Timestamps.seconds(end));
        }
    }
}
