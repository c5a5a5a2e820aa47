package dev.sentryai.proxy;

import dev.sentryai.instrument.GenAiRequest;
import dev.sentryai.instrument.ResponseReader;
import dev.sentryai.tracing.CallObserver;
import java.lang.reflect.Method;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A method of a service that becomes a span.
 *
 * @param method its name
 * @param params the exact type of its first parameter, which holds the request
 * @param request reads the request; a pure function. Provider and server are added by the engine
 * @param reader makes what reads the response to a request
 * @param handler makes what takes the place of the method's second parameter, the application's handler that the response is delivered
 *     to; what it returns must pass everything on
 */
public record Operation(
        String method,
        Class<?> params,
        Function<Object, GenAiRequest.Builder> request,
        Function<Object, ResponseReader<Object>> reader,
        BiFunction<Object, CallObserver, Object> handler) {

    /** Makes an operation that returns its response, which reads the same whatever was asked. */
    public Operation(
            String method,
            Class<?> params,
            Function<Object, GenAiRequest.Builder> request,
            Supplier<ResponseReader<Object>> reader) {
        this(method, params, request, asked -> reader.get(), (handler, call) -> handler);
    }

    boolean describes(Method candidate) {
        return candidate.getName().equals(method)
                && candidate.getParameterCount() > 0
                && candidate.getParameterTypes()[0] == params;
    }
}
