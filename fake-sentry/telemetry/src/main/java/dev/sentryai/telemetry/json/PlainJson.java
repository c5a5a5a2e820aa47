package dev.sentryai.telemetry.json;

import java.util.Arrays;
import java.util.Collections;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON as SDKs write it, in one pass over its bytes. What is malformed, and what hardly ever stands in telemetry, it leaves to a
 * reader that knows all of JSON and says what is wrong. Used by one thread, for one text after the other.
 */
final class PlainJson {

    /** In place of a value: it is not plain. */
    static final Object UNUSUAL = new Object();

    /** Behind the last byte. */
    private static final int END = 0;

    private static final int MAX_DEPTH = 100;
    private static final int MAX_NAME = 100;
    private static final int USUAL_CAPACITY = 128;

    private static final byte[] NO_BYTES = {};
    private static final @Nullable Object[] NO_VALUES = {};

    private final PlainText texts = new PlainText();
    private final PlainNumber numbers = new PlainNumber();
    private final KnownNames names = new KnownNames();

    /** Stands around the outermost value. */
    private final KnownName outermost = new KnownName(NO_BYTES, 0, 0, 0);

    // What is being read.
    private byte[] bytes = NO_BYTES;
    private int start;
    private int end;
    private int position;
    private int depth;
    private boolean countsCharacters;

    /** Names of the objects that are still open. */
    private KnownName[] openNames = new KnownName[USUAL_CAPACITY];

    private int nameCount;

    /** Values of the objects and arrays that are still open. */
    private @Nullable Object[] openValues = new Object[USUAL_CAPACITY];

    private int valueCount;

    /**
     * The value, if nothing else stands in the range; else {@link #UNUSUAL}.
     *
     * @param inCharacters whether offsets shall count characters
     */
    @Nullable
    Object read(byte[] source, int from, int length, boolean inCharacters) {
        bytes = source;
        start = from;
        position = from;
        end = from + length;
        countsCharacters = inCharacters;
        depth = 0;
        nameCount = 0;
        valueCount = 0;
        texts.start();
        Object value = value(outermost);
        Object whole = value != UNUSUAL && peek() == END && position == end ? value : UNUSUAL;
        forget();
        return whole;
    }

    /** What was read shall not live as long as the thread. */
    private void forget() {
        bytes = NO_BYTES;
        if (openValues.length > USUAL_CAPACITY) {
            openValues = new Object[USUAL_CAPACITY];
            openNames = new KnownName[USUAL_CAPACITY];
        } else {
            Arrays.fill(openValues, null);
        }
    }

    /** The next byte that is no white space. */
    private int peek() {
        while (position < end) {
            byte next = bytes[position];
            if (next > ' ' || (next != ' ' && next != '\n' && next != '\r' && next != '\t')) {
                return next;
            }
            position++;
        }
        return END;
    }

    /** Goes behind the next byte if it is that one. */
    private boolean skip(char expected) {
        if (peek() != expected) {
            return false;
        }
        position++;
        return true;
    }

    private @Nullable Object value(KnownName around) {
        return switch (peek()) {
            case '"' -> text();
            case '{' -> object(around);
            case '[' -> array(around);
            case 't' -> literal("true", true);
            case 'f' -> literal("false", false);
            case 'n' -> literal("null", null);
            default -> number();
        };
    }

    private Object text() {
        Object text = texts.read(bytes, position + 1, end);
        position = texts.end();
        return text;
    }

    private Object number() {
        Object number = numbers.read(bytes, position, end);
        position = numbers.end();
        return number;
    }

    private @Nullable Object literal(String word, @Nullable Object value) {
        for (int i = 0; i < word.length(); i++) {
            if (position == end || bytes[position++] != word.charAt(i)) {
                return UNUSUAL;
            }
        }
        return value;
    }

    private Object array(KnownName around) {
        int first = valueCount;
        position++;
        if (++depth > MAX_DEPTH) {
            return UNUSUAL;
        }
        if (peek() != ']') {
            do {
                Object value = value(around);
                if (value == UNUSUAL) {
                    return UNUSUAL;
                }
                push(value);
            } while (skip(','));
        }
        depth--;
        return skip(']') ? Collections.unmodifiableList(Arrays.asList(pop(first))) : UNUSUAL;
    }

    private Object object(KnownName around) {
        int offset = position - start - (countsCharacters ? texts.surplus() : 0);
        int firstName = nameCount;
        int firstValue = valueCount;
        position++;
        if (++depth > MAX_DEPTH) {
            return UNUSUAL;
        }
        if (peek() != '}' && !members(around)) {
            return UNUSUAL;
        }
        depth--;
        MemberNames row = names.row(openNames, firstName, nameCount);
        nameCount = firstName;
        return skip('}') && row.repeated() == null ? JsonObject.of(row, pop(firstValue), offset) : UNUSUAL;
    }

    /** Whether they are plain. */
    private boolean members(KnownName around) {
        KnownName last = name(around.first);
        around.first = last;
        while (last != null) {
            Object value = value(last);
            if (value == UNUSUAL) {
                return false;
            }
            push(last, value);
            if (!skip(',')) {
                return true;
            }
            KnownName next = name(last.next);
            last.next = next;
            last = next;
        }
        return false;
    }

    /** The name of the next member, up to the colon; null if it is not plain. */
    private @Nullable KnownName name(@Nullable KnownName likely) {
        if (!skip('"')) {
            return null;
        }
        KnownName name = likely != null && isNext(likely) ? likely : unlikelyName();
        if (name == null) {
            return null;
        }
        position += name.length() + 1;
        return skip(':') ? name : null;
    }

    private boolean isNext(KnownName name) {
        int quote = position + name.length();
        return quote < end && bytes[quote] == '"' && name.isAt(bytes, position, quote);
    }

    private @Nullable KnownName unlikelyName() {
        int hash = 0;
        int last = Math.min(end, position + MAX_NAME);
        for (int i = position; i < last; i++) {
            byte next = bytes[i];
            if (next == '"') {
                return names.get(bytes, position, i, hash);
            }
            if (!PlainText.isPlain(next)) {
                return null;
            }
            hash = hash * 31 + next;
        }
        return null;
    }

    private void push(KnownName name, @Nullable Object value) {
        if (nameCount == openNames.length) {
            openNames = Arrays.copyOf(openNames, nameCount * 2);
        }
        openNames[nameCount++] = name;
        push(value);
    }

    private void push(@Nullable Object value) {
        if (valueCount == openValues.length) {
            openValues = Arrays.copyOf(openValues, valueCount * 2);
        }
        openValues[valueCount++] = value;
    }

    /** The values from there on, which are no longer open. */
    private @Nullable Object[] pop(int first) {
        int count = valueCount - first;
        valueCount = first;
        return count == 0 ? NO_VALUES : Arrays.copyOfRange(openValues, first, first + count);
    }
}
