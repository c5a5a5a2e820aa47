package dev.sentryai.otel;

import io.opentelemetry.api.trace.Span;
import io.sentry.ISpan;
import io.sentry.ITransaction;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;

/**
 * One of the objects that stand for the same span: the one that scopes know, those that applications hold, and the
 * transaction in front of a root.
 *
 * @param held keeps the OpenTelemetry span from being collected; null for the one that scopes know
 */
record Face(OtelSpan span, @Nullable Span held) implements InvocationHandler {

    static SentryOtelSpan known(OtelSpan span) {
        return show(SentryOtelSpan.class, new Face(span, null));
    }

    static ISpan held(OtelSpan span, Span held) {
        return show(SentryOtelSpan.class, new Face(span, held));
    }

    static ITransaction transaction(OtelSpan span, Span held) {
        return show(ITransaction.class, new Face(span, held));
    }

    static OtelSpan behind(ISpan face) {
        return ((Face) Proxy.getInvocationHandler(face)).span();
    }

    private static <T> T show(Class<T> type, Face face) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, face));
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] args) throws Throwable {
        if (method.getName().equals("equals") && args != null) {
            return proxy == args[0];
        }
        try {
            return method.invoke(span, args);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
