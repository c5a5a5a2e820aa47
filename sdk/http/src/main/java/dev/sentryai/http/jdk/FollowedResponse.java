package dev.sentryai.http.jdk;

import java.net.URI;
import java.net.http.HttpClient.Version;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Optional;
import javax.net.ssl.SSLSession;

/** A response with another body. */
final class FollowedResponse<T> implements HttpResponse<T> {

    private final HttpResponse<T> original;
    private final T body;

    FollowedResponse(HttpResponse<T> original, T body) {
        this.original = original;
        this.body = body;
    }

    @Override
    public int statusCode() {
        return original.statusCode();
    }

    @Override
    public HttpRequest request() {
        return original.request();
    }

    @Override
    public Optional<HttpResponse<T>> previousResponse() {
        return original.previousResponse();
    }

    @Override
    public HttpHeaders headers() {
        return original.headers();
    }

    @Override
    public T body() {
        return body;
    }

    @Override
    public Optional<SSLSession> sslSession() {
        return original.sslSession();
    }

    @Override
    public URI uri() {
        return original.uri();
    }

    @Override
    public Version version() {
        return original.version();
    }

    /** Tells connections apart; overrides the method that responses have from Java 25 on. */
    @SuppressWarnings("unchecked") // as the JDK declares it
    public Optional<String> connectionLabel() {
        return (Optional<String>) NewerMethod.CONNECTION_LABEL.call(original);
    }

    @Override
    public String toString() {
        return original.toString();
    }
}
