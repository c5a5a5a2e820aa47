package dev.sentryai.http.exchange;

import java.nio.ByteBuffer;

/**
 * A stream of server-sent events (WHATWG HTML, 9.2.6) whose data are JSON values, in which names of events are repeated. The last
 * event counts even where no empty line ends it, as servers forget that.
 */
final class EventStream implements BodyReader {

    private static final String FIELD = "data";
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final Lines lines = new Lines(this::acceptLine);
    private final JsonSink sink;
    private final StringBuilder data = new StringBuilder();
    private boolean isFirstLine = true;

    EventStream(JsonSink sink) {
        this.sink = sink;
    }

    @Override
    public void accept(ByteBuffer part) {
        lines.accept(part);
    }

    @Override
    public void end() {
        lines.end();
        dispatch();
    }

    private void acceptLine(String received) {
        String line = isFirstLine && !received.isEmpty() && received.charAt(0) == BYTE_ORDER_MARK
                ? received.substring(1)
                : received;
        isFirstLine = false;
        if (line.isEmpty()) {
            dispatch();
        } else if (line.startsWith(FIELD)) {
            acceptData(line.substring(FIELD.length()));
        }
    }

    /** @param rest what follows the field's name: a colon, at most one space, and the value */
    private void acceptData(String rest) {
        if (!rest.startsWith(":") || data.length() + rest.length() > Lines.MAX_BYTES) {
            return;
        }
        String value = rest.startsWith(": ") ? rest.substring(2) : rest.substring(1);
        data.append(value).append('\n');
    }

    private void dispatch() {
        if (data.length() > 0) {
            String event = data.toString();
            data.setLength(0);
            sink.acceptText(event);
        }
    }
}
