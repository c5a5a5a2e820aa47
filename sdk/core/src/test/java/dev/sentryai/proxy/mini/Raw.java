package dev.sentryai.proxy.mini;

public interface Raw<T> extends AutoCloseable {

    int status();

    T parse();

    @Override
    void close();
}
