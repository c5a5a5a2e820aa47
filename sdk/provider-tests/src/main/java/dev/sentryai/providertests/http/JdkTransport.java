package dev.sentryai.providertests.http;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Iterator;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** The client of the JDK. */
public record JdkTransport(HttpClient client, String baseUrl) implements Transport {

    @Override
    public String post(String path, String json) {
        return body(Unchecked.call(() -> client.send(request(path, json), BodyHandlers.ofString())));
    }

    @Override
    public CompletableFuture<String> postAsync(String path, String json) {
        return client.sendAsync(request(path, json), BodyHandlers.ofString()).thenApply(JdkTransport::body);
    }

    @Override
    public Lines open(String path, String json) {
        HttpResponse<Stream<String>> response =
                Unchecked.call(() -> client.send(request(path, json), BodyHandlers.ofLines()));
        LinesOf lines = new LinesOf(response.body());
        if (response.statusCode() >= 400) {
            lines.iterator().forEachRemaining(line -> {});
        }
        HttpRefusal.check(response.statusCode());
        return lines;
    }

    private HttpRequest request(String path, String json) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(baseUrl + path)).POST(BodyPublishers.ofString(json));
        HEADERS.forEach(request::header);
        return request.build();
    }

    private static String body(HttpResponse<String> response) {
        HttpRefusal.check(response.statusCode());
        return response.body();
    }

    private static final class LinesOf implements Lines {

        private final Stream<String> stream;
        private final Iterator<String> iterator;

        LinesOf(Stream<String> stream) {
            this.stream = stream;
            this.iterator = stream.iterator();
        }

        @Override
        public Iterator<String> iterator() {
            return iterator;
        }

        @Override
        public void close() {
            stream.close();
        }
    }
}
