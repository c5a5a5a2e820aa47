package dev.sentryai.protocol.json;

import static java.util.Objects.requireNonNull;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Writes values as JSON text without white space, and reads JSON text (RFC 8259, no extensions) into values. */
public final class Json {

    /** How deeply arrays and objects may nest, in a written value as well as in a {@link JsonText}. */
    public static final int MAX_DEPTH = 256;

    /** How deeply arrays and objects may nest in text that is read. */
    public static final int MAX_READ_DEPTH = 512;

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

    /**
     * Returns the value that the text spells: a {@link java.util.LinkedHashMap} with string keys, an {@link java.util.ArrayList}, a
     * {@link String}, a {@link Boolean}, null, or for numbers a {@link Long}, a {@link java.math.BigInteger} (integers beyond 64
     * bit), a {@link Double} or, where a double would overflow, a {@link java.math.BigDecimal}. The containers are the caller's to
     * change. Of members with the same name the last counts. An escaped lone surrogate stays in the string as it is.
     *
     * @param text one JSON value with optional white space around it; its length is the caller's concern
     * @throws MalformedJsonException if the text is anything else, if it nests deeper than {@link #MAX_READ_DEPTH} or if a number
     *     has more than 1000 characters; offsets count characters
     */
    public static @Nullable Object read(String text) {
        return new JsonReader(requireNonNull(text, "text")).read();
    }

    /**
     * Returns the value that the bytes spell, like {@link #read(String)}.
     *
     * @param utf8 one JSON value in UTF-8 with optional white space around it
     * @throws MalformedJsonException also if the bytes are not UTF-8; offsets count bytes
     */
    public static @Nullable Object read(byte[] utf8) {
        String text = decode(requireNonNull(utf8, "utf8"));
        try {
            return read(text);
        } catch (MalformedJsonException e) {
            int bytes = text.substring(0, (int) e.offset()).getBytes(StandardCharsets.UTF_8).length;
            throw new MalformedJsonException(bytes, e.reason(), e);
        }
    }

    /** Decodes strictly: replacing what is broken would change keys and values without a word. */
    private static String decode(byte[] utf8) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(utf8);
        CharBuffer out = CharBuffer.allocate(utf8.length);
        CoderResult result = decoder.decode(in, out, true);
        if (result.isError()) {
            throw new MalformedJsonException(in.position(), "not UTF-8", null);
        }
        return out.flip().toString();
    }
}
