package dev.sentryai.value;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.DoubleAdder;
import java.util.concurrent.atomic.LongAdder;

/** Reduces numbers to Long and finite Double; what fits neither without loss becomes text. */
final class Numbers {

    private Numbers() {}

    static Object plain(Number number) {
        if (isIntegral(number)) {
            return number.longValue();
        }
        if (number instanceof Float) {
            // Float.toString keeps 0.7f as 0.7; widening makes it 0.699999988079071
            return finite(Double.parseDouble(number.toString()));
        }
        if (number instanceof Double || number instanceof DoubleAdder) {
            return finite(number.doubleValue());
        }
        if (number instanceof BigInteger integer) {
            return integer.bitLength() < Long.SIZE ? (Object) integer.longValue() : integer.toString();
        }
        return number instanceof BigDecimal decimal ? exact(decimal) : parsed(number.toString());
    }

    private static boolean isIntegral(Number number) {
        return number instanceof Long
                || number instanceof Integer
                || number instanceof Short
                || number instanceof Byte
                || number instanceof AtomicInteger
                || number instanceof AtomicLong
                || number instanceof LongAdder;
    }

    private static Object finite(double number) {
        return Double.isFinite(number) ? (Object) number : Double.toString(number);
    }

    private static Object exact(BigDecimal decimal) {
        double number = decimal.doubleValue();
        boolean exact = Double.isFinite(number) && BigDecimal.valueOf(number).compareTo(decimal) == 0;
        return exact ? (Object) number : decimal.toString();
    }

    /** For number types of other libraries, which say what they are in their text. */
    private static Object parsed(String text) {
        try {
            return exact(new BigDecimal(text));
        } catch (NumberFormatException notDecimal) {
            return text;
        }
    }
}
