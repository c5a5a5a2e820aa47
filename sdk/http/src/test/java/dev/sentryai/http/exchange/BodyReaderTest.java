package dev.sentryai.http.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BodyReaderTest {

    private final List<Object> values = new ArrayList<>();

    private List<Object> read(Function<JsonSink, BodyReader> reader, byte[] body, int partBytes) {
        values.clear();
        BodyReader made = reader.apply(value -> values.add(value.plain()));
        for (int start = 0; start < body.length; start += partBytes) {
            made.accept(ByteBuffer.wrap(body, start, Math.min(partBytes, body.length - start)));
        }
        made.end();
        return values;
    }

    private List<Object> events(String body) {
        return read(EventStream::new, body.getBytes(StandardCharsets.UTF_8), 7);
    }

    private List<Object> lines(String body) {
        return read(JsonLines::new, body.getBytes(StandardCharsets.UTF_8), 7);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 64, 10_000})
    void eventsAreTheSameWhereverTheBytesAreCut(int partBytes) {
        String body =
                "event: a\r\ndata: {\"text\":\"\u00fc\ud83d\ude00\"}\r\n\r\n: comment\n\ndata:2\n\nid: 7\rdata: [3]\r\r";

        assertThat(read(EventStream::new, body.getBytes(StandardCharsets.UTF_8), partBytes))
                .containsExactly(Map.of("text", "\u00fc\ud83d\ude00"), 2L, List.of(3L));
    }

    @Test
    void dataOfSeveralLinesAreOneEvent() {
        assertThat(events("data: {\"a\":\ndata: 1,\ndata:\ndata: \"b\": 2}\n\n"))
                .containsExactly(Map.of("a", 1L, "b", 2L));
    }

    @Test
    void onlyTheFieldNamedDataHasData() {
        assertThat(events("database: 1\n\ndata 2\n\ndata\n\n data: 3\n\nretry: 4\n\ndata: 5\n\n"))
                .containsExactly(5L);
    }

    @Test
    void theMarkAtTheEndOfAStreamIsNoEvent() {
        assertThat(events("data: 1\n\ndata: [DONE]\n\n")).containsExactly(1L);
    }

    @Test
    void theLastEventNeedsNoEmptyLine() {
        assertThat(events("data: 1\n\ndata: 2")).containsExactly(1L, 2L);
    }

    @Test
    void anEventThatIsCutOffIsLeftOut() {
        assertThat(events("data: {\"a\":1}\n\ndata: {\"a\":")).containsExactly(Map.of("a", 1L));
    }

    @Test
    void aByteOrderMarkIsNoText() {
        assertThat(events("\uFEFFdata: 1\n\n")).containsExactly(1L);
    }

    @Test
    void bytesThatAreNoUtf8AreReplaced() {
        byte[] body = "data: \"a\u00ff\"\n\ndata: 2\n\n".getBytes(StandardCharsets.ISO_8859_1);

        assertThat(read(EventStream::new, body, 4)).containsExactly("a\uFFFD", 2L);
    }

    @Test
    void anEventThatIsTooLongIsLeftOutAlone() {
        String tooLong = "\"" + "x".repeat(Lines.MAX_BYTES) + "\"";
        String half = "x".repeat(Lines.MAX_BYTES / 2);

        assertThat(read(
                        EventStream::new,
                        ("data: 1\n\ndata: " + tooLong + "\n\ndata: \"" + half + "\ndata: " + half
                                        + "\"\n\ndata: 2\n\n")
                                .getBytes(StandardCharsets.UTF_8),
                        8192))
                .containsExactly(1L, 2L);
    }

    @Test
    void linesAreValues() {
        assertThat(lines("{\"a\":1}\n\n  \r\n2\nno json\n3")).containsExactly(Map.of("a", 1L), 2L, 3L);
    }

    @Test
    void aWholeBodyIsOneValue() {
        byte[] body = "{\"a\":\n[1,2]}".getBytes(StandardCharsets.UTF_8);

        assertThat(read(sink -> new WholeBody(100, sink), body, 3)).containsExactly(Map.of("a", List.of(1L, 2L)));
    }

    @Test
    void aWholeBodyThatIsTooLongOrNoJsonIsNotRead() {
        byte[] body = "[1,2,3,4,5]".getBytes(StandardCharsets.UTF_8);

        assertThat(read(sink -> new WholeBody(body.length - 1, sink), body, 3)).isEmpty();
        assertThat(read(sink -> new WholeBody(100, sink), "<html>".getBytes(StandardCharsets.UTF_8), 3))
                .isEmpty();
        assertThat(read(sink -> new WholeBody(100, sink), new byte[0], 3)).isEmpty();
    }

    @Test
    void whatPassesByIsNotChanged() {
        ByteBuffer part = ByteBuffer.wrap("data: 1\n\n".getBytes(StandardCharsets.UTF_8));

        new EventStream(value -> values.add(value.plain())).accept(part.asReadOnlyBuffer());

        assertThat(part.position()).isZero();
        assertThat(values).containsExactly(1L);
    }
}
