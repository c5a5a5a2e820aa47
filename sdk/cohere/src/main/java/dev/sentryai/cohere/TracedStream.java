package dev.sentryai.cohere;

import dev.sentryai.tracing.Lifeline;
import java.io.Closeable;
import java.io.IOException;
import java.util.Iterator;

/** A streamed response that is followed. Like the client's own it can be closed, which its declared type does not tell. */
final class TracedStream<T> implements Iterable<T>, Closeable {

    private final Iterable<T> source;
    private final Lifeline lifeline;

    TracedStream(Iterable<T> source, Lifeline lifeline) {
        this.source = source;
        this.lifeline = lifeline;
    }

    @Override
    public Iterator<T> iterator() {
        return lifeline.follow(source.iterator());
    }

    @Override
    public void close() throws IOException {
        // Before the connection goes: what a reading thread sees of that is no failure.
        lifeline.abandon();
        if (source instanceof Closeable closeable) {
            closeable.close();
        }
    }
}
