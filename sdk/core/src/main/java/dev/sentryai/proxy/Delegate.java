package dev.sentryai.proxy;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/**
 * The object behind a proxy.
 *
 * @param target the object that does the work
 */
record Delegate(Object target) {

    /** Calls the method as if there were no proxy: it throws what the target throws, and {@code equals} sees through proxies. */
    @Nullable
    Object call(Method method, @Nullable Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(target, isEquals(method) ? unwrapped(arguments) : arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }

    private static boolean isEquals(Method method) {
        return method.getDeclaringClass() == Object.class && method.getName().equals("equals");
    }

    private static @Nullable Object @Nullable [] unwrapped(@Nullable Object @Nullable [] arguments) {
        if (arguments == null || arguments[0] == null) {
            return arguments;
        }
        Object other = arguments[0];
        return new Object[] {Wrapper.unwrap(other).orElse(other)};
    }
}
