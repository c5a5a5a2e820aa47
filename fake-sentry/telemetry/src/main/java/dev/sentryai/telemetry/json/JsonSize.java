package dev.sentryai.telemetry.json;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The size of values as compact JSON in UTF-8, in bytes; only for what is suspiciously large. */
public final class JsonSize {

    private static final int NULL = 4;

    private JsonSize() {}

    public static long of(@Nullable Object value) {
        if (value instanceof String text) {
            return ofText(text);
        } else if (value instanceof Map<?, ?> map) {
            return ofMembers(map);
        } else if (value instanceof List<?> list) {
            return ofElements(list);
        }
        return value == null ? NULL : value.toString().length();
    }

    private static long ofMembers(Map<?, ?> map) {
        long size = 2L + Math.max(0, map.size() - 1);
        for (Map.Entry<?, ?> member : map.entrySet()) {
            size += of(member.getKey()) + 1 + of(member.getValue());
        }
        return size;
    }

    private static long ofElements(List<?> list) {
        long size = 2L + Math.max(0, list.size() - 1);
        for (Object element : list) {
            size += of(element);
        }
        return size;
    }

    private static long ofText(String text) {
        long size = 2 + utf8(text);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\' || c < ' ') {
                size++;
            }
        }
        return size;
    }

    /** Bytes of the text itself in UTF-8. */
    public static long utf8(String text) {
        long size = text.length();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                size += c < 0x800 || Character.isSurrogate(c) ? 1 : 2; // two surrogates are four bytes
            }
        }
        return size;
    }
}
