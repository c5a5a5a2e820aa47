package dev.sentryai.proxy;

import dev.sentryai.instrument.Instrumentation;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What the engine must know about one client library.
 *
 * @param instrumentation the integration in whose name spans are made
 * @param packages prefixes of the packages whose interfaces are clients and services; what methods return of those is wrapped too
 * @param resultTypes the library's interfaces for results that are not plain values
 * @param operations the calls that become spans
 * @param endpoint tells where a client or service, unwrapped, sends its requests; called at most once per client, before its first
 *     recorded call
 */
public record ClientSpec(
        Instrumentation instrumentation,
        Set<String> packages,
        ResultTypes resultTypes,
        List<Operation> operations,
        Function<Object, Endpoint> endpoint) {

    /** Copies the collections. */
    public ClientSpec {
        packages = Set.copyOf(packages);
        operations = List.copyOf(operations);
    }

    boolean owns(Class<?> type) {
        return type.isInterface() && packages.stream().anyMatch(type.getPackageName()::startsWith);
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
