package dev.sentryai.instrument;

import java.util.function.Function;

/**
 * Reads the response of one call: one value, or chunk after chunk. Made anew for each call; never called from two threads at once.
 *
 * @param <T> what it reads
 */
public interface ResponseReader<T> {

    /** Takes in the whole response, or the next chunk of a streamed one. */
    void accept(T valueOrChunk);

    /** Returns what is known so far, which is nothing before the first {@link #accept}. */
    GenAiResponse response();

    /** Returns a reader that reads nothing. */
    static <T> ResponseReader<T> none() {
        return of(valueOrChunk -> GenAiResponse.NONE);
    }

    /** Returns a reader of a response that comes in one piece. */
    static <T> ResponseReader<T> of(Function<T, GenAiResponse> response) {
        return new WholeResponseReader<>(response);
    }

    /** Returns a reader that makes of everything what this one reads. */
    default <S> ResponseReader<S> from(Function<S, T> conversion) {
        return new ConvertingResponseReader<>(this, conversion);
    }
}
