package dev.sentryai.delivery;

import io.sentry.TraceContext;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Spans of one trace that go out in one envelope.
 *
 * @param trace the envelope's sampling context; null when the Sentry SDK has none
 * @param spans each one as JSON; never empty
 */
record Batch(@Nullable TraceContext trace, List<byte[]> spans) {

    private static final byte[] START = "{\"version\":2,\"items\":[".getBytes(StandardCharsets.UTF_8);
    private static final byte[] END = "]}".getBytes(StandardCharsets.UTF_8);

    Batch {
        spans = List.copyOf(spans);
    }

    /** Returns the payload of the span v2 container. */
    byte[] payload() {
        byte[] payload = new byte[length()];
        int end = append(START, payload, 0);
        for (byte[] span : spans) {
            if (end > START.length) {
                payload[end++] = ',';
            }
            end = append(span, payload, end);
        }
        append(END, payload, end);
        return payload;
    }

    private int length() {
        int length = START.length + spans.size() - 1 + END.length;
        for (byte[] span : spans) {
            length += span.length;
        }
        return length;
    }

    private static int append(byte[] source, byte[] target, int offset) {
        System.arraycopy(source, 0, target, offset, source.length);
        return offset + source.length;
    }
}
