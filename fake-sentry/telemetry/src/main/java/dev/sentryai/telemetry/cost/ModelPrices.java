package dev.sentryai.telemetry.cost;

import dev.sentryai.protocol.price.ModelPrice;
import dev.sentryai.protocol.price.PriceTable;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A table of prices that remembers what it was asked, because telemetry names few models very often and looking a price up takes its
 * time. Thread-safe.
 */
public final class ModelPrices {

    /** Telemetry has a few dozen models; more come from someone who makes them up. */
    private static final int MAX_REMEMBERED = 1000;

    private final PriceTable table;
    private final Map<String, Optional<ModelPrice>> remembered = new ConcurrentHashMap<>();

    /**
     * Makes it for a table.
     *
     * @param table what models cost
     */
    public ModelPrices(PriceTable table) {
        this.table = table;
    }

    /**
     * Where the prices come from.
     *
     * @return the table as given
     */
    public PriceTable table() {
        return table;
    }

    /**
     * What a model costs.
     *
     * @param model as sent
     * @return empty if no cost can be computed for it
     */
    public Optional<ModelPrice> find(String model) {
        Optional<ModelPrice> known = remembered.get(model);
        if (known == null) {
            known = table.find(model);
            if (remembered.size() < MAX_REMEMBERED) {
                remembered.put(model, known);
            }
        }
        return known;
    }
}
