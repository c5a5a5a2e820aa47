package dev.sentryai.runtime;

import dev.sentryai.delivery.SentryInternals;
import io.sentry.SentryOptions;
import org.jspecify.annotations.Nullable;

/**
 * Which content is recorded.
 *
 * @param inputs messages, system instructions, tool definitions, tool arguments, the text to embed
 * @param outputs the model's messages, the results of tools
 */
record ContentPolicy(boolean inputs, boolean outputs) {

    /** The instrumentation's choice comes first, then the application's, then what it says about personal data. */
    static ContentPolicy of(SpanSource source, AiSettings settings, SentryOptions options) {
        boolean otherwise = SentryInternals.sendsPersonalData(options);
        return new ContentPolicy(
                choose(source.recordInputs(), settings.content().recordInputs(), otherwise),
                choose(source.recordOutputs(), settings.content().recordOutputs(), otherwise));
    }

    /** Tells whether an attribute may be recorded that nobody set as content. */
    boolean allows(String key) {
        return switch (ContentKind.of(key)) {
            case INPUT -> inputs;
            case OUTPUT -> outputs;
            case NONE -> true;
        };
    }

    private static boolean choose(@Nullable Boolean first, @Nullable Boolean second, boolean otherwise) {
        if (first != null) {
            return first;
        }
        return second != null ? second : otherwise;
    }
}
