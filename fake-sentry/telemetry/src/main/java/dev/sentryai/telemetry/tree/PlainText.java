package dev.sentryai.telemetry.tree;

import java.util.regex.Pattern;

/**
 * Makes text from telemetry safe to print: without escape sequences, control characters and marks that turn the direction of
 * writing, any of which could make a terminal show something else than what was sent.
 */
public final class PlainText {

    /** CSI and OSC sequences as a whole, so that no remains such as {@code [31m} are left. */
    private static final Pattern ESCAPES =
            Pattern.compile("(?:\\x1b\\[|\\x9b)[0-?]*[ -/]*[@-~]|\\x1b\\][^\\x07\\x1b]*(?:\\x07|\\x1b\\\\)?");

    private static final Pattern DIRECTION_MARKS =
            Pattern.compile("[\\u061c\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069]");
    private static final Pattern LINE_BREAKS = Pattern.compile("\\r\\n|[\\n\\r\\u0085\\u2028\\u2029]");
    private static final Pattern CONTROLS_AND_SPACES = Pattern.compile("[\\s\\x00-\\x1f\\x7f-\\x9f\\u2028\\u2029]+");
    private static final Pattern CONTROLS = Pattern.compile("[\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f]");

    private PlainText() {}

    /**
     * Text for one line: every run of white space and control characters becomes one blank.
     *
     * @param text any text
     * @return the text, without white space at its ends
     */
    public static String line(String text) {
        return CONTROLS_AND_SPACES.matcher(withoutMarks(text)).replaceAll(" ").strip();
    }

    /**
     * Text for several lines: line breaks become LF, tabs stay.
     *
     * @param text any text
     * @return the text
     */
    public static String block(String text) {
        String lines = LINE_BREAKS.matcher(withoutMarks(text)).replaceAll("\n");
        return CONTROLS.matcher(lines).replaceAll("");
    }

    private static String withoutMarks(String text) {
        return DIRECTION_MARKS.matcher(ESCAPES.matcher(text).replaceAll("")).replaceAll("");
    }
}
