package dev.sentryai.protocol;

import java.util.Arrays;

/** A version of the Sentry conventions that this library knows; in order of age, the oldest first. */
public enum ConventionsVersion {
    /** Version 0.19.0. */
    V0_19_0("0.19.0"),
    /** Version 0.33.0. */
    V0_33_0("0.33.0");

    private final String number;

    ConventionsVersion(String number) {
        this.number = number;
    }

    /**
     * Returns the version of that number, such as {@code 0.33.0}.
     *
     * @throws IllegalArgumentException if it is not known
     */
    public static ConventionsVersion parse(String number) {
        for (ConventionsVersion version : values()) {
            if (version.number.equals(number)) {
                return version;
            }
        }
        throw new IllegalArgumentException(
                "conventions version must be one of " + Arrays.toString(values()) + " but was \"" + number + '"');
    }

    /** Returns the newest version. */
    public static ConventionsVersion newest() {
        return V0_33_0;
    }

    /** Returns the number, such as {@code 0.33.0}. */
    @Override
    public String toString() {
        return number;
    }
}
