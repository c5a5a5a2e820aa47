package dev.sentryai.telemetry.rules.subject;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Seconds and rates for people: at most six decimals, no exponent. */
public final class Seconds {

    /** From here on it is no time in seconds: in seconds the year 5138, in milliseconds the year 1973. */
    public static final double NOT_SECONDS = 1e11;

    private static final int MICROSECONDS = 6;

    private Seconds() {}

    public static String of(double seconds) {
        if (!Double.isFinite(seconds)) {
            return Double.toString(seconds); // what comes over the wire may be beyond all numbers
        }
        return BigDecimal.valueOf(seconds)
                .setScale(MICROSECONDS, RoundingMode.HALF_EVEN)
                .stripTrailingZeros()
                .toPlainString();
    }
}
