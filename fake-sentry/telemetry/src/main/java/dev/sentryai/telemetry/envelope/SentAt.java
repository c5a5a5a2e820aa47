package dev.sentryai.telemetry.envelope;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Puts a time of sending into a raw header line and leaves every other byte alone. */
final class SentAt {

    /** Always three digits of fraction, as the SDKs write it. */
    private static final DateTimeFormatter FORMAT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private static final JsonFactory JSON = new JsonFactory();

    private SentAt() {}

    static byte[] replace(byte[] envelope, int headerEnd, Instant time) {
        String value = '"' + FORMAT.format(time) + '"';
        Range sent = find(envelope, headerEnd);
        return sent == null
                ? splice(envelope, closingBrace(envelope, headerEnd), member(envelope, headerEnd, value))
                : splice(envelope, sent, value);
    }

    /** The last value counts where the name stands twice, because that is the one that readers see. */
    private static @Nullable Range find(byte[] envelope, int headerEnd) {
        Range found = null;
        try (JsonParser parser = JSON.createParser(envelope, 0, headerEnd)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                boolean isSentAt = "sent_at".equals(parser.currentName());
                parser.nextToken();
                int start = (int) parser.currentTokenLocation().getByteOffset();
                parser.skipChildren();
                parser.finishToken();
                if (isSentAt) {
                    found = new Range(start, (int) parser.currentLocation().getByteOffset());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("A header that was read before cannot be read again", e);
        }
        return found;
    }

    private static Range closingBrace(byte[] envelope, int headerEnd) {
        int brace = headerEnd - 1;
        while (envelope[brace] != '}') {
            brace--;
        }
        return new Range(brace, brace);
    }

    private static String member(byte[] envelope, int headerEnd, String value) {
        String object = new String(envelope, 0, headerEnd, StandardCharsets.UTF_8).strip();
        boolean empty = object.substring(1, object.length() - 1).isBlank();
        return (empty ? "" : ",") + "\"sent_at\":" + value;
    }

    private static byte[] splice(byte[] bytes, Range range, String text) {
        byte[] inserted = text.getBytes(StandardCharsets.UTF_8);
        int tail = bytes.length - range.end();
        byte[] result = Arrays.copyOf(bytes, range.start() + inserted.length + tail);
        System.arraycopy(inserted, 0, result, range.start(), inserted.length);
        System.arraycopy(bytes, range.end(), result, range.start() + inserted.length, tail);
        return result;
    }

    /** Bytes from start (inclusive) to end (exclusive). */
    private record Range(int start, int end) {}
}
