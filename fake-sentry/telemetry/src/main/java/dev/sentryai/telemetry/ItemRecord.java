package dev.sentryai.telemetry;

import dev.sentryai.telemetry.envelope.Item;

/**
 * An item that holds neither spans nor an error event, or one that could not be read (see {@link Telemetry#problems}).
 *
 * @param location where the payload starts
 * @param item the item, header and payload
 */
public record ItemRecord(Location location, Item item) {

    /**
     * The item's type as sent.
     *
     * @return for example {@code client_report}
     */
    public String type() {
        return item.type();
    }

    /**
     * The size of the payload.
     *
     * @return a number of bytes
     */
    public int bytes() {
        return item.length();
    }
}
