package dev.sentryai.sentry;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.function.BiConsumer;

/** Shows how a part of the Sentry SDK is called. By reflection, as newer versions of the SDK may ask it for more. */
final class Watched {

    private Watched() {}

    /**
     * Returns a part that does what the original does.
     *
     * @param type an interface
     * @param watcher gets a method's name and its first argument, before the original does; must not throw
     */
    static <T> T watched(Class<T> type, T original, BiConsumer<String, Object> watcher) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    if (arguments != null && arguments[0] != null) {
                        watcher.accept(method.getName(), arguments[0]);
                    }
                    try {
                        return method.invoke(original, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause() == null ? e : e.getCause();
                    }
                }));
    }
}
