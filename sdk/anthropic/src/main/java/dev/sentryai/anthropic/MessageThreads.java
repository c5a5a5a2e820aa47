package dev.sentryai.anthropic;

import com.anthropic.core.ClientOptions;
import dev.sentryai.proxy.OptionsReader;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Makes threads of messages, which ask the model and keep what was said. The interfaces of services make them themselves, of the service
 * that they are called on; so they are, of ours. Releases before 3 have none, hence nothing of them is named here.
 */
final class MessageThreads {

    /** Not all back ends have threads. Its options know. */
    private static final String SUPPORT = "supportsMessageThreads$anthropic_java_core";

    private MessageThreads() {}

    /** Returns a thread that asks a service; empty if its back end has none, or if the library has another idea of threads. */
    static Optional<Object> of(Object service, List<@Nullable Object> arguments) {
        return isSupported(service)
                ? factory(service, arguments).map(factory -> make(service, factory, arguments))
                : Optional.empty();
    }

    private static boolean isSupported(Object service) {
        ClientOptions options = OptionsReader.read(service, (ClientOptions.Builder builder) -> builder.build());
        try {
            return (boolean) ClientOptions.class.getMethod(SUPPORT).invoke(options);
        } catch (ReflectiveOperationException e) {
            return false;
        }
    }

    private static Optional<Method> factory(Object service, List<@Nullable Object> arguments) {
        return Arrays.stream(service.getClass().getInterfaces())
                .flatMap(type -> Arrays.stream(type.getMethods()))
                .filter(method -> method.isDefault() && method.getName().equals("thread"))
                .filter(method -> takes(method.getParameterTypes(), arguments))
                .findFirst();
    }

    private static boolean takes(Class<?>[] types, List<@Nullable Object> arguments) {
        return types.length == arguments.size()
                && IntStream.range(0, types.length).allMatch(i -> types[i].isInstance(arguments.get(i)));
    }

    private static Object make(Object service, Method factory, List<@Nullable Object> arguments) {
        try {
            return InvocationHandler.invokeDefault(service, factory, arguments.toArray());
        } catch (Throwable e) {
            throw new IllegalStateException("Could not make a thread of messages", e);
        }
    }
}
