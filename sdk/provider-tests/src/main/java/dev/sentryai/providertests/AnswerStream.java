package dev.sentryai.providertests;

import java.util.Iterator;

/** An answer that comes in chunks. Refers to the client's own stream, and nothing else does. */
public interface AnswerStream extends AutoCloseable {

    /** Returns the texts of the chunks as they arrive, always the same iterator; chunks without text are empty strings. */
    Iterator<String> texts();

    /** Closes the client's stream. */
    @Override
    void close();

    /** Reads to the end and returns the whole text. */
    default String readAll() {
        StringBuilder text = new StringBuilder();
        texts().forEachRemaining(text::append);
        return text.toString();
    }
}
