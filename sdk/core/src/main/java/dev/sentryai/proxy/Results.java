package dev.sentryai.proxy;

import dev.sentryai.runtime.Guard;
import dev.sentryai.tracing.Lifeline;
import dev.sentryai.tracing.Recording;
import dev.sentryai.tracing.TrackedFuture;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Follows what a traced method returned until the call is over, whatever shape it has. */
final class Results {

    private final ClientTypes types;
    private final Recording recording;

    Results(ClientTypes types, Recording recording) {
        this.types = types;
        this.recording = recording;
    }

    void fail(Throwable failure) {
        recording.fail(failure);
    }

    /** Returns the arguments of the traced method, its handler replaced by one that is followed. */
    @Nullable
    Object @Nullable [] followed(Operation operation, @Nullable Object @Nullable [] arguments) {
        if (arguments == null || arguments.length < 2 || arguments[1] == null) {
            return arguments;
        }
        Object handler = arguments[1];
        @Nullable Object[] followed = arguments.clone();
        followed[1] = Guard.OF_THREAD.get(
                "follow a handler", () -> operation.handler().apply(handler, recording), handler);
        return followed;
    }

    /** Returns what the application gets to see: the result, or something that behaves like it and is followed. */
    @Nullable
    Object track(@Nullable Object result) {
        return track(result, () -> new Lifeline(recording));
    }

    /** As above, for what is part of a result that has a lifeline already. */
    @Nullable
    Object track(@Nullable Object result, Supplier<Lifeline> lifeline) {
        try {
            return follow(result, lifeline);
        } catch (Throwable failure) {
            Guard.OF_THREAD.report("follow a result", failure);
            recording.abandon();
            return result;
        }
    }

    private @Nullable Object follow(@Nullable Object result, Supplier<Lifeline> lifeline) throws Throwable {
        if (result instanceof CompletableFuture<?> future) {
            Object tracked = TrackedFuture.of(future, recording, this::track);
            return tracked;
        }
        if (types.rawResponse().isInstance(result)) {
            return Wrapper.proxy(types.rawResponse(), new RawResponseHandler(result, lifeline.get(), this));
        }
        if (types.stream().isInstance(result)) {
            return Wrapper.proxy(types.stream(), new StreamHandler(new Delegate(result), lifeline.get()));
        }
        if (types.asyncStream().isInstance(result)) {
            return Wrapper.proxy(
                    types.asyncStream(), AsyncStreamHandler.of(types.asyncStream(), result, lifeline.get(), recording));
        }
        recording.succeed(result);
        return result;
    }
}
