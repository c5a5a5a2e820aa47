package dev.sentryai.protocol.price;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Where prices come from.
 *
 * @param name such as {@code models.dev} or the name of a file
 * @param commit the exact state of the source; null when there is none or it is not known
 * @param date the day from which the prices are; null when not known
 */
public record PriceSource(
        String name, @Nullable String commit, @Nullable LocalDate date) {

    /** Returns the name and, where it is known, the date, such as {@code models.dev of 2026-07-02}. */
    @Override
    public String toString() {
        return date == null ? name : name + " of " + date;
    }
}
