package dev.sentryai.google;

import com.google.genai.types.GenerateContentResponse;
import dev.sentryai.providertests.AnswerStream;
import java.util.Iterator;

/** A stream of the client as the contract reads it. */
final class StreamOf implements AnswerStream {

    private final Iterator<GenerateContentResponse> chunks;
    private final AutoCloseable stream;
    private final Iterator<String> texts = new Iterator<>() {
        @Override
        public boolean hasNext() {
            return chunks.hasNext();
        }

        @Override
        public String next() {
            return GoogleGenAiProvider.text(chunks.next());
        }
    };

    StreamOf(Iterator<GenerateContentResponse> chunks, AutoCloseable stream) {
        this.chunks = chunks;
        this.stream = stream;
    }

    @Override
    public Iterator<String> texts() {
        return texts;
    }

    @Override
    public void close() {
        try {
            stream.close();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
