package dev.sentryai.protocol.json;

import java.lang.reflect.Array;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes one value. Knows at every moment where in the value it is, to name the place of what it refuses. */
final class JsonWriter {

    private static final char REPLACEMENT = '\uFFFD';
    private static final String HEX = "0123456789abcdef";
    /** What of a path helps to find the place; the rest of a self-containing list's path does not. */
    private static final int MAX_SHOWN_PATH = 16;

    private final StringBuilder out = new StringBuilder(64);
    /** The keys and indexes that lead to the current value; the first {@link #depth} entries count. */
    private Object[] path = new Object[4];

    private int depth;

    String write(@Nullable Object value) {
        writeValue(value);
        return out.toString();
    }

    private void writeValue(@Nullable Object value) {
        if (value == null) {
            out.append("null");
        } else if (value instanceof CharSequence || value instanceof Character) {
            writeString(value.toString());
        } else if (value instanceof Number number) {
            writeNumber(number);
        } else if (value instanceof Boolean) {
            out.append(value);
        } else if (value instanceof JsonText json) {
            out.append(json.text());
        } else {
            writeContainer(value);
        }
    }

    private void writeContainer(Object value) {
        if (value instanceof JsonValue json) {
            writeObject(json.toJson());
        } else if (value instanceof Map<?, ?> map) {
            writeObject(map);
        } else if (value instanceof Iterable<?> values) {
            writeArray(values);
        } else if (value.getClass().isArray()) {
            writeJavaArray(value);
        } else {
            throw refused("no JSON for a " + value.getClass().getName());
        }
    }

    private void writeObject(Map<?, ?> members) {
        enter();
        char separator = '{';
        for (Map.Entry<?, ?> member : members.entrySet()) {
            out.append(separator);
            separator = ',';
            writeString(keyOf(member));
            out.append(':');
            writeValue(member.getValue());
        }
        leave(separator == '{' ? "{}" : "}");
    }

    private String keyOf(Map.Entry<?, ?> member) {
        if (member.getKey() instanceof CharSequence key) {
            path[depth - 1] = key;
            return key.toString();
        }
        path[depth - 1] = "*";
        throw refused("keys must be strings but one was " + member.getKey());
    }

    private void writeArray(Iterable<?> values) {
        enter();
        char separator = '[';
        int index = 0;
        for (Object value : values) {
            writeElement(separator, index++, value);
            separator = ',';
        }
        leave(index == 0 ? "[]" : "]");
    }

    private void writeJavaArray(Object array) {
        enter();
        int length = Array.getLength(array);
        for (int index = 0; index < length; index++) {
            writeElement(index == 0 ? '[' : ',', index, Array.get(array, index));
        }
        leave(length == 0 ? "[]" : "]");
    }

    private void writeElement(char separator, int index, @Nullable Object value) {
        out.append(separator);
        path[depth - 1] = index;
        writeValue(value);
    }

    private void enter() {
        if (depth == Json.MAX_DEPTH) {
            throw refused("arrays and objects nest deeper than " + Json.MAX_DEPTH + "; does one contain itself?");
        }
        if (depth == path.length) {
            path = Arrays.copyOf(path, 2 * depth);
        }
        path[depth++] = "";
    }

    private void leave(String end) {
        out.append(end);
        depth--;
    }

    private void writeNumber(Number number) {
        if (number instanceof Double || number instanceof Float) {
            if (!Double.isFinite(number.doubleValue())) {
                throw refused("numbers must be finite but one was " + number);
            }
            out.append(number);
        } else if (number instanceof Long
                || number instanceof Integer
                || number instanceof Short
                || number instanceof Byte
                || number instanceof BigInteger) {
            out.append(number);
        } else {
            out.append(decimal(number));
        }
    }

    /** Other classes promise nothing about their text, so it is read before it is trusted. */
    private BigDecimal decimal(Number number) {
        if (number instanceof BigDecimal decimal) {
            return decimal;
        }
        try {
            return new BigDecimal(number.toString());
        } catch (NumberFormatException e) {
            throw refused("no JSON number in a " + number.getClass().getName());
        }
    }

    private void writeString(String text) {
        out.append('"');
        int written = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= ' ' && c != '"' && c != '\\' && !Character.isSurrogate(c)) {
                continue;
            }
            if (isPair(text, i)) {
                i++;
                continue;
            }
            out.append(text, written, i);
            writeEscaped(c);
            written = i + 1;
        }
        out.append(text, written, text.length()).append('"');
    }

    private static boolean isPair(String text, int index) {
        return Character.isHighSurrogate(text.charAt(index))
                && index + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(index + 1));
    }

    private void writeEscaped(char c) {
        switch (c) {
            case '"', '\\' -> out.append('\\').append(c);
            case '\b' -> out.append("\\b");
            case '\f' -> out.append("\\f");
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            default -> writeOther(c);
        }
    }

    private void writeOther(char c) {
        if (Character.isSurrogate(c)) {
            out.append(REPLACEMENT);
        } else {
            out.append("\\u00").append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 0xF));
        }
    }

    private IllegalArgumentException refused(String reason) {
        return new IllegalArgumentException("At \"" + pointer() + "\": " + reason);
    }

    private String pointer() {
        StringBuilder pointer = new StringBuilder();
        for (int i = 0; i < Math.min(depth, MAX_SHOWN_PATH); i++) {
            pointer.append('/').append(path[i].toString().replace("~", "~0").replace("/", "~1"));
        }
        return depth > MAX_SHOWN_PATH ? pointer + "/…" : pointer.toString();
    }
}
