package dev.sentryai.http.exchange;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * A message of Amazon's binary event stream: the lengths of all and of its headers, a checksum of these, the headers, the payload, and a
 * checksum of everything. Numbers are big-endian.
 *
 * @param headers those that are strings, by name
 * @param payload as text
 */
record EventMessage(Map<String, String> headers, String payload) {

    /** Two lengths and their checksum. */
    static final int PRELUDE_BYTES = 3 * Integer.BYTES;

    private static final int LENGTHS_BYTES = 2 * Integer.BYTES;
    private static final int STRING = 7;

    /** How long the values of headers are, by type; those of byte arrays and strings have their length before them. */
    private static final int[] VALUE_BYTES = {0, 0, 1, 2, 4, 8, -1, -1, 8, 16};

    /** Returns how long a message is, from its prelude; negative if that is none. */
    static int length(ByteBuffer prelude) {
        int length = prelude.getInt(0);
        int headers = prelude.getInt(Integer.BYTES);
        boolean isPossible = headers >= 0 && length >= PRELUDE_BYTES + Integer.BYTES + (long) headers;
        return isPossible && isIntact(prelude, LENGTHS_BYTES) ? length : -1;
    }

    /** Tells whether a checksum is that of all bytes before it. */
    private static boolean isIntact(ByteBuffer message, int position) {
        CRC32 checksum = new CRC32();
        checksum.update(message.duplicate().position(0).limit(position));
        return message.getInt(position) == (int) checksum.getValue();
    }

    /** Returns a whole message; empty if it is damaged. */
    static Optional<EventMessage> decode(ByteBuffer message) {
        int end = message.limit() - Integer.BYTES;
        int body = PRELUDE_BYTES + message.getInt(Integer.BYTES);
        if (!isIntact(message, end)) {
            return Optional.empty();
        }
        try {
            Map<String, String> headers = headers(message.slice(PRELUDE_BYTES, body - PRELUDE_BYTES));
            return Optional.of(new EventMessage(headers, text(message.slice(body, end - body), end - body)));
        } catch (BufferUnderflowException | IndexOutOfBoundsException e) {
            return Optional.empty(); // made so by a server that does not know the format
        }
    }

    private static Map<String, String> headers(ByteBuffer encoded) {
        Map<String, String> headers = new HashMap<>();
        while (encoded.hasRemaining()) {
            String name = text(encoded, Byte.toUnsignedInt(encoded.get()));
            int type = encoded.get();
            int length = VALUE_BYTES[type];
            String value = text(encoded, length < 0 ? Short.toUnsignedInt(encoded.getShort()) : length);
            if (type == STRING) {
                headers.put(name, value);
            }
        }
        return headers;
    }

    private static String text(ByteBuffer source, int length) {
        byte[] bytes = new byte[length];
        source.get(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** Returns the name of the error that the message is, as the API has it elsewhere; null if it is none. */
    @Nullable
    String errorType() {
        String exception = headers.get(":exception-type");
        if (exception != null && !exception.isEmpty()) {
            return exception.substring(0, 1).toUpperCase(Locale.ROOT) + exception.substring(1);
        }
        return headers.get(":error-code");
    }
}
