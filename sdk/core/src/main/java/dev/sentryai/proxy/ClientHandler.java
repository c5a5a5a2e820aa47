package dev.sentryai.proxy;

import dev.sentryai.instrument.Binding;
import dev.sentryai.instrument.GenAiCall;
import dev.sentryai.runtime.Guard;
import io.sentry.Sentry;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Stands behind the proxy of a client or service. */
final class ClientHandler implements Wrapper {

    private record Traced(GenAiCall call, Results results, Operation operation) {}

    /**
     * A child that was asked for, and what stands for it.
     *
     * @param child of the target
     * @param proxy ours
     */
    private record Descent(Object child, Object proxy) {}

    private final Engine engine;
    private final Delegate delegate;
    private final LazyEndpoint endpoint;
    /** Clients keep their services, and are asked for them with every call. */
    private final Map<Method, Descent> descents = new ConcurrentHashMap<>();

    ClientHandler(Engine engine, Delegate delegate, LazyEndpoint endpoint) {
        this.engine = engine;
        this.delegate = delegate;
        this.endpoint = endpoint;
    }

    @Override
    public Delegate delegate() {
        return delegate;
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        Plan plan = engine.plan(delegate.target(), method);
        return switch (plan.kind()) {
            case PASS -> delegate.call(method, arguments);
            case DESCEND -> descend(method, delegate.call(method, arguments));
            case REENTER -> InvocationHandler.invokeDefault(proxy, method, arguments);
            case TRACE -> trace(plan, method, arguments);
            case ASSIST -> assist(proxy, method, arguments);
        };
    }

    private @Nullable Object descend(Method method, @Nullable Object child) {
        if (child == null) {
            return null;
        }
        Descent known = descents.get(method);
        return known != null && known.child() == child
                ? known.proxy()
                : Guard.OF_THREAD.get("wrap a service", () -> wrap(method, child), child);
    }

    private Object wrap(Method method, Object child) {
        if (method.getParameterCount() > 0) {
            // An accessor with arguments, withOptions(…), returns a client that may send its requests elsewhere.
            return engine.wrap(method.getReturnType(), child, engine.endpointOf(child));
        }
        Object proxy = engine.wrap(method.getReturnType(), child, endpoint);
        descents.put(method, new Descent(child, proxy));
        return proxy;
    }

    /** The assistant that the target makes would call the target, past us. */
    private @Nullable Object assist(Object proxy, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        Optional<Object> assistant = arguments == null
                ? Optional.empty()
                : Guard.OF_THREAD.get(
                        "make an assistant", () -> engine.assistant(method, proxy, arguments), Optional.empty());
        return assistant.isPresent() ? assistant.get() : delegate.call(method, arguments);
    }

    private @Nullable Object trace(Plan plan, Method method, @Nullable Object @Nullable [] arguments) throws Throwable {
        Optional<Traced> traced = Guard.OF_THREAD.get("start a call", () -> begin(plan, arguments), Optional.empty());
        return traced.isPresent() ? trace(traced.get(), method, arguments) : delegate.call(method, arguments);
    }

    private Optional<Traced> begin(Plan plan, @Nullable Object @Nullable [] arguments) {
        Operation operation = plan.operation();
        if (operation == null || arguments == null || arguments[0] == null || !Sentry.isEnabled()) {
            return Optional.empty();
        }
        // An unsampled call is followed as well: its failure counts.
        GenAiCall call = engine.start(operation, arguments[0], endpoint);
        return Optional.of(new Traced(call, engine.results(call, operation, arguments[0]), operation));
    }

    private @Nullable Object trace(Traced traced, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        @Nullable Object @Nullable [] followed = traced.results().followed(traced.operation(), arguments);
        Object result;
        try {
            result = callBound(traced.call(), method, followed);
        } catch (Throwable failure) {
            traced.results().fail(failure);
            throw failure;
        }
        return traced.results().track(result);
    }

    private @Nullable Object callBound(GenAiCall call, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        Binding binding = call.bind();
        try {
            return delegate.call(method, arguments);
        } finally {
            binding.close();
        }
    }
}
