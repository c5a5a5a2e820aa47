package dev.sentryai.protocol.price;

import java.util.regex.Pattern;

/** Names of models as prices are looked up by. */
final class ModelName {

    /** A date, a version with whatever follows it, or both: what Sentry takes off a name before it looks up the price. */
    private static final Pattern DATE_AND_VERSION =
            Pattern.compile("(?:[-_@](?:\\d{4}[-/.]\\d{2}[-/.]\\d{2}|\\d{8}))?(?:[-_]v\\d+[:.]?\\d*(?:[-:].*)?)?\\z");

    private ModelName() {}

    /** Returns the name without date and version: {@code gpt-4o} for {@code gpt-4o-2024-08-06}. */
    static String normalize(String model) {
        String normalized = DATE_AND_VERSION.matcher(model).replaceFirst("");
        return normalized.isEmpty() ? model : normalized;
    }
}
