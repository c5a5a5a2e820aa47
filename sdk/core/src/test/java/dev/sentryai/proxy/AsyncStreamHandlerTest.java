package dev.sentryai.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sentryai.proxy.mini.AsyncChunks;
import dev.sentryai.proxy.mini.MiniService.Params;
import io.sentry.ISpan;
import io.sentry.Sentry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AsyncStreamHandlerTest {

    private final MiniBench bench = new MiniBench();
    private final AsyncChunks<String> call =
            bench.client.async().service().createStreaming(new Params("model-1"), "options");
    private final Subscriber subscriber = new Subscriber();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void subscribingReturnsTheSameStream() {
        assertThat(call.subscribe(subscriber)).isSameAs(call);
    }

    @Test
    void completedStreamEndsTheCallBeforeTheSubscriberHearsOfIt() {
        call.subscribe(subscriber);

        deliver("one", "two");
        bench.replies.delivered.handler.onComplete(Optional.empty());

        assertThat(subscriber.chunks).containsExactly("one", "two");
        assertThat(subscriber.callsEndedBefore).isEqualTo(1);
        assertThat(MiniBench.idOf(bench.onlyCall())).isEqualTo("onetwo");
    }

    @Test
    void failureReachesSubscriberAndSpan() {
        IllegalStateException failure = new IllegalStateException("connection reset");
        call.subscribe(subscriber);

        deliver("one");
        bench.replies.delivered.handler.onComplete(Optional.of(failure));

        assertThat(subscriber.failure).isSameAs(failure);
        assertThat(bench.onlyCall().sent("error.type")).contains(IllegalStateException.class.getName());
        assertThat(MiniBench.idOf(bench.onlyCall())).isEqualTo("one");
    }

    @Test
    void failureOfTheSubscriberIsNotTheCalls() {
        IllegalStateException failure = new IllegalStateException("the application's own");
        call.subscribe(chunk -> {
            throw failure;
        });

        assertThatThrownBy(() -> deliver("one")).isSameAs(failure);
        bench.replies.delivered.handler.onComplete(Optional.of(failure));

        assertThat(bench.onlyCall().status()).isEqualTo("ok");
        assertThat(bench.telemetry().events()).isEmpty();
    }

    @Test
    void subscriberOnAnotherThreadSeesTheCallersSpan() throws Exception {
        ISpan callers = Sentry.getSpan();
        call.subscribe(subscriber);

        Thread other = new Thread(() -> deliver("one"));
        other.start();
        other.join();

        assertThat(subscriber.span).isSameAs(callers);
    }

    @Test
    void failedRequestIsRecordedThoughNobodySubscribed() {
        bench.replies.delivered.completion.completeExceptionally(new IllegalStateException("401"));

        assertThat(bench.onlyCall().sent("error.type")).contains(IllegalStateException.class.getName());
    }

    @Test
    void completionIsTheSourcesAndComesAfterTheSpan() {
        CompletableFuture<Integer> endedBefore =
                call.onCompleteFuture().thenApply(nothing -> bench.calls().size());

        bench.replies.delivered.completion.complete(null);

        assertThat(endedBefore).isCompletedWithValue(1);
    }

    @Test
    void streamThatNobodyReachesEndsTheCallWithoutError() {
        bench.client.async().service().createStreaming(new Params("forgotten"), "options");
        call.close();

        bench.awaitAbandonment();

        assertThat(bench.calls()).hasSize(2).extracting(span -> span.status()).containsOnly("ok");
    }

    @Test
    void closingEndsTheCall() {
        call.subscribe(subscriber);
        deliver("one");

        call.close();

        assertThat(bench.replies.delivered.isClosed).isTrue();
        assertThat(bench.onlyCall().status()).isEqualTo("ok");
        assertThat(MiniBench.idOf(bench.onlyCall())).isEqualTo("one");
    }

    private void deliver(String... chunks) {
        List.of(chunks).forEach(bench.replies.delivered.handler::onNext);
    }

    private final class Subscriber implements AsyncChunks.Handler<String> {

        private final List<String> chunks = new ArrayList<>();
        private int callsEndedBefore;
        private @Nullable Throwable failure;
        private @Nullable ISpan span;

        @Override
        public void onNext(String chunk) {
            chunks.add(chunk);
            span = Sentry.getSpan();
        }

        @Override
        public void onComplete(Optional<Throwable> failure) {
            callsEndedBefore = bench.calls().size();
            this.failure = failure.orElse(null);
        }
    }
}
