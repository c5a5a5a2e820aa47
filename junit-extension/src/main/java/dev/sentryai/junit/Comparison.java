package dev.sentryai.junit;

import dev.sentryai.telemetry.tree.PlainText;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What was expected and what was found, as text without control characters.
 *
 * @param expected whole
 * @param actual whole
 */
record Comparison(String expected, String actual) {

    static final String ABSENT = "(absent)";

    private static final int WIDTH = 160;
    /** How much of what is equal stays in sight before the first difference. */
    private static final int CONTEXT = 40;

    static Comparison of(Object expected, Optional<?> actual) {
        return new Comparison(text(expected), actual.map(Comparison::text).orElse(ABSENT));
    }

    static String text(@Nullable Object value) {
        if (value instanceof CharSequence text) {
            return '"' + PlainText.line(text.toString()) + '"';
        }
        if (value instanceof Collection<?> values) {
            return values.stream().map(Comparison::text).collect(Collectors.joining(", ", "[", "]"));
        }
        return PlainText.line(String.valueOf(value));
    }

    /** Both cut to one line, at the same place, so that the first difference can be seen. */
    Comparison excerpt() {
        int start = Math.max(0, firstDifference() - CONTEXT);
        int from = Math.max(expected.length(), actual.length()) <= WIDTH ? 0 : start;
        return new Comparison(cut(expected, from), cut(actual, from));
    }

    private int firstDifference() {
        int shorter = Math.min(expected.length(), actual.length());
        int index = 0;
        while (index < shorter && expected.charAt(index) == actual.charAt(index)) {
            index++;
        }
        return index;
    }

    private static String cut(String text, int from) {
        int start = Math.min(from, Math.max(0, text.length() - CONTEXT));
        int end = Math.min(text.length(), start + WIDTH);
        return (start > 0 ? "…" : "") + text.substring(start, end) + (end < text.length() ? "…" : "");
    }
}
