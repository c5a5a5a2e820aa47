package dev.sentryai.proxy;

import java.util.Set;

/**
 * What a client library is made of: clients and services, and the interfaces of results that are not plain values. The engine
 * recognises what it needs of results by method name, so that libraries made by the same generator share it.
 *
 * @param packages prefixes of the packages whose interfaces are clients and services; what methods return of those is wrapped too
 * @param stream a response read chunk by chunk: {@code stream()} returns a {@link java.util.stream.Stream}, {@code close()}
 * @param asyncStream a response delivered chunk by chunk: {@code subscribe(handler, …)} with a handler of {@code onNext(chunk)} and
 *     {@code onComplete(Optional<Throwable>)}, {@code onCompleteFuture()}, {@code close()}
 * @param rawResponse a response with its HTTP status and headers: {@code parse()}, {@code close()}
 */
public record ClientTypes(Set<String> packages, Class<?> stream, Class<?> asyncStream, Class<?> rawResponse) {

    /** Copies the packages. */
    public ClientTypes {
        packages = Set.copyOf(packages);
    }

    /** Returns the types of a client that has no services, and whose methods return values and futures alone. */
    public static ClientTypes values() {
        return new ClientTypes(Set.of(), Void.class, Void.class, Void.class); // nothing is a Void
    }

    boolean owns(Class<?> type) {
        return type.isInterface() && packages.stream().anyMatch(type.getPackageName()::startsWith);
    }
}
