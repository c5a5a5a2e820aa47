package dev.sentryai.proxy.mini;

import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;

/** A client whose answers a test supplies. */
public record MiniClientImpl(String baseUrl, Replies replies) implements MiniClient {

    @Override
    public MiniService service() {
        return new Service(replies);
    }

    @Override
    public MiniClientAsync async() {
        return new Async(this);
    }

    @Override
    public MiniClient withOptions(UnaryOperator<String> change) {
        return new MiniClientImpl(change.apply(baseUrl), replies);
    }

    @Override
    public void close() {
        replies.closed.add("client");
    }

    private record Async(MiniClientImpl sync) implements MiniClientAsync, MiniServiceAsync {

        @Override
        public MiniServiceAsync service() {
            return this;
        }

        @Override
        public CompletableFuture<String> create(MiniService.Params params, String options) {
            return sync.replies.future;
        }

        @Override
        public AsyncChunks<String> createStreaming(MiniService.Params params, String options) {
            return sync.replies.delivered;
        }
    }

    /** Implements what has to be implemented, and no more. */
    public record Service(Replies replies) implements MiniService {

        @Override
        public String create(Params params, String options) {
            return replies.whole.apply(params.text());
        }

        @Override
        public Chunks<String> createStreaming(Params params, String options) {
            return replies.chunks();
        }

        @Override
        public Raw<String> createRaw(Params params, String options) {
            return replies.raw(() -> create(params, options));
        }

        @Override
        public Raw<Chunks<String>> createRawStreaming(Params params, String options) {
            return replies.raw(replies::chunks);
        }

        @Override
        public String other(String argument) throws Exception {
            throw new java.io.IOException(argument);
        }
    }
}
