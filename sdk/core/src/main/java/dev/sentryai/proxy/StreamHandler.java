package dev.sentryai.proxy;

import dev.sentryai.tracing.Lifeline;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Stands behind the proxy of a streamed response. */
record StreamHandler(Delegate delegate, Lifeline lifeline) implements Wrapper {

    @Override
    public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        if (method.getName().equals("close")) {
            // Before the connection goes: what a reading thread sees of that is no failure.
            lifeline.abandon();
        }
        if (method.isDefault()) {
            // Another way to read the chunks, such as an iterator: it leads back here by stream().
            return InvocationHandler.invokeDefault(proxy, method, arguments);
        }
        Object result = call(method, arguments);
        return result instanceof Stream<?> chunks ? tracked(chunks) : result;
    }

    private @Nullable Object call(Method method, @Nullable Object @Nullable [] arguments) throws Throwable {
        try {
            return delegate.call(method, arguments);
        } catch (Throwable failure) {
            lifeline.fail(failure);
            throw failure;
        }
    }

    private <T> Stream<T> tracked(Stream<T> chunks) {
        Stream<T> tracked = StreamSupport.stream(new TrackedSpliterator<>(chunks.spliterator(), lifeline), false);
        return tracked.onClose(lifeline::abandon).onClose(chunks::close);
    }
}
