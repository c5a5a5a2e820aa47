package dev.sentryai.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sentryai.proxy.mini.MiniService.Params;
import io.sentry.ISpan;
import io.sentry.Sentry;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TrackedFutureTest {

    private final MiniBench bench = new MiniBench();
    private final CompletableFuture<String> source = new CompletableFuture<>();

    TrackedFutureTest() {
        bench.replies.future = source;
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void completesWithTheValueAfterTheSpanEnded() {
        CompletableFuture<Integer> endedBefore =
                call().thenApply(value -> bench.calls().size());

        source.complete("later");

        assertThat(endedBefore).isCompletedWithValue(1);
        assertThat(MiniBench.idOf(bench.onlyCall())).isEqualTo("later");
    }

    @Test
    void continuationOnAnotherThreadSeesTheCallersSpan() throws Exception {
        ISpan callers = Sentry.getSpan();
        CompletableFuture<ISpan> seen = call().thenApply(value -> Sentry.getSpan());

        Thread other = new Thread(() -> source.complete("later"));
        other.start();

        assertThat(seen.get(10, TimeUnit.SECONDS)).isSameAs(callers);
        other.join();
    }

    @Test
    void otherThreadIsLeftAsItWas() throws Exception {
        CompletableFuture<String> call = call();
        CompletableFuture<Boolean> restored = new CompletableFuture<>();
        Thread other = new Thread(() -> {
            Object before = Sentry.getCurrentScopes();
            source.complete("later");
            restored.complete(before == Sentry.getCurrentScopes());
        });
        other.start();

        assertThat(restored.get(10, TimeUnit.SECONDS)).isTrue();
        assertThat(call).isCompletedWithValue("later");
        other.join();
    }

    @Test
    void failureIsThatOfTheSource() {
        IllegalStateException failure = new IllegalStateException("no more tokens");
        CompletableFuture<String> call = call();

        source.completeExceptionally(new CompletionException(failure));

        assertThatThrownBy(call::join).isInstanceOf(CompletionException.class).hasCause(failure);
        assertThatThrownBy(call::get).isInstanceOf(ExecutionException.class).hasCause(failure);
        assertThat(bench.onlyCall().sent("error.type")).contains(IllegalStateException.class.getName());
    }

    @Test
    void cancellationReachesTheSourceAndIsNoError() {
        CompletableFuture<String> call = call();

        assertThat(call.cancel(true)).isTrue();

        assertThat(source).isCancelled();
        assertThat(call).isCancelled();
        assertThatThrownBy(call::join).isInstanceOf(CancellationException.class);
        assertThat(bench.onlyCall().status()).isEqualTo("ok");
        assertThat(bench.telemetry().events()).isEmpty();
    }

    @Test
    void valueThatCannotBeReadArrivesAllTheSame() {
        bench.response = value -> {
            throw new NoClassDefFoundError("a class of another release");
        };

        source.complete("later");

        assertThat(call()).isCompletedWithValue("later");
        assertThat(bench.calls()).hasSize(1);
    }

    private CompletableFuture<String> call() {
        return bench.client.async().service().create(new Params("model-1"), "options");
    }
}
