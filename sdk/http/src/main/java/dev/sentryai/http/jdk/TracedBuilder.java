package dev.sentryai.http.jdk;

import dev.sentryai.http.exchange.ExchangeTracer;
import java.net.Authenticator;
import java.net.CookieHandler;
import java.net.InetAddress;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;

/** Builds clients that record, for libraries that want to build their client themselves. */
public final class TracedBuilder implements HttpClient.Builder {

    private final HttpClient.Builder original;
    private final Supplier<ExchangeTracer> tracer;

    private TracedBuilder(HttpClient.Builder original, Supplier<ExchangeTracer> tracer) {
        this.original = original;
        this.tracer = tracer;
    }

    /**
     * Returns a builder of clients that record.
     *
     * @param builder is what is set up; if its clients record already, it is returned as it is
     * @param tracer makes what tells calls from other requests
     */
    public static HttpClient.Builder wrap(HttpClient.Builder builder, Supplier<ExchangeTracer> tracer) {
        return builder instanceof TracedBuilder ? builder : new TracedBuilder(builder, tracer);
    }

    @Override
    public HttpClient build() {
        return TracedHttpClient.wrap(original.build(), tracer);
    }

    @Override
    public HttpClient.Builder cookieHandler(CookieHandler cookieHandler) {
        original.cookieHandler(cookieHandler);
        return this;
    }

    @Override
    public HttpClient.Builder connectTimeout(Duration duration) {
        original.connectTimeout(duration);
        return this;
    }

    @Override
    public HttpClient.Builder sslContext(SSLContext sslContext) {
        original.sslContext(sslContext);
        return this;
    }

    @Override
    public HttpClient.Builder sslParameters(SSLParameters sslParameters) {
        original.sslParameters(sslParameters);
        return this;
    }

    @Override
    public HttpClient.Builder executor(Executor executor) {
        original.executor(executor);
        return this;
    }

    @Override
    public HttpClient.Builder followRedirects(HttpClient.Redirect policy) {
        original.followRedirects(policy);
        return this;
    }

    @Override
    public HttpClient.Builder version(HttpClient.Version version) {
        original.version(version);
        return this;
    }

    @Override
    public HttpClient.Builder priority(int priority) {
        original.priority(priority);
        return this;
    }

    @Override
    public HttpClient.Builder proxy(ProxySelector proxySelector) {
        original.proxy(proxySelector);
        return this;
    }

    @Override
    public HttpClient.Builder authenticator(Authenticator authenticator) {
        original.authenticator(authenticator);
        return this;
    }

    /** Binds to an address; overrides the method that builders have from Java 19 on. */
    public HttpClient.Builder localAddress(InetAddress localAddress) {
        NewerMethod.LOCAL_ADDRESS.call(original, localAddress);
        return this;
    }
}
