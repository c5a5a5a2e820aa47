package dev.sentryai.cli.explain;

import dev.sentryai.cli.check.Coverage;
import dev.sentryai.protocol.AttributeDefinition;
import dev.sentryai.protocol.ConventionsVersion;
import dev.sentryai.protocol.Deprecation;
import dev.sentryai.protocol.Scrubbing;
import dev.sentryai.protocol.UnregisteredAttribute;
import dev.sentryai.protocol.Visibility;
import dev.sentryai.protocol.WellKnownValue;
import dev.sentryai.protocol.WellKnownValues;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Explains attributes. */
record AttributeExplainer(ConventionsVersion version) {

    private static final Map<String, String> MEANINGS = meanings();

    Explanation explain(AttributeDefinition attribute) {
        String key = attribute.key();
        List<String> values = WellKnownValues.of(version).all(key).stream()
                .map(AttributeExplainer::value)
                .toList();
        return new Explanation.Builder()
                .add("means", MEANINGS.getOrDefault(key, ""))
                .add("deprecated", deprecation(attribute.deprecation()))
                .add("type", attribute.type().toString())
                .add("values", values)
                .add("seen on", String.join(", ", Coverage.operationsWith(key)))
                .add(
                        "also read",
                        attribute.lookupChain().stream()
                                .filter(other -> !other.equals(key))
                                .toList())
                .add("aliases", attribute.aliases())
                .add("set by", attribute.visibility() == Visibility.INTERNAL ? "Sentry alone" : "SDKs and users")
                .add("scrubbing", scrubbing(attribute.scrubbing()))
                .add("OTel", attribute.inOtel() ? "has it, too" : "does not have it")
                .build(key, attribute.isDeprecated() ? "deprecated attribute" : "attribute of " + version);
    }

    static Explanation explain(UnregisteredAttribute attribute) {
        String source = switch (attribute.source()) {
            case OTEL -> "OpenTelemetry's conventions for spans; Sentry's don't have it";
            case OTEL_METRIC -> "OpenTelemetry's conventions for metrics; it has no place on spans";
            case REMOVED -> "older conventions, which have dropped it";
            case SDK -> "Sentry's SDKs, which use it for themselves";
        };
        String nearest = attribute.nearest() == null ? "" : "send " + attribute.nearest() + " instead";
        return new Explanation.Builder()
                .add("seen in", source)
                .add("fix", nearest)
                .build(attribute.key(), "unregistered attribute");
    }

    private static String deprecation(@Nullable Deprecation deprecation) {
        if (deprecation == null) {
            return "";
        }
        if (deprecation.replacement() == null) {
            return "nothing replaces it";
        }
        return "send " + deprecation.replacement() + " instead; " + consequence(deprecation.status());
    }

    private static String consequence(Deprecation.Status status) {
        return switch (status) {
            case BACKFILL -> "Sentry copies it there for now";
            case NORMALIZE -> "Sentry moves it there";
            case TRANSFORM -> "Sentry reshapes it and moves it there";
            case NONE -> "Sentry does nothing about it";
        };
    }

    private static String scrubbing(Scrubbing scrubbing) {
        return switch (scrubbing) {
            case AUTO -> "by Sentry's default rules and yours";
            case MANUAL -> "only by rules of yours that name it";
            case NEVER -> "never";
        };
    }

    private static String value(WellKnownValue value) {
        return switch (value.status()) {
            case CURRENT -> value.value();
            case DEPRECATED ->
                value.value() + " (outdated" + (value.replacement() == null ? "" : ", use " + value.replacement())
                        + ')';
            case OTEL -> value.value() + " (OpenTelemetry only)";
        };
    }

    private static Map<String, String> meanings() {
        try (InputStream in = AttributeExplainer.class.getResourceAsStream("meanings.tsv")) {
            Map<String, String> meanings = new HashMap<>();
            new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.split("\t"))
                    .filter(columns -> columns.length == 2)
                    .forEach(columns -> meanings.put(columns[0], columns[1]));
            return meanings;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
