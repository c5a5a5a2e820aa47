package dev.sentryai.proxy;

import dev.sentryai.instrument.Binding;
import dev.sentryai.tracing.Lifeline;
import dev.sentryai.tracing.Recording;
import java.lang.reflect.Method;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Stands between an asynchronous stream and the application's handler, which runs with the caller's context current. Being
 * referred to by the delivering client, it keeps the lifeline of a stream of which the application holds nothing else.
 */
final class SubscriberHandler implements Wrapper {

    private final Delegate delegate;
    private final Lifeline lifeline;
    private final Recording recording;
    private volatile @Nullable Throwable consumerFailure;

    SubscriberHandler(Object subscriber, Lifeline lifeline, Recording recording) {
        this.delegate = new Delegate(subscriber);
        this.lifeline = lifeline;
        this.recording = recording;
    }

    @Override
    public Delegate delegate() {
        return delegate;
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        if (arguments != null && arguments[0] != null) {
            switch (method.getName()) {
                case "onNext" -> lifeline.chunk(arguments[0]);
                case "onComplete" -> completed((Optional<?>) arguments[0]);
                default -> {}
            }
        }
        return callAsCaller(method, arguments);
    }

    private void completed(Optional<?> failure) {
        if (failure.isEmpty()) {
            lifeline.succeed();
        } else if (failure.get() == consumerFailure) {
            lifeline.abandon();
        } else {
            lifeline.fail((Throwable) failure.get());
        }
    }

    private @Nullable Object callAsCaller(Method method, @Nullable Object @Nullable [] arguments) throws Throwable {
        Binding caller = recording.bindCaller();
        try {
            return delegate.call(method, arguments);
        } catch (Throwable failure) {
            consumerFailure = failure;
            throw failure;
        } finally {
            caller.close();
        }
    }
}
