package dev.sentryai.cli.report;

/** Makes any text safe inside elements and quoted attributes of XML and HTML. */
final class Markup {

    private static final char REPLACEMENT = '\uFFFD';

    private Markup() {}

    static String of(String text) {
        StringBuilder markup = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(point -> append(point, markup));
        return markup.toString();
    }

    private static void append(int point, StringBuilder markup) {
        switch (point) {
            case '&' -> markup.append("&amp;");
            case '<' -> markup.append("&lt;");
            case '>' -> markup.append("&gt;");
            case '"' -> markup.append("&quot;");
            case '\'' -> markup.append("&#39;");
            case '\n' -> markup.append("&#10;"); // an attribute would lose it otherwise
            default -> markup.appendCodePoint(isCharacter(point) ? point : REPLACEMENT);
        }
    }

    /** What XML 1.0 allows, except for marks that turn the direction of writing. */
    private static boolean isCharacter(int point) {
        if (point < 0x20) {
            return point == '\t';
        }
        boolean control = point >= 0x7f && point <= 0x9f;
        boolean surrogate = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
        boolean direction = point == 0x61c
                || point == 0x200e
                || point == 0x200f
                || (point >= 0x202a && point <= 0x202e)
                || (point >= 0x2066 && point <= 0x2069);
        return !control && !surrogate && !direction && point != 0xfffe && point != 0xffff;
    }
}
