package dev.sentryai.google;

import com.google.genai.ResponseStream;
import com.google.genai.types.GenerateContentResponse;
import dev.sentryai.tracing.Lifeline;
import java.util.Iterator;

/**
 * A recorded answer that comes in chunks. Its call ends when the chunks are read to the end, fail, are closed, or can no longer be
 * reached. As thread-safe as {@link ResponseStream}.
 */
public final class TracedStream implements Iterable<GenerateContentResponse>, AutoCloseable {

    private final ResponseStream<GenerateContentResponse> original;
    private final Lifeline lifeline;
    private final Iterator<GenerateContentResponse> chunks;

    TracedStream(ResponseStream<GenerateContentResponse> original, Lifeline lifeline) {
        this.original = original;
        this.lifeline = lifeline;
        this.chunks = lifeline.follow(original.iterator());
    }

    /** Returns the chunks; always the same iterator, as there is but one stream. */
    @Override
    public Iterator<GenerateContentResponse> iterator() {
        return chunks;
    }

    /** Closes the connection and ends the call, with what was read so far. */
    @Override
    public void close() {
        // Before the connection goes: what a reading thread sees of that is no failure.
        lifeline.abandon();
        original.close();
    }
}
