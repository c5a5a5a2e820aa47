package dev.sentryai.http.jdk;

import static java.util.Objects.requireNonNullElse;

import dev.sentryai.http.exchange.Exchange;
import dev.sentryai.http.exchange.ExchangeTracer;
import dev.sentryai.http.exchange.RequestLine;
import dev.sentryai.instrument.Binding;
import java.io.IOException;
import java.net.Authenticator;
import java.net.CookieHandler;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.PushPromiseHandler;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import org.jspecify.annotations.Nullable;

/** A client that records the calls of models among its requests, and is the client behind it in everything else. Thread-safe. */
public final class TracedHttpClient extends HttpClient {

    private final HttpClient original;
    private final ExchangeTracer tracer;

    private TracedHttpClient(HttpClient original, ExchangeTracer tracer) {
        this.original = original;
        this.tracer = tracer;
    }

    /**
     * Returns a client that records.
     *
     * @param client stays usable unrecorded; if it records already, it is returned as it is
     * @param tracer makes what tells calls from other requests
     */
    public static HttpClient wrap(HttpClient client, Supplier<ExchangeTracer> tracer) {
        return client instanceof TracedHttpClient ? client : new TracedHttpClient(client, tracer.get());
    }

    @Override
    public <T> HttpResponse<T> send(HttpRequest request, BodyHandler<T> handler)
            throws IOException, InterruptedException {
        Exchange exchange = start(request, handler);
        return exchange == null ? original.send(request, handler) : send(request, handler, exchange);
    }

    private <T> HttpResponse<T> send(HttpRequest request, BodyHandler<T> handler, Exchange exchange)
            throws IOException, InterruptedException {
        HttpResponse<T> response;
        Binding binding = exchange.bind();
        try {
            response = original.send(request, new TeeHandler<>(handler, exchange));
        } catch (Throwable failure) {
            binding.close();
            exchange.fail(failure);
            throw failure;
        }
        binding.close();
        return ReturnedBody.follow(response, exchange);
    }

    @Override
    public <T> CompletableFuture<HttpResponse<T>> sendAsync(HttpRequest request, BodyHandler<T> handler) {
        return sendAsync(request, handler, null);
    }

    @Override
    public <T> CompletableFuture<HttpResponse<T>> sendAsync(
            HttpRequest request, BodyHandler<T> handler, @Nullable PushPromiseHandler<T> pushHandler) {
        Exchange exchange = start(request, handler);
        if (exchange == null) {
            return original.sendAsync(request, handler, pushHandler);
        }
        CompletableFuture<HttpResponse<T>> response;
        Binding binding = exchange.bind();
        try {
            response = original.sendAsync(request, new TeeHandler<>(handler, exchange), pushHandler);
        } catch (Throwable failure) {
            exchange.fail(failure);
            throw failure;
        } finally {
            binding.close();
        }
        return ResponseFuture.follow(response, exchange);
    }

    /** What is wrong about the arguments is the original's to say. */
    private @Nullable Exchange start(@Nullable HttpRequest request, @Nullable BodyHandler<?> handler) {
        return request == null || handler == null
                ? null
                : tracer.start(line(request), () -> RequestBody.read(request)).orElse(null);
    }

    private static RequestLine line(HttpRequest request) {
        return new RequestLine(
                request.method(), requireNonNullElse(request.uri().getRawPath(), ""), request::uri);
    }

    @Override
    public Optional<CookieHandler> cookieHandler() {
        return original.cookieHandler();
    }

    @Override
    public Optional<Duration> connectTimeout() {
        return original.connectTimeout();
    }

    @Override
    public Redirect followRedirects() {
        return original.followRedirects();
    }

    @Override
    public Optional<ProxySelector> proxy() {
        return original.proxy();
    }

    @Override
    public SSLContext sslContext() {
        return original.sslContext();
    }

    @Override
    public SSLParameters sslParameters() {
        return original.sslParameters();
    }

    @Override
    public Optional<Authenticator> authenticator() {
        return original.authenticator();
    }

    @Override
    public Version version() {
        return original.version();
    }

    @Override
    public Optional<Executor> executor() {
        return original.executor();
    }

    @Override
    public WebSocket.Builder newWebSocketBuilder() {
        return original.newWebSocketBuilder();
    }

    /** Shuts the client down once its requests have ended; overrides the method that clients have from Java 21 on. */
    public void shutdown() {
        NewerMethod.SHUTDOWN.call(original);
    }

    /** Shuts the client down at once; overrides the method that clients have from Java 21 on. */
    public void shutdownNow() {
        NewerMethod.SHUTDOWN_NOW.call(original);
    }

    /**
     * Waits until the client has shut down; overrides the method that clients have from Java 21 on.
     *
     * @return false if that took longer
     * @throws InterruptedException if interrupted meanwhile
     */
    public boolean awaitTermination(Duration duration) throws InterruptedException {
        return (boolean) NewerMethod.AWAIT_TERMINATION.call(original, duration);
    }

    /** Tells whether the client has shut down; overrides the method that clients have from Java 21 on. */
    public boolean isTerminated() {
        return (boolean) NewerMethod.IS_TERMINATED.call(original);
    }

    /** Shuts the client down and waits until it has; overrides the method that clients have from Java 21 on. */
    public void close() {
        NewerMethod.CLOSE.call(original);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return original.equals(other instanceof TracedHttpClient traced ? traced.original : other);
    }

    @Override
    public int hashCode() {
        return original.hashCode();
    }

    @Override
    public String toString() {
        return original.toString();
    }
}
