package dev.sentryai.proxy;

import dev.sentryai.instrument.Instrumentation;
import dev.sentryai.instrument.ProviderError;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What the engine must know about one client library.
 *
 * @param instrumentation the integration in whose name spans are made
 * @param types what the library is made of
 * @param operations the calls that become spans
 * @param endpoint tells where a client or service, unwrapped, sends its requests; called at most once per client, before its first
 *     recorded call
 * @param error reads what the provider said from what a recorded call failed with
 */
public record ClientSpec(
        Instrumentation instrumentation,
        ClientTypes types,
        List<Operation> operations,
        Function<Object, Endpoint> endpoint,
        Function<Throwable, ProviderError> error) {

    /** Copies the operations. */
    public ClientSpec {
        operations = List.copyOf(operations);
    }

    boolean names(Method method) {
        return operations.stream().anyMatch(operation -> operation.method().equals(method.getName()));
    }

    Optional<Operation> operation(Method method) {
        return operations.stream()
                .filter(operation -> operation.describes(method))
                .findFirst();
    }
}
