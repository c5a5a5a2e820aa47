package dev.sentryai.context;

import dev.sentryai.value.AttributeValue;
import io.sentry.ILogger;
import io.sentry.SentryLevel;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the attributes of a block of code are. */
final class ContextAttributes {

    private ContextAttributes() {}

    /** Returns the given attributes, sanitised, over those of the block around. Maps that fail are read as far as they go. */
    static Map<String, Object> over(Map<String, Object> around, Map<String, ?> given, ILogger logger) {
        Map<String, Object> all = new LinkedHashMap<>(around);
        try {
            given.forEach((key, value) ->
                    AttributeValue.of(value).ifPresentOrElse(sane -> all.put(key, sane), () -> all.remove(key)));
        } catch (RuntimeException | StackOverflowError e) {
            logger.log(SentryLevel.WARNING, "The attributes of a block of sentry-ai could not be read.", e);
        }
        return Collections.unmodifiableMap(all);
    }
}
