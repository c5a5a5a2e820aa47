package dev.sentryai.telemetry.rules.subject;

/** Values of any origin as short, harmless text for messages: one line, no control characters, bounded length. */
public final class Excerpt {

    private static final int MAX_LENGTH = 120;

    private Excerpt() {}

    public static String of(Object value) {
        String text = value.toString();
        int length = Math.min(text.length(), MAX_LENGTH);
        StringBuilder excerpt = new StringBuilder(length + 1);
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            excerpt.append(isHarmless(c) ? c : ' ');
        }
        return text.length() > length ? excerpt.append('…').toString() : excerpt.toString();
    }

    /** Controls could move the cursor of a terminal, format characters reverse what is read; both are left out. */
    private static boolean isHarmless(char c) {
        int type = Character.getType(c);
        return !Character.isISOControl(c)
                && type != Character.FORMAT
                && type != Character.LINE_SEPARATOR
                && type != Character.PARAGRAPH_SEPARATOR;
    }
}
