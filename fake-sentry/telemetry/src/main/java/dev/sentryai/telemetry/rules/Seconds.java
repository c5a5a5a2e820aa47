package dev.sentryai.telemetry.rules;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Seconds and rates for people: at most six decimals, no exponent. */
final class Seconds {

    private static final int MICROSECONDS = 6;

    private Seconds() {}

    static String of(double seconds) {
        if (!Double.isFinite(seconds)) {
            return Double.toString(seconds); // what comes over the wire may be beyond all numbers
        }
        return BigDecimal.valueOf(seconds)
                .setScale(MICROSECONDS, RoundingMode.HALF_EVEN)
                .stripTrailingZeros()
                .toPlainString();
    }
}
