package dev.sentryai.proxy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * What a client library is made of: clients and services, and the interfaces of results that are not plain values. The engine
 * recognises what it needs of results by method name, so that libraries made by the same generator share it.
 *
 * @param packages prefixes of the packages whose interfaces are clients and services; what methods return of those is wrapped too
 * @param stream a response read chunk by chunk: {@code stream()} returns a {@link java.util.stream.Stream}, {@code close()}
 * @param asyncStream a response delivered chunk by chunk: {@code subscribe(handler, …)} with a handler of {@code onNext(chunk)} and
 *     {@code onComplete(Optional<Throwable>)}, {@code onCompleteFuture()}, {@code close()}
 * @param rawResponse a response with its HTTP status and headers: {@code parse()}, {@code close()}
 * @param assistants by the name of a method that returns an object which calls the service by itself: makes that object of the recorded
 *     service and the method's arguments; empty where it can not, whereupon the method itself makes one whose calls are not recorded
 */
public record ClientTypes(
        Set<String> packages,
        Class<?> stream,
        Class<?> asyncStream,
        Class<?> rawResponse,
        Map<String, BiFunction<Object, List<@Nullable Object>, Optional<Object>>> assistants) {

    /** Copies the packages and assistants. */
    public ClientTypes {
        packages = Set.copyOf(packages);
        assistants = Map.copyOf(assistants);
    }

    /** Makes the types of a library without assistants. */
    public ClientTypes(Set<String> packages, Class<?> stream, Class<?> asyncStream, Class<?> rawResponse) {
        this(packages, stream, asyncStream, rawResponse, Map.of());
    }

    /** Returns the types of a client that has no services, and whose methods return values and futures alone. */
    public static ClientTypes values() {
        return new ClientTypes(Set.of(), Void.class, Void.class, Void.class); // nothing is a Void
    }

    boolean owns(Class<?> type) {
        return type.isInterface() && packages.stream().anyMatch(type.getPackageName()::startsWith);
    }
}
