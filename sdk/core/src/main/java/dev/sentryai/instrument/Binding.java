package dev.sentryai.instrument;

/** Holds a span current on a thread. Close it on the same thread, bindings in reverse order; only the first close counts. */
@FunctionalInterface
public interface Binding extends AutoCloseable {

    /** Makes current what was current before. Never throws. */
    @Override
    void close();
}
