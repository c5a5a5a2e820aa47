package dev.sentryai.http.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sentryai.fixtures.wire.EventStreamMessage;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventMessagesTest {

    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private final List<Object> values = new ArrayList<>();

    private void send(EventStreamMessage message) {
        body.writeBytes(message.encode().array());
    }

    private void sendEvent(String json) {
        send(EventStreamMessage.event("contentBlockDelta", json));
    }

    private List<Object> read(int partBytes) {
        BodyReader reader = new EventMessages(value -> values.add(value.plain()));
        byte[] sent = body.toByteArray();
        for (int start = 0; start < sent.length; start += partBytes) {
            reader.accept(ByteBuffer.wrap(sent, start, Math.min(partBytes, sent.length - start)));
        }
        reader.end();
        return values;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 64, 10_000})
    void messagesAreTheSameWhereverTheBytesAreCut(int partBytes) {
        sendEvent("{\"text\":\"\u00fc\ud83d\ude00\"}");
        sendEvent("{\"text\":\"two\"}");

        assertThat(read(partBytes)).containsExactly(Map.of("text", "\u00fc\ud83d\ude00"), Map.of("text", "two"));
    }

    @Test
    void whatAMakerSaysStandsInBytes() {
        String event = "{\"type\":\"message_stop\"}";
        String bytes = Base64.getEncoder().encodeToString(event.getBytes(StandardCharsets.UTF_8));

        send(EventStreamMessage.event("chunk", "{\"bytes\":\"" + bytes + "\",\"p\":\"abc\"}"));

        assertThat(read(100)).containsExactly(Map.of("type", "message_stop"));
    }

    @Test
    void anExceptionIsAnErrorByItsName() {
        send(EventStreamMessage.exception("throttlingException", "{\"message\":\"Too fast\"}"));

        assertThat(read(100)).containsExactly(Map.of("__type", "ThrottlingException", "message", "Too fast"));
    }

    @Test
    void anErrorWithoutABodyIsAnErrorByItsCode() {
        send(new EventStreamMessage(Map.of(":message-type", "error", ":error-code", "InternalError"), ""));

        assertThat(read(100)).containsExactly(Map.of("__type", "InternalError"));
    }

    @Test
    void aDamagedMessageIsLeftOut() {
        sendEvent("{\"text\":\"one\"}");
        byte[] damaged =
                EventStreamMessage.event("x", "{\"text\":\"two\"}").encode().array();
        damaged[damaged.length - 8] ^= 1;
        body.writeBytes(damaged);
        sendEvent("{\"text\":\"three\"}");

        assertThat(read(100)).containsExactly(Map.of("text", "one"), Map.of("text", "three"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1 << 20, (1 << 20) - 700})
    void aMessageThatIsTooLongIsLeftOut(int textBytes) {
        sendEvent("{\"text\":\"" + "x".repeat(textBytes) + "\"}");
        sendEvent("{\"text\":\"next\"}");

        boolean isRead = textBytes < 1 << 20;
        assertThat(read(1000)).hasSize(isRead ? 2 : 1).last().isEqualTo(Map.of("text", "next"));
    }

    @Test
    void nothingIsReadOnceNoMessageCanBegin() {
        sendEvent("{\"text\":\"one\"}");
        body.writeBytes("<html>Bad gateway</html>".getBytes(StandardCharsets.UTF_8));
        sendEvent("{\"text\":\"two\"}");

        assertThat(read(7)).containsExactly(Map.of("text", "one"));
    }

    @Test
    void aMessageThatIsCutOffSaysNothing() {
        byte[] message =
                EventStreamMessage.event("x", "{\"text\":\"two\"}").encode().array();
        body.write(message, 0, message.length - 1);

        assertThat(read(100)).isEmpty();
    }

    /** A header of each type, and one name that is a string. */
    @Test
    void headersOfAllTypesArePassedOver() {
        ByteBuffer headers = ByteBuffer.allocate(200);
        byte[] values = {0, 0, 1, 2, 4, 8, 3, 3, 8, 16};
        for (byte type = 0; type < values.length; type++) {
            headers.put((byte) 1).put((byte) ('a' + type)).put(type);
            if (type == 6 || type == 7) {
                headers.putShort(values[type]);
            }
            headers.put(new byte[values[type]]);
        }
        byte[] name = ":exception-type".getBytes(StandardCharsets.UTF_8);
        headers.put((byte) name.length)
                .put(name)
                .put((byte) 7)
                .putShort((short) 1)
                .put((byte) 'e');

        body.writeBytes(message(headers.flip()));

        assertThat(read(100)).containsExactly(Map.of("__type", "E"));
    }

    @ParameterizedTest
    @ValueSource(bytes = {-1, 10, 9})
    void aMessageWithHeadersOfNoKnownTypeOrLengthIsLeftOut(byte type) {
        body.writeBytes(message(ByteBuffer.wrap(new byte[] {1, 'a', type, 0})));
        sendEvent("{\"text\":\"next\"}");

        assertThat(read(100)).containsExactly(Map.of("text", "next"));
    }

    private static byte[] message(ByteBuffer headers) {
        int length = headers.remaining();
        ByteBuffer message =
                ByteBuffer.allocate(16 + length).putInt(16 + length).putInt(length);
        message.putInt(checksum(message)).put(headers);
        return message.putInt(checksum(message)).array();
    }

    private static int checksum(ByteBuffer soFar) {
        CRC32 checksum = new CRC32();
        checksum.update(soFar.duplicate().flip());
        return (int) checksum.getValue();
    }
}
