package dev.sentryai;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A call of a method, on its way to the object that it is for. */
final class Call {

    private static final @Nullable Object[] NO_ARGUMENTS = {};

    private final Object target;
    private final Method method;
    private final @Nullable Object[] arguments;

    /** @param arguments null for none */
    Call(Object target, Method method, @Nullable Object @Nullable [] arguments) {
        this.target = target;
        this.method = method;
        this.arguments = arguments == null ? NO_ARGUMENTS : arguments;
    }

    Method method() {
        return method;
    }

    String name() {
        return method.getName();
    }

    List<@Nullable Object> arguments() {
        return Arrays.asList(arguments);
    }

    /** Returns the only argument; null when that is null or when there is another number of them. */
    @Nullable
    Object onlyArgument() {
        return arguments.length == 1 ? arguments[0] : null;
    }

    /** Returns this call with another argument as its only one. */
    Call with(@Nullable Object argument) {
        return new Call(target, method, new @Nullable Object[] {argument});
    }

    /** Lets the call arrive. What it throws is what the method throws. */
    @Nullable
    Object proceed() throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }
}
