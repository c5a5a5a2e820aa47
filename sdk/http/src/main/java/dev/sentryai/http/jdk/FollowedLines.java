package dev.sentryai.http.jdk;

import java.util.Comparator;
import java.util.Spliterator;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Passes lines on and sees failures of where they come from; what the application throws is its own. It cannot be split. */
final class FollowedLines<T> implements Spliterator<T> {

    private final Spliterator<T> original;
    private final Lifeline lifeline;
    private @Nullable T line;

    private FollowedLines(Spliterator<T> original, Lifeline lifeline) {
        this.original = original;
        this.lifeline = lifeline;
    }

    static <T> Stream<T> follow(Stream<T> lines, Lifeline lifeline) {
        return StreamSupport.stream(new FollowedLines<>(lines.spliterator(), lifeline), false)
                .onClose(lines::close);
    }

    @Override
    public boolean tryAdvance(Consumer<? super T> consumer) {
        if (!advance()) {
            return false;
        }
        T next = line;
        line = null;
        consumer.accept(next);
        return true;
    }

    private boolean advance() {
        try {
            return original.tryAdvance(next -> line = next);
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
        return original.estimateSize();
    }

    @Override
    public int characteristics() {
        return original.characteristics();
    }

    @Override
    public Comparator<? super T> getComparator() {
        return original.getComparator();
    }
}
