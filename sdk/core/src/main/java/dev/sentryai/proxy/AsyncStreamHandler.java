package dev.sentryai.proxy;

import static java.util.Objects.requireNonNull;

import dev.sentryai.runtime.Guard;
import dev.sentryai.tracing.Lifeline;
import dev.sentryai.tracing.Recording;
import dev.sentryai.tracing.TrackedFuture;
import java.lang.reflect.Method;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Stands behind the proxy of a response that is delivered chunk by chunk. */
record AsyncStreamHandler(Delegate delegate, Lifeline lifeline, Recording recording, CompletableFuture<?> completion)
        implements Wrapper {

    /** Returns a handler that learns of a failed request even if nobody ever subscribes. */
    static AsyncStreamHandler of(Class<?> type, Object response, Lifeline lifeline, Recording recording)
            throws Throwable {
        Delegate delegate = new Delegate(response);
        Object completion = requireNonNull(delegate.call(type.getMethod("onCompleteFuture"), null), "completion");
        TrackedFuture tracked = TrackedFuture.of((CompletableFuture<?>) completion, recording, nothing -> {
            recording.succeed();
            return nothing;
        });
        return new AsyncStreamHandler(delegate, lifeline, recording, tracked);
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        return switch (method.getName()) {
            case "subscribe" -> subscribe(proxy, method, arguments);
            case "onCompleteFuture" -> completion;
            case "close" -> close(method);
            default -> delegate.call(method, arguments);
        };
    }

    private @Nullable Object subscribe(Object proxy, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        Object returned = delegate.call(method, withTrackedSubscriber(method, arguments));
        return returned == delegate.target() ? proxy : returned;
    }

    private @Nullable Object @Nullable [] withTrackedSubscriber(
            Method method, @Nullable Object @Nullable [] arguments) {
        if (arguments == null || arguments[0] == null) {
            return arguments;
        }
        Object subscriber = arguments[0];
        @Nullable Object[] tracked = arguments.clone();
        tracked[0] = Guard.OF_THREAD.get(
                "follow a stream",
                () -> Wrapper.proxy(
                        method.getParameterTypes()[0], new SubscriberHandler(subscriber, lifeline, recording)),
                subscriber);
        return tracked;
    }

    private @Nullable Object close(Method method) throws Throwable {
        // Before the connection goes: what the delivering thread sees of that is no failure.
        lifeline.abandon();
        return delegate.call(method, null);
    }
}
