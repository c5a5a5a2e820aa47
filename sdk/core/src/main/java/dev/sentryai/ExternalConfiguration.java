package dev.sentryai;

import dev.sentryai.protocol.price.PriceTable;
import io.sentry.ILogger;
import io.sentry.SentryLevel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Settings from system properties, the environment and {@code sentry.properties}. */
final class ExternalConfiguration {

    private final Function<String, @Nullable String> properties;
    private final ILogger logger;

    /** @param properties the Sentry SDK's look-up: takes a key without the prefix {@code sentry.}, returns null for none */
    ExternalConfiguration(Function<String, @Nullable String> properties, ILogger logger) {
        this.properties = properties;
        this.logger = logger;
    }

    /** Overwrites what is set outside, as the Sentry SDK does with its own options; a bad value changes nothing. */
    void applyTo(SentryAiOptions options) {
        apply("ai.stream-gen-ai-spans", options::setStreamGenAiSpans);
        apply("ai.stream-foreign-spans", options::setStreamForeignSpans);
        apply("ai.record-inputs", options::setRecordInputs);
        apply("ai.record-outputs", options::setRecordOutputs);
        apply("ai.emit-deprecated-attributes", options::setEmitDeprecatedAttributes);
        applyNumber("ai.max-content-bytes", options::setMaxContentBytes);
        applyPolicy("ai.foreign-span-policy", options::setForeignSpanPolicy);
        apply("ai.emit-metrics", options::setEmitMetrics);
        apply("ai.emit-logs", options::setEmitLogs);
        applyPrices("ai.prices", options::setPrices);
    }

    private void applyNumber(String key, Consumer<Integer> setter) {
        String text = properties.apply(key);
        if (text == null || text.isBlank()) {
            return;
        }
        try {
            setter.accept(Integer.valueOf(text.strip()));
        } catch (IllegalArgumentException e) {
            logger.log(
                    SentryLevel.WARNING,
                    "sentry.%s must be a positive whole number but is \"%s\"; the value is ignored.",
                    key,
                    text);
        }
    }

    private void applyPolicy(String key, Consumer<ForeignSpanPolicy> setter) {
        String text = properties.apply(key);
        if (text == null || text.isBlank()) {
            return;
        }
        switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "enrich" -> setter.accept(ForeignSpanPolicy.ENRICH);
            case "replace" -> setter.accept(ForeignSpanPolicy.REPLACE);
            default ->
                logger.log(
                        SentryLevel.WARNING,
                        "sentry.%s must be enrich or replace but is \"%s\"; the value is ignored.",
                        key,
                        text);
        }
    }

    private void applyPrices(String key, Consumer<PriceTable> setter) {
        String text = properties.apply(key);
        if (text == null || text.isBlank()) {
            return;
        }
        String name = text.strip();
        try {
            setter.accept(
                    name.equals("bundled")
                            ? PriceTable.bundled()
                            : PriceTable.parse(name, Files.readString(Path.of(name))));
        } catch (IOException | IllegalArgumentException e) {
            logger.log(
                    SentryLevel.WARNING,
                    "sentry.%s must be bundled or a file of prices but is \"%s\"; the value is ignored: %s",
                    key,
                    name,
                    e);
        }
    }

    private void apply(String key, Consumer<Boolean> setter) {
        String text = properties.apply(key);
        if (text == null || text.isBlank()) {
            return;
        }
        switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "true" -> setter.accept(true);
            case "false" -> setter.accept(false);
            default ->
                logger.log(
                        SentryLevel.WARNING,
                        "sentry.%s must be true or false but is \"%s\"; the value is ignored.",
                        key,
                        text);
        }
    }
}
