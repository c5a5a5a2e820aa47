package dev.sentryai.telemetry.rules.content;

/** Text that lost characters: halves of surrogate pairs, NUL, and what stands for bytes that were no UTF-8. */
final class BrokenText {

    private static final char REPLACEMENT = '\uFFFD';

    private BrokenText() {}

    static boolean isIn(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c > 0 && c < Character.MIN_SURROGATE) {
                continue; // as nearly all do
            }
            if (c == 0 || c == REPLACEMENT || (Character.isSurrogate(c) && !isPair(text, i))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isPair(String text, int i) {
        return Character.isHighSurrogate(text.charAt(i))
                ? i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))
                : i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
    }
}
