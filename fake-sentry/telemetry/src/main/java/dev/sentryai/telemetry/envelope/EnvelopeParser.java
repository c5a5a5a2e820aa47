package dev.sentryai.telemetry.envelope;

import dev.sentryai.telemetry.json.JsonObject;
import dev.sentryai.telemetry.json.JsonReader;
import dev.sentryai.telemetry.json.MalformedJsonException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the lines and payloads of one envelope. Used once. */
final class EnvelopeParser {

    private final ByteSource source;
    private final Limits limits;
    private final List<ItemRange> items = new ArrayList<>();
    private int position;

    EnvelopeParser(ByteSource source, Limits limits) {
        this.source = source;
        this.limits = limits;
    }

    Envelope parse() throws IOException {
        int headerEnd = lineEnd("envelope header");
        JsonObject header = header(0, headerEnd, "envelope header");
        while (skipBlankLines()) {
            items.add(item());
        }
        return new Envelope(source.toByteArray(), headerEnd, new EnvelopeHeader(header), items);
    }

    private ItemRange item() throws IOException {
        int headerStart = position;
        int headerEnd = lineEnd("item header");
        JsonObject header = header(headerStart, headerEnd, "item header");
        if (header.text("type") == null) {
            throw malformed(headerStart, "item header has no type, or one that is not a string");
        }
        int payloadStart = position;
        int payloadEnd =
                header.containsKey("length") ? endByLength(headerStart, header.get("length")) : endByLineBreak();
        return new ItemRange(header, headerStart, headerEnd, payloadStart, payloadEnd);
    }

    private int endByLength(int headerStart, @Nullable Object declared) throws IOException {
        if (!(declared instanceof Long length) || length < 0) {
            throw malformed(headerStart, "length must be a whole number of bytes but was " + describe(declared));
        }
        if (length > limits.itemBytes()) {
            throw tooLarge(position, "item of " + length + " bytes is larger than " + limits.itemBytes() + " bytes");
        }
        if (!source.available(position + length)) {
            throw malformed(
                    position, "length is " + length + " but only " + (source.filled() - position) + " bytes are left");
        }
        int end = position + length.intValue();
        position = end;
        skipLineBreakBehindPayload();
        return end;
    }

    private void skipLineBreakBehindPayload() throws IOException {
        if (source.has(position) && !skipBlankLine()) {
            throw malformed(position, "payload is not followed by a line break; its length may be wrong");
        }
    }

    private int endByLineBreak() throws IOException {
        int end = source.endOfLine(position, limits.itemBytes());
        if (end - position > limits.itemBytes()) {
            throw tooLarge(position, "item is larger than " + limits.itemBytes() + " bytes");
        }
        position = Math.min(end + 1, source.filled());
        return end;
    }

    /** Moves behind the line break; returns where the line's text ends, without a carriage return. */
    private int lineEnd(String what) throws IOException {
        int start = position;
        int end = source.endOfLine(start, limits.headerBytes());
        if (end - start > limits.headerBytes()) {
            throw tooLarge(start, what + " is longer than " + limits.headerBytes() + " bytes");
        }
        position = Math.min(end + 1, source.filled());
        return end > start && source.at(end - 1) == '\r' ? end - 1 : end;
    }

    private JsonObject header(int start, int end, String what) {
        if (start == end) {
            throw malformed(start, what + " is empty");
        }
        try {
            if (JsonReader.read(source.buffer(), start, end - start) instanceof JsonObject header) {
                return header;
            }
        } catch (MalformedJsonException e) {
            throw new MalformedEnvelopeException(
                    start + e.offset(), what + " is not JSON: " + e.reason(), currentItem(start), e);
        }
        throw malformed(start, what + " is not a JSON object");
    }

    /** Returns whether anything follows. */
    private boolean skipBlankLines() throws IOException {
        boolean blank = true;
        while (blank) {
            blank = skipBlankLine();
        }
        return source.has(position);
    }

    private boolean skipBlankLine() throws IOException {
        int lineFeed = source.has(position) && source.at(position) == '\r' ? position + 1 : position;
        boolean blank = source.has(lineFeed) && source.at(lineFeed) == '\n';
        if (blank) {
            position = lineFeed + 1;
        }
        return blank;
    }

    private MalformedEnvelopeException malformed(int offset, String reason) {
        return new MalformedEnvelopeException(offset, reason, currentItem(offset), null);
    }

    private EnvelopeTooLargeException tooLarge(int offset, String reason) {
        return new EnvelopeTooLargeException(offset, reason, currentItem(offset));
    }

    /** Only the envelope's header starts at the first byte. */
    private int currentItem(int start) {
        return start == 0 ? MalformedEnvelopeException.NO_ITEM : items.size();
    }

    private static String describe(@Nullable Object value) {
        return value instanceof String ? "a string" : String.valueOf(value);
    }
}
