package dev.sentryai.telemetry.rules.subject;

import org.jspecify.annotations.Nullable;

/** Hexadecimal ids, checked without regular expressions because every span has three. */
public final class Hex {

    public static final int TRACE_ID_LENGTH = 32;
    public static final int SPAN_ID_LENGTH = 16;

    private Hex() {}

    /** Whether the text is an id as it should be: in lower case, and not zero. */
    static boolean isId(@Nullable String text, int length) {
        return text != null && isLower(text, length) && !isZero(text, length);
    }

    public static boolean is(String text, int length) {
        if (text.length() != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (!isLower(c) && (c < 'A' || c > 'F')) {
                return false;
            }
        }
        return true;
    }

    public static boolean isLower(String text, int length) {
        if (text.length() != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (!isLower(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    public static boolean isZero(String text, int length) {
        if (text.length() != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (text.charAt(i) != '0') {
                return false;
            }
        }
        return true;
    }

    private static boolean isLower(int c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
    }
}
