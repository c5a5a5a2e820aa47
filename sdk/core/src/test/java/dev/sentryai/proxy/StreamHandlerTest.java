package dev.sentryai.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sentryai.proxy.mini.Chunks;
import dev.sentryai.proxy.mini.MiniService.Params;
import java.util.List;
import java.util.Spliterator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StreamHandlerTest {

    private final MiniBench bench = new MiniBench();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void exhaustedStreamEndsTheCall() {
        assertThat(call().stream()).containsExactly("one", "two", "three");

        assertThat(MiniBench.idOf(bench.onlyCall())).isEqualTo("onetwothree");
        assertThat(bench.onlyCall().sent("gen_ai.response.time_to_first_chunk")).isPresent();
    }

    @Test
    void responseReadByItsIteratorEndsTheCallAsWell() {
        assertThat(call().iterator()).toIterable().containsExactly("one", "two", "three");

        assertThat(MiniBench.idOf(bench.onlyCall())).isEqualTo("onetwothree");
    }

    @Test
    void streamIsNotSplitAndHasNoSize() {
        Spliterator<String> chunks = call().stream().spliterator();

        assertThat(chunks.trySplit()).isNull();
        assertThat(chunks.hasCharacteristics(Spliterator.SIZED)).isFalse();
        assertThat(chunks.hasCharacteristics(Spliterator.SUBSIZED)).isFalse();
        assertThat(chunks.hasCharacteristics(Spliterator.ORDERED)).isTrue();
        assertThat(chunks.getExactSizeIfKnown()).isEqualTo(-1);
    }

    @Test
    void closingTheResponseEndsTheCallWithWhatArrived() {
        try (Chunks<String> chunks = call()) {
            assertThat(chunks.stream().iterator().next()).isEqualTo("one");
        }

        assertThat(MiniBench.idOf(bench.onlyCall())).isEqualTo("one");
        assertThat(bench.onlyCall().status()).isEqualTo("ok");
        assertThat(bench.replies.closed).containsExactly("chunks");
    }

    @Test
    void closingTheStreamEndsTheCallAndClosesTheSource() {
        bench.replies.stream = () -> Stream.of("one", "two").onClose(() -> bench.replies.closed.add("stream"));

        try (Stream<String> chunks = call().stream()) {
            assertThat(chunks.limit(1)).containsExactly("one");
        }

        assertThat(MiniBench.idOf(bench.onlyCall())).isEqualTo("one");
        assertThat(bench.replies.closed).containsExactly("stream");
    }

    @Test
    void failureOfTheSourceFailsTheCallAndArrivesUnchanged() {
        IllegalStateException failure = new IllegalStateException("connection reset");
        bench.replies.stream = () -> Stream.of("one", "two").peek(chunk -> {
            if (chunk.equals("two")) {
                throw failure;
            }
        });

        assertThatThrownBy(() -> call().stream().toList()).isSameAs(failure);

        assertThat(bench.onlyCall().sent("error.type")).contains(IllegalStateException.class.getName());
        assertThat(MiniBench.idOf(bench.onlyCall())).isEqualTo("one");
    }

    @Test
    void failureOfTheConsumerIsNotTheCalls() {
        IllegalStateException failure = new IllegalStateException("the application's own");

        assertThatThrownBy(() -> {
                    try (Chunks<String> chunks = call()) {
                        chunks.stream().forEach(chunk -> {
                            throw failure;
                        });
                    }
                })
                .isSameAs(failure);

        assertThat(bench.onlyCall().status()).isEqualTo("ok");
        assertThat(bench.telemetry().events()).isEmpty();
    }

    @Test
    void failureToOpenTheStreamFailsTheCall() {
        IllegalStateException failure = new IllegalStateException("closed");
        bench.replies.stream = () -> {
            throw failure;
        };
        Chunks<String> chunks = call();

        assertThatThrownBy(chunks::stream).isSameAs(failure);

        assertThat(bench.onlyCall().sent("error.type")).isPresent();
    }

    @Test
    void parallelStreamKeepsEveryChunk() {
        List<String> chunks =
                call().stream().parallel().map(String::toUpperCase).toList();

        assertThat(chunks).containsExactly("ONE", "TWO", "THREE");
        assertThat(MiniBench.idOf(bench.onlyCall())).isEqualTo("onetwothree");
    }

    private Chunks<String> call() {
        return bench.client.service().createStreaming(new Params("model-1"), "options");
    }
}
