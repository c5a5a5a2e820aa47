package dev.sentryai.instrument;

import java.lang.ref.SoftReference;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Keeps a response as it came and reads it when somebody asks, which hardly ever happens: when something has failed and may quote it.
 * It takes no memory that the host needs for anything else.
 */
final class UnreadResponse<T> implements ResponseReader<T> {

    private final Supplier<ResponseReader<T>> reader;
    private final SoftReference<List<T>> parts = new SoftReference<>(new ArrayList<>(1));

    UnreadResponse(Supplier<ResponseReader<T>> reader) {
        this.reader = reader;
    }

    @Override
    public void accept(T valueOrChunk) {
        List<T> kept = parts.get();
        if (kept != null) {
            kept.add(valueOrChunk);
        }
    }

    /**
     * Reads all of it anew.
     *
     * @throws IllegalStateException if the host needed the memory
     */
    @Override
    public GenAiResponse response() {
        List<T> kept = parts.get();
        if (kept == null) {
            throw new IllegalStateException("the response is gone, as memory was short");
        }
        ResponseReader<T> made = reader.get();
        kept.forEach(made::accept);
        return made.response();
    }
}
