package dev.sentryai.anthropic;

import com.anthropic.core.http.StreamResponse;
import dev.sentryai.providertests.AnswerStream;
import java.util.Iterator;
import java.util.function.Function;

/** A stream of the client as the contract reads it. */
final class StreamOf<T> implements AnswerStream {

    private final StreamResponse<T> response;
    private final Iterator<String> texts;

    StreamOf(StreamResponse<T> response, Function<T, String> text) {
        this.response = response;
        this.texts = response.stream().map(text).iterator();
    }

    @Override
    public Iterator<String> texts() {
        return texts;
    }

    @Override
    public void close() {
        response.close();
    }
}
