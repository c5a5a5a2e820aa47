package dev.sentryai.protocol.json;

import org.jspecify.annotations.Nullable;

/** Writes values as JSON text without white space. */
public final class Json {

    /** How deeply arrays and objects may nest, in a written value as well as in a {@link JsonText}. */
    public static final int MAX_DEPTH = 256;

    private Json() {}

    /**
     * Returns the value as JSON text. Lone surrogates become U+FFFD, so that the text can always be sent as UTF-8.
     *
     * @param value null, a {@link CharSequence}, {@link Character}, {@link Boolean}, finite {@link Number}, {@link JsonText} or
     *     {@link JsonValue}, or a map with string keys, an iterable or an array of those
     * @throws IllegalArgumentException if a value is of another type or a number is not finite, or if arrays and objects nest
     *     deeper than {@link #MAX_DEPTH}, as they do when one contains itself; the message names the place as a JSON pointer
     */
    public static String write(@Nullable Object value) {
        return new JsonWriter().write(value);
    }
}
