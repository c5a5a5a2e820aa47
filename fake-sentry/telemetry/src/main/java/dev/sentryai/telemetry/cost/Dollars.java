package dev.sentryai.telemetry.cost;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Amounts of US dollars as people read them. */
public final class Dollars {

    private static final MathContext THREE_DIGITS = new MathContext(3, RoundingMode.HALF_UP);

    private Dollars() {}

    /**
     * Returns the amount: whole cents from a dollar on, below that three significant digits.
     *
     * @param amount finite
     * @return such as {@code $12.30}, {@code $0.00215} or {@code -$0.5}
     */
    public static String text(double amount) {
        BigDecimal exact = BigDecimal.valueOf(Math.abs(amount));
        BigDecimal rounded = exact.compareTo(BigDecimal.ONE) >= 0
                ? exact.setScale(2, RoundingMode.HALF_UP)
                : exact.round(THREE_DIGITS).stripTrailingZeros();
        String digits = rounded.signum() == 0 ? "0" : rounded.toPlainString();
        return (amount < 0 ? "-$" : "$") + digits;
    }
}
