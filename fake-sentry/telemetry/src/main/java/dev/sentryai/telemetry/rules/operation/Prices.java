package dev.sentryai.telemetry.rules.operation;

import dev.sentryai.protocol.price.ModelPrice;
import dev.sentryai.protocol.price.PriceTable;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The bundled prices, remembered per model: telemetry names few models very often. Thread-safe. */
final class Prices {

    /** More models are those of a test or an attack. */
    private static final int MOST_MODELS = 1000;

    private static final Map<String, Optional<ModelPrice>> BY_MODEL = new ConcurrentHashMap<>();

    private Prices() {}

    /** Null if there is no price. */
    static @Nullable ModelPrice of(String model) {
        Optional<ModelPrice> known = BY_MODEL.get(model);
        if (known == null) {
            known = PriceTable.bundled().find(model);
            if (BY_MODEL.size() < MOST_MODELS) {
                BY_MODEL.put(model, known);
            }
        }
        return known.orElse(null);
    }
}
