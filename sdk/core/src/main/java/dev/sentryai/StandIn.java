package dev.sentryai;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Stands for an object behind interfaces that it has, so that calls can be seen on their way. It equals what the object
 * equals.
 */
final class StandIn implements InvocationHandler {

    private final Object target;
    private final Interceptor interceptor;

    private StandIn(Object target, Interceptor interceptor) {
        this.target = target;
        this.interceptor = interceptor;
    }

    /** @param interfaces those of the target to show, as seen by the loader */
    static Object of(Object target, List<Class<?>> interfaces, @Nullable ClassLoader loader, Interceptor interceptor) {
        return Proxy.newProxyInstance(loader, interfaces.toArray(Class<?>[]::new), new StandIn(target, interceptor));
    }

    /** Returns what sees the calls of an object that is a stand-in; empty for any other. */
    static Optional<Interceptor> interceptorOf(Object object) {
        return behind(object).map(standIn -> standIn.interceptor);
    }

    private static Optional<StandIn> behind(@Nullable Object object) {
        return object != null
                        && Proxy.isProxyClass(object.getClass())
                        && Proxy.getInvocationHandler(object) instanceof StandIn standIn
                ? Optional.of(standIn)
                : Optional.empty();
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        Call call = new Call(target, method, arguments);
        if (method.getDeclaringClass() != Object.class) {
            return interceptor.intercept(call);
        }
        Optional<StandIn> other = behind(call.onlyArgument());
        return other.isPresent() ? call.with(other.get().target).proceed() : call.proceed();
    }

    /** Sees the calls of all methods but those of {@link Object}. */
    @FunctionalInterface
    interface Interceptor {

        /** Returns or throws what the caller shall get. */
        @Nullable
        Object intercept(Call call) throws Throwable;
    }
}
