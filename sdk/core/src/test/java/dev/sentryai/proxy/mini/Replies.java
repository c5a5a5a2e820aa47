package dev.sentryai.proxy.mini;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** What the client in small answers, and what became of it. */
public final class Replies {

    public UnaryOperator<String> whole = text -> text;
    public Supplier<Stream<String>> stream = () -> Stream.of("one", "two", "three");
    public CompletableFuture<String> future = CompletableFuture.completedFuture("later");
    public final Delivered delivered = new Delivered();
    public final List<String> closed = new ArrayList<>();

    Chunks<String> chunks() {
        return new Chunks<>() {
            @Override
            public Stream<String> stream() {
                return stream.get();
            }

            @Override
            public void close() {
                closed.add("chunks");
            }
        };
    }

    <T> Raw<T> raw(Supplier<T> parsed) {
        return new Raw<>() {
            @Override
            public int status() {
                return 200;
            }

            @Override
            public T parse() {
                return parsed.get();
            }

            @Override
            public void close() {
                closed.add("raw");
            }
        };
    }

    /** Chunks that a test delivers by hand. */
    public static final class Delivered implements AsyncChunks<String> {

        public final CompletableFuture<Void> completion = new CompletableFuture<>();
        public Handler<String> handler;
        public boolean isClosed;

        @Override
        public AsyncChunks<String> subscribe(Handler<String> handler) {
            this.handler = handler;
            return this;
        }

        @Override
        public CompletableFuture<Void> onCompleteFuture() {
            return completion;
        }

        @Override
        public void close() {
            isClosed = true;
        }
    }
}
