package dev.sentryai.delivery.payload;

import io.sentry.TraceContext;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Spans of one trace that go out in one envelope.
 *
 * @param trace the envelope's sampling context; null when the Sentry SDK has none
 * @param spans never empty
 * @param bytes how many all of them have as JSON
 */
public record Batch(@Nullable TraceContext trace, List<SpanV2> spans, int bytes) {

    private static final String START = "{\"version\":2,\"items\":[";
    private static final String END = "]}";

    /** Returns the payload of the span v2 container. */
    public byte[] payload() {
        JsonBytes payload = new JsonBytes(START.length() + bytes + spans.size() - 1 + END.length());
        payload.raw(START);
        String separator = "";
        for (SpanV2 span : spans) {
            span.writeTo(payload.raw(separator));
            separator = ",";
        }
        return payload.raw(END).toByteArray();
    }
}
