package dev.sentryai.proxy;

import dev.sentryai.instrument.GenAiResponse;
import java.util.function.Function;

/** The reader of a response that comes in one piece. */
final class WholeResponseReader implements ResponseReader {

    private final Function<Object, GenAiResponse> adapter;
    private GenAiResponse response = GenAiResponse.NONE;

    WholeResponseReader(Function<Object, GenAiResponse> adapter) {
        this.adapter = adapter;
    }

    @Override
    public void accept(Object value) {
        response = adapter.apply(value);
    }

    @Override
    public GenAiResponse response() {
        return response;
    }
}
