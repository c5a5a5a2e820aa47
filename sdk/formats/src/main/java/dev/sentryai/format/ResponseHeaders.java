package dev.sentryai.format;

import org.jspecify.annotations.Nullable;

/** What came before the body of a response. */
@FunctionalInterface
public interface ResponseHeaders {

    /**
     * Returns the first header of a name; null if there is none.
     *
     * @param name in any case
     */
    @Nullable
    String first(String name);

    /** Returns the number in a header; null if there is none, or anything but a count. */
    default @Nullable Long count(String name) {
        String text = first(name);
        boolean isCount = text != null
                && !text.isEmpty()
                && text.length() < 19
                && text.chars().allMatch(c -> c >= '0' && c <= '9');
        return isCount ? Long.valueOf(text) : null;
    }
}
