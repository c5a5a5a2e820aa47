package dev.sentryai.telemetry.cost;

import dev.sentryai.protocol.price.ModelPrice;
import dev.sentryai.protocol.price.PriceSource;
import dev.sentryai.protocol.price.PriceTable;
import dev.sentryai.telemetry.json.JsonObject;
import dev.sentryai.telemetry.json.JsonReader;
import dev.sentryai.telemetry.json.MalformedJsonException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads prices in the form in which Sentry hands them to Relay: {@code {"version":1,"models":{…}}}. */
final class ModelMetadataReader {

    private static final Long VERSION = 1L;
    private static final Set<String> RATES = Set.of(
            "inputPerToken",
            "outputPerToken",
            "outputReasoningPerToken",
            "inputCachedPerToken",
            "inputCacheWritePerToken");

    private final String name;
    private final byte[] content;

    ModelMetadataReader(String name, byte[] content) {
        this.name = name;
        this.content = content;
    }

    PriceTable read() {
        JsonObject root = object(json(), "an object", 0);
        if (!VERSION.equals(root.get("version"))) {
            throw malformed(root.offset(), "version 1", root.get("version"));
        }
        JsonObject models = object(root.get("models"), "an object \"models\"", root.offset());
        Map<String, ModelPrice> prices = new LinkedHashMap<>();
        models.forEach((model, value) -> {
            JsonObject metadata = object(value, "an object for model \"" + model + '"', models.offset());
            if (metadata.containsKey("costs")) {
                prices.put(model, price(model, metadata));
            }
        });
        return PriceTable.of(new PriceSource(name, null, null), prices);
    }

    private @Nullable Object json() {
        try {
            return JsonReader.read(content);
        } catch (MalformedJsonException e) {
            throw new IllegalArgumentException(place(e.offset()) + "expected JSON: " + e.reason(), e);
        }
    }

    private ModelPrice price(String model, JsonObject metadata) {
        JsonObject costs =
                object(metadata.get("costs"), "an object \"costs\" of model \"" + model + '"', metadata.offset());
        costs.keySet().stream().filter(key -> !RATES.contains(key)).findFirst().ifPresent(key -> {
            throw malformed(costs.offset(), "costs of model \"" + model + "\" under " + sorted(RATES), key);
        });
        return new ModelPrice(
                rate(costs, "inputPerToken"),
                rate(costs, "outputPerToken"),
                rate(costs, "inputCachedPerToken"),
                rate(costs, "inputCacheWritePerToken"),
                rate(costs, "outputReasoningPerToken"),
                contextSize(metadata));
    }

    private static String sorted(Set<String> names) {
        return String.join(", ", names.stream().sorted().toList());
    }

    private double rate(JsonObject costs, String key) {
        Object value = costs.containsKey(key) ? costs.get(key) : Long.valueOf(0);
        double rate = value instanceof Number number ? number.doubleValue() : Double.NaN;
        if (!(rate >= 0) || Double.isInfinite(rate)) {
            throw malformed(costs.offset(), key + " in US dollars per token, not below zero", value);
        }
        return rate;
    }

    private @Nullable Long contextSize(JsonObject metadata) {
        Object value = metadata.get("contextSize");
        if (value == null) {
            return null;
        }
        if (value instanceof Long tokens && tokens > 0) {
            return tokens;
        }
        throw malformed(metadata.offset(), "contextSize in whole tokens", value);
    }

    private JsonObject object(@Nullable Object value, String expected, long offset) {
        if (value instanceof JsonObject object) {
            return object;
        }
        throw malformed(offset, expected, value);
    }

    private IllegalArgumentException malformed(long offset, String expected, @Nullable Object found) {
        return new IllegalArgumentException(place(offset) + "expected " + expected + " but found "
                + (found == null ? "nothing" : "\"" + found + '"'));
    }

    private String place(long offset) {
        int line = 1;
        for (int at = 0; at < Math.min(offset, content.length); at++) {
            line += content[at] == '\n' ? 1 : 0;
        }
        return name + ", line " + line + ": ";
    }
}
