package dev.sentryai.value;

/** Makes text that UTF-8 can carry and that is not too long. */
final class Texts {

    /** Ends what was cut and stands for what was left out. */
    static final String CUT = "...";

    private static final char REPLACEMENT = '\uFFFD';

    private Texts() {}

    /**
     * Replaces lone surrogates and cuts what is longer than {@code maxChars}, never inside a surrogate pair.
     *
     * @param maxChars how much of the text stays when it is cut; the ending comes on top
     */
    static String safe(String text, int maxChars) {
        if (text.length() <= maxChars) {
            return withoutLoneSurrogates(text);
        }
        int end = Math.max(0, maxChars);
        boolean splitsPair = end > 0 && Character.isHighSurrogate(text.charAt(end - 1));
        return withoutLoneSurrogates(text.substring(0, splitsPair ? end - 1 : end)) + CUT;
    }

    private static String withoutLoneSurrogates(String text) {
        StringBuilder repaired = null;
        for (int i = 0; i < text.length(); i++) {
            if (isPairAt(text, i)) {
                i++;
            } else if (Character.isSurrogate(text.charAt(i))) {
                repaired = repaired == null ? new StringBuilder(text) : repaired;
                repaired.setCharAt(i, REPLACEMENT);
            }
        }
        return repaired == null ? text : repaired.toString();
    }

    private static boolean isPairAt(String text, int i) {
        return i + 1 < text.length() && Character.isSurrogatePair(text.charAt(i), text.charAt(i + 1));
    }
}
