package dev.sentryai.proxy;

import dev.sentryai.tracing.Lifeline;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/** Stands behind the proxy of a raw response: what it parses to is what the call returned. Thread-safe. */
final class RawResponseHandler implements Wrapper {

    private final Delegate delegate;
    private final Lifeline lifeline;
    private final Results results;
    private @Nullable Object parsed;

    RawResponseHandler(Object response, Lifeline lifeline, Results results) {
        this.delegate = new Delegate(response);
        this.lifeline = lifeline;
        this.results = results;
    }

    @Override
    public Delegate delegate() {
        return delegate;
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        if (method.getName().equals("parse")) {
            return parse(method);
        }
        if (method.getName().equals("close")) {
            lifeline.abandon();
        }
        return delegate.call(method, arguments);
    }

    /** Parses once, as the clients do, so that a stream is wrapped once too. */
    private synchronized @Nullable Object parse(Method method) throws Throwable {
        if (parsed == null) {
            try {
                parsed = results.track(delegate.call(method, null), () -> lifeline);
            } catch (Throwable failure) {
                lifeline.fail(failure);
                throw failure;
            }
        }
        return parsed;
    }
}
