package dev.sentryai.providertests.http;

import dev.sentryai.protocol.json.Json;
import dev.sentryai.providertests.AnswerStream;
import dev.sentryai.wire.Wire;
import java.util.Iterator;

/** The texts of server-sent events, or of lines. An event that is an error ends them. */
record EventTexts(Lines lines, Protocol protocol) implements AnswerStream {

    @Override
    public Iterator<String> texts() {
        Iterator<String> received = lines.iterator();
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return received.hasNext();
            }

            @Override
            public String next() {
                return text(received.next());
            }
        };
    }

    private String text(String line) {
        String prefix = protocol.streamsLines() ? "" : "data:";
        if (line.isEmpty() || !line.startsWith(prefix) || line.endsWith("[DONE]")) {
            return "";
        }
        Wire event = Wire.of(Json.read(line.substring(prefix.length())));
        if (event.get("error").isPresent()) {
            throw new HttpRefusal("The stream ended with an error");
        }
        return protocol.chunkText(event);
    }

    @Override
    public void close() {
        lines.close();
    }
}
