package dev.sentryai.proxy;

import dev.sentryai.instrument.GenAiResponse;
import java.util.function.Function;

/**
 * Reads the response of one call: one value, or chunk after chunk. Made anew for each call; the engine never calls it from two
 * threads at once.
 */
public interface ResponseReader {

    /** Takes in the whole response, or the next chunk of a streamed one. */
    void accept(Object valueOrChunk);

    /** Returns what is known so far, which is nothing before the first {@link #accept}. */
    GenAiResponse response();

    /** Returns a reader of a response that comes in one piece. */
    static ResponseReader of(Function<Object, GenAiResponse> response) {
        return new WholeResponseReader(response);
    }
}
