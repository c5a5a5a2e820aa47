package dev.sentryai.proxy;

/**
 * The interfaces that a client library has for results that are not plain values. The engine recognises what it needs of them by
 * method name, so that libraries made by the same generator share it.
 *
 * @param stream a response read chunk by chunk: {@code stream()} returns a {@link java.util.stream.Stream}, {@code close()}
 * @param asyncStream a response delivered chunk by chunk: {@code subscribe(handler, …)} with a handler of {@code onNext(chunk)} and
 *     {@code onComplete(Optional<Throwable>)}, {@code onCompleteFuture()}, {@code close()}
 * @param rawResponse a response with its HTTP status and headers: {@code parse()}, {@code close()}
 */
public record ResultTypes(Class<?> stream, Class<?> asyncStream, Class<?> rawResponse) {}
