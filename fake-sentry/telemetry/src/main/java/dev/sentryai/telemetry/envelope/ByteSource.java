package dev.sentryai.telemetry.envelope;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** A stream's bytes, fetched as far as they are asked for and kept. Memory is at most about twice what has arrived. */
final class ByteSource {

    /** The largest array that every JVM can make. */
    static final int MAX_CAPACITY = Integer.MAX_VALUE - 8;

    private static final int FIRST_CAPACITY = 512;

    /** What a stream announces is believed up to here. */
    private static final int MAX_EXPECTED = 1024 * 1024;

    private final InputStream in;
    private final int maxBytes;
    private byte[] buffer;
    private int filled;
    private boolean ended;

    /** Reads a stream as far as it is needed. */
    ByteSource(InputStream in, int maxBytes) throws IOException {
        this.in = in;
        this.maxBytes = maxBytes;
        // A file says how much there is: then nothing has to grow, and nothing to be copied.
        this.buffer = new byte[Math.max(Math.min(in.available(), MAX_EXPECTED), FIRST_CAPACITY)];
    }

    /** Takes what is there already. The array must not change any more. */
    ByteSource(byte[] whole, int maxBytes) {
        this.in = InputStream.nullInputStream();
        this.maxBytes = maxBytes;
        this.buffer = whole;
        this.filled = whole.length;
        this.ended = true;
        checkSize();
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
        while (has(index)) {
            int last = (int) Math.min(filled, from + 2L + max);
            while (index < last && buffer[index] != '\n') {
                index++;
            }
            if (index < filled) {
                return index; // at the line feed, or too far from the start
            }
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
        return filled == buffer.length ? buffer : Arrays.copyOf(buffer, filled);
    }

    private void fetch() throws IOException {
        if (filled == buffer.length) {
            int next = in.read(); // growing is expensive, and most likely this is the end
            if (next < 0) {
                ended = true;
                return;
            }
            grow();
            buffer[filled++] = (byte) next;
        }
        int read = in.read(buffer, filled, buffer.length - filled);
        if (read < 0) {
            ended = true;
        } else {
            filled += read;
        }
        checkSize();
    }

    private void checkSize() {
        if (filled > maxBytes) {
            throw new EnvelopeTooLargeException(
                    maxBytes, "envelope is larger than " + maxBytes + " bytes", MalformedEnvelopeException.NO_ITEM);
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
