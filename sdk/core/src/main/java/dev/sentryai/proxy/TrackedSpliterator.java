package dev.sentryai.proxy;

import dev.sentryai.tracing.Lifeline;
import java.util.Comparator;
import java.util.Spliterator;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Passes chunks on and tells the lifeline about each, about the end and about failures of the source; what the consumer throws is
 * the consumer's. It cannot be split and has no size, since chunks have an order and an end only once they have arrived.
 */
final class TrackedSpliterator<T> implements Spliterator<T> {

    private final Spliterator<T> source;
    private final Lifeline lifeline;
    private @Nullable T chunk;

    TrackedSpliterator(Spliterator<T> source, Lifeline lifeline) {
        this.source = source;
        this.lifeline = lifeline;
    }

    @Override
    public boolean tryAdvance(Consumer<? super T> consumer) {
        if (!advance()) {
            lifeline.succeed();
            return false;
        }
        T next = chunk;
        chunk = null;
        if (next != null) {
            lifeline.chunk(next);
        }
        consumer.accept(next);
        return true;
    }

    private boolean advance() {
        try {
            return source.tryAdvance(next -> chunk = next);
        } catch (Throwable failure) {
            lifeline.fail(failure);
            throw failure;
        }
    }

    @Override
    public @Nullable Spliterator<T> trySplit() {
        return null;
    }

    @Override
    public long estimateSize() {
        return Long.MAX_VALUE;
    }

    @Override
    public int characteristics() {
        return source.characteristics() & ~(SIZED | SUBSIZED);
    }

    @Override
    public Comparator<? super T> getComparator() {
        return source.getComparator();
    }
}
