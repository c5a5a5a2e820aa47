package dev.sentryai.providertests.http;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.concurrent.CompletableFuture;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/** OkHttp. */
public record OkHttpTransport(OkHttpClient client, String baseUrl) implements Transport {

    private static final MediaType JSON = MediaType.get("application/json");

    @Override
    public String post(String path, String json) {
        return Unchecked.call(() -> body(call(path, json).execute()));
    }

    @Override
    public CompletableFuture<String> postAsync(String path, String json) {
        CompletableFuture<String> answer = new CompletableFuture<>();
        call(path, json).enqueue(new Callback() {
            @Override
            public void onFailure(Call call, IOException failure) {
                answer.completeExceptionally(failure);
            }

            @Override
            public void onResponse(Call call, Response response) {
                try {
                    answer.complete(body(response));
                } catch (IOException | HttpRefusal e) {
                    answer.completeExceptionally(e);
                }
            }
        });
        return answer;
    }

    @Override
    public Lines open(String path, String json) {
        Response response = Unchecked.call(() -> call(path, json).execute());
        if (!response.isSuccessful()) {
            Unchecked.call(() -> body(response));
        }
        return new LinesOf(response);
    }

    private Call call(String path, String json) {
        Request.Builder request = new Request.Builder().url(baseUrl + path).post(RequestBody.create(json, JSON));
        HEADERS.forEach(request::header);
        return client.newCall(request.build());
    }

    private static String body(Response response) throws IOException {
        try (response) {
            String body = requireNonNull(response.body()).string();
            HttpRefusal.check(response.code());
            return body;
        }
    }

    private static final class LinesOf implements Lines, Iterator<String> {

        private final Response response;
        private final BufferedSource source;
        private @Nullable String next;

        LinesOf(Response response) {
            this.response = response;
            this.source = requireNonNull(response.body()).source();
        }

        @Override
        public Iterator<String> iterator() {
            return this;
        }

        @Override
        public boolean hasNext() {
            if (next == null) {
                next = read();
            }
            return next != null;
        }

        private @Nullable String read() {
            try {
                return source.readUtf8Line();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public String next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            String line = requireNonNull(next);
            next = null;
            return line;
        }

        @Override
        public void close() {
            response.close();
        }
    }
}
