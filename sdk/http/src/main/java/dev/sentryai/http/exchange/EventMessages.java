package dev.sentryai.http.exchange;

import dev.sentryai.protocol.json.Json;
import dev.sentryai.protocol.json.MalformedJsonException;
import dev.sentryai.wire.Wire;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/**
 * A stream of Amazon's binary messages ({@code application/vnd.amazon.eventstream}) with JSON in them. What a model's maker has for an
 * event stands encoded in Bedrock's own; an exception becomes an error whose {@code __type} is its name. Messages that are too long, or
 * damaged, are left out; where no message can begin, the rest is.
 */
final class EventMessages implements BodyReader {

    private static final int MAX_BYTES = 1 << 20;

    private final JsonSink sink;
    private ByteBuffer incoming = ByteBuffer.allocate(EventMessage.PRELUDE_BYTES);
    private boolean isPrelude = true;
    private int skipped;
    private boolean isLost;

    EventMessages(JsonSink sink) {
        this.sink = sink;
    }

    @Override
    public void accept(ByteBuffer part) {
        while (part.hasRemaining() && !isLost) {
            if (skipped > 0) {
                skip(part);
            } else {
                fill(part);
            }
        }
    }

    private void skip(ByteBuffer part) {
        int bytes = Math.min(skipped, part.remaining());
        part.position(part.position() + bytes);
        skipped -= bytes;
    }

    private void fill(ByteBuffer part) {
        int bytes = Math.min(incoming.remaining(), part.remaining());
        incoming.put(part.slice().limit(bytes));
        part.position(part.position() + bytes);
        if (!incoming.hasRemaining()) {
            incoming.flip();
            advance();
        }
    }

    private void advance() {
        if (!isPrelude) {
            EventMessage.decode(incoming).ifPresent(this::emit);
            expectPrelude();
            return;
        }
        int length = EventMessage.length(incoming);
        if (length < 0) {
            isLost = true;
        } else if (length > MAX_BYTES) {
            skipped = length - EventMessage.PRELUDE_BYTES;
            expectPrelude();
        } else {
            incoming = ByteBuffer.allocate(length).put(incoming);
            isPrelude = false;
        }
    }

    private void expectPrelude() {
        incoming = ByteBuffer.allocate(EventMessage.PRELUDE_BYTES);
        isPrelude = true;
    }

    private void emit(EventMessage message) {
        String error = message.errorType();
        Wire payload = json(message.payload());
        if (error != null) {
            Map<String, Object> members = new HashMap<>(payload.members());
            members.put("__type", error);
            sink.accept(Wire.of(members));
        } else {
            String encoded = payload.get("bytes").text();
            sink.accept(encoded == null ? payload : json(decoded(encoded)));
        }
    }

    private static String decoded(String base64) {
        try {
            return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return ""; // which is no JSON
        }
    }

    private static Wire json(String text) {
        try {
            return Wire.of(Json.read(text));
        } catch (MalformedJsonException e) {
            return Wire.nothing();
        }
    }

    /** What has arrived of a message that is not complete says nothing. */
    @Override
    public void end() {
        isLost = true;
    }
}
