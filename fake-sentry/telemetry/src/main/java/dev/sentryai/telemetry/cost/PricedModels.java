package dev.sentryai.telemetry.cost;

import dev.sentryai.protocol.price.PriceTable;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The models that have a price. It remembers what it was asked, because looking a price up takes its time. Thread-safe. */
public final class PricedModels {

    /** Telemetry has a few dozen; more come from someone who makes them up. */
    private static final int MAX_REMEMBERED = 1000;

    private final PriceTable prices;
    private final Map<String, Boolean> remembered = new ConcurrentHashMap<>();

    /**
     * Makes it for a table.
     *
     * @param prices what models cost
     */
    public PricedModels(PriceTable prices) {
        this.prices = prices;
    }

    /**
     * Whether the model has a price.
     *
     * @param model as sent
     * @return true if a cost can be computed for it
     */
    public boolean contains(String model) {
        Boolean known = remembered.get(model);
        if (known == null) {
            known = prices.find(model).isPresent();
            if (remembered.size() < MAX_REMEMBERED) {
                remembered.put(model, known);
            }
        }
        return known;
    }
}
