package dev.sentryai.proxy;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.Optional;

/** What stands behind each of our proxies. */
sealed interface Wrapper extends InvocationHandler
        permits AsyncStreamHandler, ClientHandler, RawResponseHandler, StreamHandler, SubscriberHandler {

    /** Returns the object that the proxy stands for. */
    Delegate delegate();

    /** Returns the object behind the proxy if it is one of ours, else empty. */
    static Optional<Object> unwrap(Object object) {
        return Proxy.isProxyClass(object.getClass()) && Proxy.getInvocationHandler(object) instanceof Wrapper wrapper
                ? Optional.of(wrapper.delegate().target())
                : Optional.empty();
    }

    /** Returns a proxy of one interface. */
    static Object proxy(Class<?> type, Wrapper handler) {
        return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler);
    }
}
