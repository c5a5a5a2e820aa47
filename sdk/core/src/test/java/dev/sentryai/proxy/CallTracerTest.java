package dev.sentryai.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sentryai.instrument.GenAiRequest;
import dev.sentryai.instrument.GenAiResponse;
import dev.sentryai.instrument.Instrumentation;
import dev.sentryai.instrument.ProviderError;
import dev.sentryai.instrument.ResponseReader;
import dev.sentryai.protocol.GenAiOps;
import dev.sentryai.telemetry.SpanRecord;
import dev.sentryai.tracing.CallTracer;
import dev.sentryai.tracing.Lifeline;
import dev.sentryai.tracing.TracedCall;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CallTracerTest {

    private final MiniBench bench = new MiniBench();
    private final CallTracer tracer =
            new CallTracer(new Instrumentation("mini"), failure -> new ProviderError("mini_error", 418));
    private final TracedCall traced = new TracedCall(
            () -> GenAiRequest.builder(GenAiOps.CHAT).model("mini").build(), CallTracerTest::joined);

    private static ResponseReader<Object> joined() {
        StringBuilder text = new StringBuilder();
        return new ResponseReader<>() {
            @Override
            public void accept(Object chunk) {
                text.append(chunk);
            }

            @Override
            public GenAiResponse response() {
                return GenAiResponse.builder().id(text.toString()).build();
            }
        };
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void resultIsPassedOnAndRead() {
        assertThat(tracer.call(traced, () -> "hello")).isEqualTo("hello");

        assertThat(MiniBench.idOf(bench.onlyCall())).isEqualTo("hello");
    }

    @Test
    void failureIsPassedOnAndSaysWhatTheProviderSaid() {
        IllegalStateException failure = new IllegalStateException("no");

        assertThatThrownBy(() -> tracer.call(traced, () -> {
                    throw failure;
                }))
                .isSameAs(failure);

        SpanRecord span = bench.onlyCall();
        assertThat(span.status()).isNotEqualTo("ok");
        assertThat(span.sent("error.type")).contains("mini_error");
    }

    @Test
    void requestThatCannotBeReadIsNoReasonToFail() {
        TracedCall unreadable = new TracedCall(
                () -> {
                    throw new IllegalStateException("unreadable");
                },
                CallTracerTest::joined);

        assertThat(tracer.call(unreadable, () -> "hello")).isEqualTo("hello");
    }

    @Test
    void readerThatCannotBeMadeIsNoReasonToFail() {
        TracedCall unreadable = new TracedCall(traced.request(), () -> {
            throw new IllegalStateException("unreadable");
        });

        assertThat(tracer.call(unreadable, () -> "hello")).isEqualTo("hello");

        assertThat(bench.onlyCall().status()).isEqualTo("ok");
    }

    @Test
    void futureCompletesAfterTheCallEnded() {
        CompletableFuture<String> source = new CompletableFuture<>();
        CompletableFuture<Integer> endedBefore = tracer.callAsync(traced, () -> source)
                .thenApply(value -> bench.calls().size());

        source.complete("later");

        assertThat(endedBefore).isCompletedWithValue(1);
        assertThat(MiniBench.idOf(bench.onlyCall())).isEqualTo("later");
    }

    @Test
    void streamIsReadToItsEnd() {
        assertThat(stream(List.of("one", "two").iterator())).toIterable().containsExactly("one", "two");

        assertThat(MiniBench.idOf(bench.onlyCall())).isEqualTo("onetwo");
    }

    @Test
    void streamReadWithoutAskingForMoreEndsAtItsEnd() {
        Iterator<String> chunks = stream(List.of("one").iterator());
        chunks.next();

        assertThatThrownBy(chunks::next).isInstanceOf(NoSuchElementException.class);

        assertThat(bench.onlyCall().status()).isEqualTo("ok");
    }

    @Test
    void streamThatBreaksFailsTheCallAndKeepsWhatWasRead() {
        IllegalStateException failure = new IllegalStateException("cut");
        Iterator<String> chunks = stream(new Iterator<>() {
            private boolean begun;

            @Override
            public boolean hasNext() {
                return true;
            }

            @Override
            public String next() {
                if (begun) {
                    throw failure;
                }
                begun = true;
                return "one";
            }
        });
        chunks.next();

        assertThatThrownBy(chunks::next).isSameAs(failure);

        assertThat(bench.onlyCall().status()).isNotEqualTo("ok");
        assertThat(MiniBench.idOf(bench.onlyCall())).isEqualTo("one");
    }

    @Test
    void streamThatComesLaterIsFollowed() {
        CompletableFuture<Iterator<String>> source = new CompletableFuture<>();
        CompletableFuture<Iterator<String>> chunks =
                tracer.streamAsync(traced, () -> source, (original, lifeline) -> lifeline.follow(original));

        source.complete(List.of("one").iterator());

        assertThat(chunks.join()).toIterable().containsExactly("one");
        assertThat(MiniBench.idOf(bench.onlyCall())).isEqualTo("one");
    }

    @Test
    void abandonedStreamEndsWithoutAnError() {
        stream(List.of("one", "two").iterator()).next();

        bench.awaitAbandonment();

        assertThat(bench.onlyCall().status()).isEqualTo("ok");
        assertThat(MiniBench.idOf(bench.onlyCall())).isEqualTo("one");
    }

    @Test
    void streamThatIsGivenUpEndsWithoutAnError() {
        Lifeline lifeline = tracer.stream(traced, () -> "unused", (original, line) -> line);

        lifeline.abandon();

        assertThat(bench.onlyCall().status()).isEqualTo("ok");
    }

    private Iterator<String> stream(Iterator<String> chunks) {
        return tracer.stream(traced, () -> chunks, (original, lifeline) -> lifeline.follow(original));
    }
}
