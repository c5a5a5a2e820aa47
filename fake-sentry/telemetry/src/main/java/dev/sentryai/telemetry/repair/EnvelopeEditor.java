package dev.sentryai.telemetry.repair;

import dev.sentryai.telemetry.envelope.Envelope;
import dev.sentryai.telemetry.envelope.EnvelopeReader;
import dev.sentryai.telemetry.envelope.EnvelopeWriter;
import dev.sentryai.telemetry.envelope.Item;
import dev.sentryai.telemetry.envelope.Limits;
import dev.sentryai.telemetry.repair.EnvelopeEdits.Part;
import dev.sentryai.telemetry.repair.tree.Node;
import dev.sentryai.telemetry.repair.tree.Pointer;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Writes an envelope anew: with edits where there are some, byte for byte as it was where there are none. */
final class EnvelopeEditor {

    /** What has been read once is not refused for having grown. */
    private static final int NO_LIMIT = Integer.MAX_VALUE - 64;

    private static final Limits UNLIMITED = new Limits(NO_LIMIT, NO_LIMIT, NO_LIMIT);
    private static final Pointer LENGTH = Pointer.parse("/length");

    private final Envelope envelope;
    private final byte[] bytes;
    private final EnvelopeEdits edits;
    private final ByteArrayOutputStream out;

    private EnvelopeEditor(Envelope envelope, EnvelopeEdits edits) {
        this.envelope = envelope;
        this.bytes = EnvelopeWriter.toBytes(envelope);
        this.edits = edits;
        this.out = new ByteArrayOutputStream(bytes.length + 1024);
    }

    static Envelope apply(EnvelopeEdits edits, Envelope envelope) {
        return edits.isEmpty() ? envelope : new EnvelopeEditor(envelope, edits).write();
    }

    private Envelope write() {
        byte[] header = envelope.rawHeader();
        out.writeBytes(edited(header, edits.of(Part.HEADER)));
        int position = header.length;
        for (Item item : envelope.items()) {
            write(item, position);
            position = (int) item.offset() + item.length();
        }
        out.write(bytes, position, bytes.length - position);
        return EnvelopeReader.parse(out.toByteArray(), UNLIMITED);
    }

    /** Writes all from the end of what stands before the item to the end of its payload. */
    private void write(Item item, int from) {
        byte[] header = item.rawHeader();
        int start = (int) item.offset() - lineBreakBefore(item) - header.length;
        byte[] payload = edited(item.payload(), edits.of(new Part(item.index(), true)));
        List<Edit> ofHeader = new ArrayList<>(edits.of(new Part(item.index(), false)));
        if (payload.length != item.length() && item.header().containsKey("length")) {
            ofHeader.add(new Edit.Put(LENGTH, Node.of(payload.length)));
        }
        out.write(bytes, from, start - from);
        out.writeBytes(edited(header, ofHeader));
        out.write(bytes, start + header.length, (int) item.offset() - start - header.length);
        out.writeBytes(payload);
    }

    /** None if the envelope ends with the header of an item without payload. */
    private int lineBreakBefore(Item item) {
        int offset = (int) item.offset();
        if (bytes[offset - 1] != '\n') {
            return 0;
        }
        return bytes[offset - 2] == '\r' ? 2 : 1;
    }

    private static byte[] edited(byte[] json, List<Edit> edits) {
        if (edits.isEmpty()) {
            return json;
        }
        String text = new String(json, StandardCharsets.UTF_8);
        String bare = text.strip();
        Node root = Node.parse(bare);
        edits.forEach(edit -> edit.apply(root));
        return text.replace(bare, root.toString()).getBytes(StandardCharsets.UTF_8);
    }
}
