package dev.sentryai.tracing;

import dev.sentryai.instrument.Binding;
import dev.sentryai.instrument.GenAiCall;
import dev.sentryai.instrument.GenAiResponse;
import dev.sentryai.instrument.ProviderError;
import dev.sentryai.instrument.ResponseReader;
import dev.sentryai.runtime.Guard;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A traced call that is under way: reads what arrives and ends the call. Only the first end counts. Thread-safe. */
public final class Recording implements CallObserver {

    private final GenAiCall call;
    private final ResponseReader<Object> reader;
    private final Function<Throwable, ProviderError> error;

    /**
     * Follows a call that has been started.
     *
     * @param reader takes in the response, as the call's own {@link GenAiCall#reader} gives it
     * @param error reads what the provider said from what the call failed with
     */
    public Recording(GenAiCall call, ResponseReader<Object> reader, Function<Throwable, ProviderError> error) {
        this.call = call;
        this.reader = reader;
        this.error = error;
    }

    @Override
    public void chunk(Object chunk) {
        call.firstChunk();
        read(chunk);
    }

    /** Takes the whole response and ends the call. */
    public void succeed(@Nullable Object response) {
        if (response != null) {
            read(response);
        }
        succeed();
    }

    @Override
    public void succeed() {
        call.succeed(this::response);
    }

    /** Ends the call with what went wrong; being cancelled is not wrong. */
    public void fail(Throwable failure) {
        Throwable cause = unwrapped(failure);
        if (cause instanceof CancellationException) {
            abandon();
        } else {
            call.fail(cause, this::response, () -> error.apply(cause));
        }
    }

    @Override
    public void abandon() {
        call.abandon(this::response);
    }

    @Override
    public Binding bindCaller() {
        return call.bindCaller();
    }

    private synchronized void read(Object valueOrChunk) {
        Guard.OF_THREAD.run("read a response", () -> reader.accept(valueOrChunk));
    }

    private synchronized GenAiResponse response() {
        return reader.response();
    }

    private static Throwable unwrapped(Throwable failure) {
        Throwable cause = failure.getCause();
        boolean wraps = failure instanceof CompletionException || failure instanceof ExecutionException;
        return wraps && cause != null ? unwrapped(cause) : failure;
    }
}
