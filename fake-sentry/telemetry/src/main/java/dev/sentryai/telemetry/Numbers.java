package dev.sentryai.telemetry;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads numbers as what they are asked for, as long as nothing gets lost. */
final class Numbers {

    private static final double TWO_TO_53 = 9007199254740992.0;

    private Numbers() {}

    /** Whole numbers of 64 bit; also those that were written as a decimal, such as 12.0. */
    static Optional<Long> integer(@Nullable Object value) {
        if (value instanceof Long whole) {
            return Optional.of(whole);
        }
        if (value instanceof Double number && number == Math.rint(number) && Math.abs(number) < TWO_TO_53) {
            return Optional.of(number.longValue());
        }
        return Optional.empty();
    }

    /** Any number; empty where a double cannot hold it. */
    static Optional<Double> number(@Nullable Object value) {
        boolean tooLarge = value instanceof BigInteger || value instanceof BigDecimal;
        return value instanceof Number number && !tooLarge ? Optional.of(number.doubleValue()) : Optional.empty();
    }
}
