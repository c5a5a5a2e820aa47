package dev.sentryai.delivery;

import io.sentry.TraceContext;
import java.io.ByteArrayOutputStream;
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
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(START);
        for (int i = 0; i < spans.size(); i++) {
            if (i > 0) {
                out.write(',');
            }
            out.writeBytes(spans.get(i));
        }
        out.writeBytes(END);
        return out.toByteArray();
    }
}
