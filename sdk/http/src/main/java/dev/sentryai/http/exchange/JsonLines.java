package dev.sentryai.http.exchange;

import java.nio.ByteBuffer;

/** A stream with one JSON value in each line. */
final class JsonLines implements BodyReader {

    private final Lines lines;

    JsonLines(JsonSink sink) {
        lines = new Lines(line -> {
            if (!line.isBlank()) {
                sink.acceptText(line);
            }
        });
    }

    @Override
    public void accept(ByteBuffer part) {
        lines.accept(part);
    }

    @Override
    public void end() {
        lines.end();
    }
}
