package dev.sentryai.telemetry;

/**
 * A part of an envelope that could not be read, while the rest could.
 *
 * @param location where reading stopped
 * @param itemType type of the item, as sent
 * @param reason what was expected and what was found
 */
public record Problem(Location location, String itemType, String reason) {

    @Override
    public String toString() {
        return location + ": " + itemType + " item: " + reason;
    }
}
