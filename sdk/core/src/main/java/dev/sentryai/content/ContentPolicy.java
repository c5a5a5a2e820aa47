package dev.sentryai.content;

import dev.sentryai.sentry.SentrySdk;
import io.sentry.SentryOptions;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Which content is recorded.
 *
 * @param inputs messages, system instructions, tool definitions, tool arguments, the text to embed
 * @param outputs the model's messages, the results of tools
 */
public record ContentPolicy(boolean inputs, boolean outputs) {

    /**
     * Returns what holds: an instrumentation's choice comes first, then the application's, then what it says about personal data.
     *
     * @param inputs what was chosen for one instrumentation; null when nothing was
     * @param outputs likewise
     */
    public static ContentPolicy of(
            @Nullable Boolean inputs, @Nullable Boolean outputs, ContentSettings settings, SentryOptions options) {
        boolean otherwise = SentrySdk.sendsPersonalData(options);
        return new ContentPolicy(
                choose(inputs, settings.recordInputs(), otherwise),
                choose(outputs, settings.recordOutputs(), otherwise));
    }

    /** Tells whether an attribute may be recorded that nobody set as content. */
    public boolean allows(String key) {
        return switch (ContentKind.of(key)) {
            case INPUT -> inputs;
            case OUTPUT -> outputs;
            case NONE -> true;
        };
    }

    /** Returns what is not recorded of a call. */
    public HiddenContent hidden(Supplier<?> ofInputs, Supplier<?> ofOutputs) {
        HiddenContent hidden = inputs ? HiddenContent.NONE : HiddenContent.NONE.with("inputs", ofInputs);
        return outputs ? hidden : hidden.with("outputs", ofOutputs);
    }

    private static boolean choose(@Nullable Boolean first, @Nullable Boolean second, boolean otherwise) {
        if (first != null) {
            return first;
        }
        return second != null ? second : otherwise;
    }
}
