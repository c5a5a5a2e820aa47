package dev.sentryai.content;

import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What the application decided about the content of calls.
 *
 * @param recordInputs null follows {@code sendDefaultPii}
 * @param recordOutputs null follows {@code sendDefaultPii}
 * @param filter what each text goes through; null for nothing
 * @param maxBytes what one attribute may have in UTF-8; null for no limit of its own
 */
public record ContentSettings(
        @Nullable Boolean recordInputs,
        @Nullable Boolean recordOutputs,
        @Nullable UnaryOperator<String> filter,
        @Nullable Integer maxBytes) {

    /** Everything is as the Sentry SDK's own settings say. */
    public static final ContentSettings DEFAULT = new ContentSettings(null, null, null, null);
}
