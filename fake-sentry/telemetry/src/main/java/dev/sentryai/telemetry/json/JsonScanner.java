package dev.sentryai.telemetry.json;

import java.util.Arrays;
import java.util.Collections;
import org.jspecify.annotations.Nullable;

/**
 * Reads well-formed JSON in one pass over its bytes. It never says what is wrong: where it answers {@link #NOT_READ}, the text is
 * malformed or out of the ordinary, and {@link JsonReader} lets jackson-core decide and explain. Used once, by one thread.
 */
final class JsonScanner {

    /** Stands for text that another parser has to judge. */
    static final Object NOT_READ = new Object();

    private final byte[] bytes;
    private final int start;
    private final int end;
    private final StringScanner strings;
    private final NumberScanner numbers;
    private int position;
    private int depth;

    /** Members and elements of the objects and arrays that are still open. */
    private @Nullable Object[] open = new Object[128];

    private int openCount;

    JsonScanner(byte[] bytes, int start, int length) {
        this.bytes = bytes;
        this.start = start;
        this.end = start + length;
        this.position = start;
        this.strings = new StringScanner(bytes, end);
        this.numbers = new NumberScanner(bytes, end);
    }

    /** The value, or {@link #NOT_READ}. */
    @Nullable
    Object read() {
        Object value = value();
        return value != NOT_READ && next() < 0 ? value : NOT_READ;
    }

    private @Nullable Object value() {
        return switch (next()) {
            case '{' -> object();
            case '[' -> array();
            case '"' -> string();
            case 't' -> literal("true", true);
            case 'f' -> literal("false", false);
            case 'n' -> literal("null", null);
            default -> number();
        };
    }

    /** The next byte that is no white space, which stays where it is; -1 at the end. */
    private int next() {
        while (position < end) {
            byte b = bytes[position];
            if (b != ' ' && b != '\n' && b != '\r' && b != '\t') {
                return b & 0xff;
            }
            position++;
        }
        return -1;
    }

    private boolean skip(char expected) {
        if (next() != expected) {
            return false;
        }
        position++;
        return true;
    }

    private Object object() {
        int offset = position++ - start;
        int first = openCount;
        if (++depth > JsonReader.MAX_DEPTH) {
            return NOT_READ;
        }
        if (next() != '}') {
            do {
                if (!member()) {
                    return NOT_READ;
                }
            } while (skip(','));
        }
        if (!skip('}')) {
            return NOT_READ;
        }
        JsonObject object = JsonObject.of(open, first, openCount, offset);
        openCount = first;
        depth--;
        return object;
    }

    private boolean member() {
        if (next() != '"') {
            return false;
        }
        String name = strings.name(position + 1);
        position = strings.position();
        if (name == null || !skip(':')) {
            return false;
        }
        Object value = value();
        push(name);
        push(value);
        return value != NOT_READ;
    }

    private Object array() {
        int first = openCount;
        position++;
        if (++depth > JsonReader.MAX_DEPTH) {
            return NOT_READ;
        }
        if (next() != ']') {
            do {
                Object value = value();
                if (value == NOT_READ) {
                    return NOT_READ;
                }
                push(value);
            } while (skip(','));
        }
        if (!skip(']')) {
            return NOT_READ;
        }
        @Nullable Object[] elements = Arrays.copyOfRange(open, first, openCount);
        openCount = first;
        depth--;
        return Collections.unmodifiableList(Arrays.asList(elements));
    }

    private void push(@Nullable Object value) {
        if (openCount == open.length) {
            open = Arrays.copyOf(open, openCount * 2);
        }
        open[openCount++] = value;
    }

    private Object string() {
        String text = strings.text(position + 1);
        position = strings.position();
        return text == null ? NOT_READ : text;
    }

    private Object number() {
        Number number = numbers.read(position);
        position = numbers.position();
        return number == null ? NOT_READ : number;
    }

    private @Nullable Object literal(String text, @Nullable Object value) {
        int length = text.length();
        if (end - position < length) {
            return NOT_READ;
        }
        for (int i = 1; i < length; i++) {
            if (bytes[position + i] != text.charAt(i)) {
                return NOT_READ;
            }
        }
        position += length;
        return value;
    }
}
