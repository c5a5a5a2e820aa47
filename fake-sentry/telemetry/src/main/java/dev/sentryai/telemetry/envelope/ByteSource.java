package dev.sentryai.telemetry.envelope;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** A stream's bytes, fetched as far as they are asked for and kept. Memory is at most about twice what has arrived. */
final class ByteSource {

    /** The largest array that every JVM can make. */
    static final int MAX_CAPACITY = Integer.MAX_VALUE - 8;

    private static final int FIRST_CAPACITY = 8192;

    private final InputStream in;
    private final int maxBytes;
    private byte[] buffer = new byte[FIRST_CAPACITY];
    private int filled;
    private boolean ended;

    ByteSource(InputStream in, int maxBytes) {
        this.in = in;
        this.maxBytes = maxBytes;
    }

    /** Whether there is a byte at the index. */
    boolean has(int index) throws IOException {
        return available(index + 1L);
    }

    /** Whether the stream has at least that many bytes. */
    boolean available(long count) throws IOException {
        while (filled < count && !ended) {
            fetch();
        }
        return filled >= count;
    }

    /** The byte at an index for which {@link #has} was true. */
    byte at(int index) {
        return buffer[index];
    }

    /** The index of the next line feed, or of the end of the stream, or {@code from + max + 1} if it is not within max bytes. */
    int endOfLine(int from, int max) throws IOException {
        int index = from;
        while (has(index) && buffer[index] != '\n') {
            if (index - from > max) {
                return index;
            }
            index++;
        }
        return index;
    }

    /** How many bytes have arrived. */
    int filled() {
        return filled;
    }

    byte[] buffer() {
        return buffer;
    }

    /** Everything up to the end of a stream that has been read to its end. */
    byte[] toByteArray() {
        return Arrays.copyOf(buffer, filled);
    }

    private void fetch() throws IOException {
        if (filled == buffer.length) {
            grow();
        }
        int read = in.read(buffer, filled, buffer.length - filled);
        if (read < 0) {
            ended = true;
        } else {
            filled += read;
            if (filled > maxBytes) {
                throw new EnvelopeTooLargeException(
                        maxBytes, "envelope is larger than " + maxBytes + " bytes", MalformedEnvelopeException.NO_ITEM);
            }
        }
    }

    private void grow() {
        long capacity = Math.min(buffer.length * 2L, MAX_CAPACITY);
        if (capacity == buffer.length) {
            throw new EnvelopeTooLargeException(
                    filled, "envelope does not fit into memory", MalformedEnvelopeException.NO_ITEM);
        }
        buffer = Arrays.copyOf(buffer, (int) capacity);
    }
}
