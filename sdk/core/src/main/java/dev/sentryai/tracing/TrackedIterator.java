package dev.sentryai.tracing;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.Supplier;

/** Passes chunks on and tells the lifeline about each, about the end and about failures of the source. */
final class TrackedIterator<T> implements Iterator<T> {

    private final Iterator<T> source;
    private final Lifeline lifeline;

    TrackedIterator(Iterator<T> source, Lifeline lifeline) {
        this.source = source;
        this.lifeline = lifeline;
    }

    @Override
    public boolean hasNext() {
        boolean more = attempt(source::hasNext);
        if (!more) {
            lifeline.succeed();
        }
        return more;
    }

    @Override
    public T next() {
        T chunk = attempt(source::next);
        if (chunk != null) {
            lifeline.chunk(chunk);
        }
        return chunk;
    }

    private <R> R attempt(Supplier<R> step) {
        try {
            return step.get();
        } catch (NoSuchElementException end) {
            lifeline.succeed();
            throw end;
        } catch (Throwable failure) {
            lifeline.fail(failure);
            throw failure;
        }
    }
}
