package dev.sentryai.providertests.http;

import java.util.Iterator;

/** Lines as they arrive. Refers to the client's own stream, and nothing else does. */
interface Lines extends AutoCloseable {

    /** Returns always the same iterator. */
    Iterator<String> iterator();

    @Override
    void close();
}
