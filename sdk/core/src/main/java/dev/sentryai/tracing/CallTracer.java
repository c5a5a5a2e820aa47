package dev.sentryai.tracing;

import dev.sentryai.instrument.Binding;
import dev.sentryai.instrument.GenAiCall;
import dev.sentryai.instrument.Instrumentation;
import dev.sentryai.instrument.ProviderError;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Records calls of a client that is made of final classes, for which no proxy can stand in. Results and failures are those of the
 * client; nothing that goes wrong with the recording reaches the caller. Thread-safe.
 */
public final class CallTracer {

    private final Instrumentation instrumentation;
    private final Function<Throwable, ProviderError> error;

    /**
     * Makes a tracer of one client.
     *
     * @param instrumentation the integration in whose name spans are made
     * @param error reads what the provider said from what a call failed with
     */
    public CallTracer(Instrumentation instrumentation, Function<Throwable, ProviderError> error) {
        this.instrumentation = instrumentation;
        this.error = error;
    }

    /** Makes a call that returns its whole response. */
    public <T> T call(TracedCall traced, Supplier<T> call) {
        return trace(traced, call, CallTracer::whole);
    }

    /**
     * Makes a call whose response comes later. The future that is returned completes after the call has ended, with the caller's
     * context current; cancelling it cancels the client's.
     */
    public <T> CompletableFuture<T> callAsync(TracedCall traced, Supplier<CompletableFuture<T>> call) {
        return trace(traced, call, (future, recording) -> later(future, recording, CallTracer::whole));
    }

    /**
     * Makes a call that returns a stream.
     *
     * @param follow makes what the caller gets from the client's stream; it refers to the lifeline, and must not throw
     */
    public <S, R> R stream(TracedCall traced, Supplier<S> call, BiFunction<S, Lifeline, R> follow) {
        return trace(traced, call, streamed(follow));
    }

    /** Makes a call that returns a stream later; as {@link #callAsync} and {@link #stream}. */
    public <S, R> CompletableFuture<R> streamAsync(
            TracedCall traced, Supplier<CompletableFuture<S>> call, BiFunction<S, Lifeline, R> follow) {
        return trace(traced, call, (future, recording) -> later(future, recording, streamed(follow)));
    }

    private <S, R> R trace(TracedCall traced, Supplier<S> work, BiFunction<S, Recording, R> follow) {
        GenAiCall call = GenAiCall.start(instrumentation, traced.request());
        Recording recording = new Recording(call, call.reader(traced.reader()), error);
        S result;
        try {
            result = bound(call, work);
        } catch (Throwable failure) {
            recording.fail(failure);
            throw failure;
        }
        return follow.apply(result, recording);
    }

    private static <S> S bound(GenAiCall call, Supplier<S> work) {
        Binding binding = call.bind();
        try {
            return work.get();
        } finally {
            binding.close();
        }
    }

    private static <T> T whole(T result, Recording recording) {
        recording.succeed(result);
        return result;
    }

    private static <S, R> BiFunction<S, Recording, R> streamed(BiFunction<S, Lifeline, R> follow) {
        return (stream, recording) -> follow.apply(stream, new Lifeline(recording));
    }

    @SuppressWarnings("unchecked") // it completes with what was made of the client's result
    private static <S, R> CompletableFuture<R> later(
            CompletableFuture<S> source, Recording recording, BiFunction<S, Recording, R> follow) {
        CompletableFuture<?> tracked =
                TrackedFuture.of(source, recording, result -> follow.apply((S) result, recording));
        return (CompletableFuture<R>) tracked;
    }
}
