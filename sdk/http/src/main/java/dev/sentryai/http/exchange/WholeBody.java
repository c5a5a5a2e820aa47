package dev.sentryai.http.exchange;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** One JSON value. One that has too many bytes is not read. */
final class WholeBody implements BodyReader {

    private final ByteBuilder collected;
    private final JsonSink sink;

    WholeBody(int maxBytes, JsonSink sink) {
        this.collected = new ByteBuilder(maxBytes);
        this.sink = sink;
    }

    @Override
    public void accept(ByteBuffer part) {
        collected.append(part);
    }

    @Override
    public void end() {
        if (!collected.isOverfull()) {
            sink.acceptText(collected.toString(StandardCharsets.UTF_8));
        }
        collected.clear();
    }
}
