package dev.sentryai.proxy.mini;

import java.util.Iterator;
import java.util.stream.Stream;

public interface Chunks<T> extends AutoCloseable, Iterable<T> {

    Stream<T> stream();

    @Override
    default Iterator<T> iterator() {
        return stream().iterator();
    }

    @Override
    void close();
}
