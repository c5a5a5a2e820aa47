package dev.sentryai;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tracks calls of the methods that {@link AiTracked} marks, and lets others pass. */
final class TrackedMethods implements StandIn.Interceptor {

    private final Class<?> type;
    private final Class<?> implementation;
    private final Map<Method, Optional<TrackOptions>> options = new ConcurrentHashMap<>();

    private TrackedMethods(Class<?> type, Class<?> implementation) {
        this.type = type;
        this.implementation = implementation;
    }

    /** Returns a stand-in; what is one already stays as it is. */
    static <T> T proxy(Class<T> type, T target) {
        if (!type.isInterface()) {
            throw new IllegalArgumentException("type must be an interface but is " + type.getName());
        }
        if (StandIn.interceptorOf(target)
                .filter(TrackedMethods.class::isInstance)
                .isPresent()) {
            return target;
        }
        for (Method method : type.getMethods()) {
            if (!method.trySetAccessible()) {
                throw new IllegalArgumentException(
                        "%s must be public and exported, or its package be open to sentry-ai".formatted(type));
            }
        }
        return type.cast(
                StandIn.of(target, List.of(type), type.getClassLoader(), new TrackedMethods(type, target.getClass())));
    }

    @Override
    @SuppressWarnings("NullAway") // it does not see that a type argument may be nullable
    public @Nullable Object intercept(Call call) throws Throwable {
        Optional<TrackOptions> tracked = options.computeIfAbsent(call.method(), this::optionsOf);
        return tracked.isPresent()
                ? TrackedWork.track(tracked.get(), call.method().getReturnType(), call::arguments, call::proceed)
                : call.proceed();
    }

    private Optional<TrackOptions> optionsOf(Method method) {
        method.setAccessible(true); // once for each: the proxy always passes the same one
        return Stream.<Supplier<@Nullable AnnotatedElement>>of(
                        () -> method,
                        () -> counterpart(type, method),
                        () -> counterpart(implementation, method),
                        method::getDeclaringClass,
                        () -> type,
                        () -> implementation)
                .map(Supplier::get)
                .flatMap(element -> Stream.ofNullable(element == null ? null : element.getAnnotation(AiTracked.class)))
                .findFirst()
                .map(mark -> TrackOptions.of(mark.name().isEmpty() ? nameOf(method) : mark.name())
                        .withOp(mark.op().isEmpty() ? null : mark.op()));
    }

    private static @Nullable Method counterpart(Class<?> type, Method method) {
        try {
            return type.getMethod(method.getName(), method.getParameterTypes());
        } catch (NoSuchMethodException notPublic) {
            return null;
        }
    }

    private String nameOf(Method method) {
        return type.getSimpleName() + '.' + method.getName();
    }
}
