package dev.sentryai.proxy.mini;

import java.util.stream.Stream;

public interface Chunks<T> extends AutoCloseable {

    Stream<T> stream();

    @Override
    void close();
}
