package dev.sentryai.http.exchange;

import dev.sentryai.protocol.json.Json;
import dev.sentryai.protocol.json.MalformedJsonException;
import dev.sentryai.wire.Wire;

/** Takes JSON values one by one. */
@FunctionalInterface
interface JsonSink {

    void accept(Wire value);

    /** Takes what the text says. What is no JSON, as a body that ended too early or a mark at the end of a stream, is left out. */
    default void acceptText(String text) {
        Object value;
        try {
            value = Json.read(text);
        } catch (MalformedJsonException e) {
            return;
        }
        accept(Wire.of(value));
    }
}
