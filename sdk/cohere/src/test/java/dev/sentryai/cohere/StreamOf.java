package dev.sentryai.cohere;

import dev.sentryai.providertests.AnswerStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.function.Function;

/** A stream of the client as the contract reads it. */
final class StreamOf<T> implements AnswerStream {

    private final Iterable<T> response;
    private final Iterator<String> texts;

    StreamOf(Iterable<T> response, Function<T, String> text) {
        this.response = response;
        Iterator<T> chunks = response.iterator();
        this.texts = new Iterator<>() {
            @Override
            public boolean hasNext() {
                return chunks.hasNext();
            }

            @Override
            public String next() {
                return text.apply(chunks.next());
            }
        };
    }

    @Override
    public Iterator<String> texts() {
        return texts;
    }

    @Override
    public void close() {
        try {
            ((Closeable) response).close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
