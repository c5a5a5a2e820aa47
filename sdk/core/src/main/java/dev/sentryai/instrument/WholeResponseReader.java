package dev.sentryai.instrument;

import java.util.function.Function;

/** The reader of a response that comes in one piece. */
final class WholeResponseReader<T> implements ResponseReader<T> {

    private final Function<T, GenAiResponse> adapter;
    private GenAiResponse response = GenAiResponse.NONE;

    WholeResponseReader(Function<T, GenAiResponse> adapter) {
        this.adapter = adapter;
    }

    @Override
    public void accept(T value) {
        response = adapter.apply(value);
    }

    @Override
    public GenAiResponse response() {
        return response;
    }
}
