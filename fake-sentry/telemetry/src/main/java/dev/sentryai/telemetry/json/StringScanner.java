package dev.sentryai.telemetry.json;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/** Reads the strings of well-formed JSON, eight bytes at a time as long as nothing in them is special. Used by one thread. */
final class StringScanner {

    private static final VarHandle WORD = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final Names NAMES = new Names();

    private static final long ONES = 0x0101010101010101L;
    private static final long HIGH_BITS = 0x8080808080808080L;
    private static final long HASH_FACTOR = 0x9E3779B97F4A7C15L;

    private final byte[] bytes;
    private final int end;
    private final Unescaper unescaper = new Unescaper();
    private int position;

    StringScanner(byte[] bytes, int end) {
        this.bytes = bytes;
        this.end = end;
    }

    /** Behind what was read last. */
    int position() {
        return position;
    }

    /** The name that begins behind its opening quote at that index; null if it has to be judged by another parser. */
    @Nullable
    String name(int from) {
        long hash = 0;
        int i = from;
        long special = 0;
        while (special == 0 && i + Long.BYTES <= end) {
            long word = (long) WORD.get(bytes, i);
            special = special(word);
            int plain = special == 0 ? Long.BYTES : Long.numberOfTrailingZeros(special) >>> 3;
            long kept = plain == Long.BYTES ? word : word & ((1L << (plain << 3)) - 1);
            hash = (hash ^ kept) * HASH_FACTOR;
            i += plain;
        }
        if (special == 0 || bytes[i] != '"' || i - from > Names.MAX_LENGTH) {
            return text(from);
        }
        position = i + 1;
        return NAMES.get(bytes, from, i, hash);
    }

    /** The string that begins behind its opening quote at that index; null if it has to be judged by another parser. */
    @Nullable
    String text(int from) {
        boolean ascii = true;
        boolean escaped = false;
        int i = plainEnd(from);
        while (i < end && bytes[i] != '"') {
            int length = bytes[i] == '\\' ? 2 : Utf8.lengthAt(bytes, i, end);
            if (length < 2) {
                return null;
            }
            escaped |= bytes[i] == '\\';
            ascii &= bytes[i] >= 0;
            i = plainEnd(i + length);
        }
        if (i >= end) {
            return null;
        }
        position = i + 1;
        if (escaped) {
            return unescaper.read(bytes, from, i);
        }
        return new String(bytes, from, i - from, ascii ? ISO_8859_1 : UTF_8);
    }

    /** The index of the first byte that is no plain ASCII. */
    private int plainEnd(int from) {
        int i = from;
        while (i + Long.BYTES <= end) {
            long special = special((long) WORD.get(bytes, i));
            if (special != 0) {
                return i + (Long.numberOfTrailingZeros(special) >>> 3);
            }
            i += Long.BYTES;
        }
        while (i < end && bytes[i] >= ' ' && bytes[i] != '"' && bytes[i] != '\\') {
            i++;
        }
        return i;
    }

    /** Its lowest bit is in the first byte that is a quote, a backslash, a control character or not ASCII; 0 if there is none. */
    private static long special(long word) {
        long quote = word ^ (ONES * '"');
        long backslash = word ^ (ONES * '\\');
        return (((quote - ONES) & ~quote) | ((backslash - ONES) & ~backslash) | ((word - ONES * ' ') & ~word) | word)
                & HIGH_BITS;
    }
}
