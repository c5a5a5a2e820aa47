package dev.sentryai.telemetry.relay;

import dev.sentryai.telemetry.json.JsonSize;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Holds the attributes of a span to about 1 MB: small ones stay, of the largest what is left is cut or dropped. */
final class Trimming {

    static final long MAX_BYTES = 1_000_000;

    private static final String MARK = "...";
    private static final int MAX_BYTES_PER_CHAR = 3;

    /** What Relay counts for a number, which may take a single byte as JSON. */
    private static final int NUMBER = 8;

    private Trimming() {}

    static void apply(Draft draft) {
        if (bound(draft.attributes()) <= MAX_BYTES) {
            return; // counting exactly is for the few that may be too large
        }
        List<Sized> bySize = draft.attributes().entrySet().stream()
                .map(attribute -> new Sized(attribute.getKey(), size(attribute.getKey()) + size(attribute.getValue())))
                .sorted(Comparator.comparing(Sized::bytes).thenComparing(Sized::key))
                .toList();
        long left = MAX_BYTES;
        for (Sized attribute : bySize) {
            if (attribute.bytes > left) {
                trim(draft, attribute.key, left - size(attribute.key));
                left = 0;
            } else {
                left -= attribute.bytes;
            }
        }
    }

    private static void trim(Draft draft, String key, long bytes) {
        String reason = "the span's attributes exceed " + MAX_BYTES + " bytes";
        if (bytes > MARK.length() && draft.get(key) instanceof String text) {
            draft.set(ChangeKind.TRIMMED, key, cut(text, bytes - MARK.length()) + MARK, reason);
        } else {
            draft.remove(ChangeKind.TRIMMED, key, reason);
        }
    }

    /** The longest start of the text that has at most so many bytes in UTF-8. */
    private static String cut(String text, long bytes) {
        int end = 0;
        long used = 0;
        while (end < text.length()) {
            int codePoint = text.codePointAt(end);
            used += codePoint < 0x80 ? 1 : codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4;
            if (used > bytes) {
                break;
            }
            end += Character.charCount(codePoint);
        }
        return text.substring(0, end);
    }

    private static long bound(Map<String, Object> attributes) {
        long bytes = 0;
        for (Map.Entry<String, Object> attribute : attributes.entrySet()) {
            Object value = attribute.getValue();
            bytes += (long) attribute.getKey().length() * MAX_BYTES_PER_CHAR
                    + (value instanceof String text ? (long) text.length() * MAX_BYTES_PER_CHAR : size(value));
        }
        return bytes;
    }

    private static long size(Object value) {
        if (value instanceof String text) {
            return JsonSize.utf8(text);
        }
        if (value instanceof List<?> list) {
            return list.stream()
                    .mapToLong(element -> element == null ? 0 : size(element))
                    .sum();
        }
        return value instanceof Boolean ? 1 : NUMBER;
    }

    /** An attribute with what it counts for, key included. */
    private record Sized(String key, long bytes) {}
}
