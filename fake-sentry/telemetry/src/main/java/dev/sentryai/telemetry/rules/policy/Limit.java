package dev.sentryai.telemetry.rules.policy;

import org.jspecify.annotations.Nullable;

/**
 * The most that something may use.
 *
 * @param dollars estimated cost in USD, not negative; null if any cost will do
 * @param tokens input and output together, not negative; null if any number will do
 */
public record Limit(@Nullable Double dollars, @Nullable Long tokens) {

    /** No limit. */
    public static final Limit NONE = new Limit(null, null);

    /**
     * Checks the amounts.
     *
     * @throws IllegalArgumentException if one of them is negative or no number
     */
    public Limit {
        if (dollars != null && !(dollars >= 0)) {
            throw new IllegalArgumentException("Dollars must not be negative but were " + dollars);
        }
        if (tokens != null && tokens < 0) {
            throw new IllegalArgumentException("Tokens must not be negative but were " + tokens);
        }
    }

    /**
     * Whether it limits nothing.
     *
     * @return true if any cost and any number of tokens will do
     */
    public boolean isNone() {
        return dollars == null && tokens == null;
    }
}
