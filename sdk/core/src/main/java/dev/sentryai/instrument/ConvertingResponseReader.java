package dev.sentryai.instrument;

import java.util.function.Function;

/** Hands everything on to another reader, as what that one reads. */
record ConvertingResponseReader<S, T>(ResponseReader<T> reader, Function<S, T> conversion)
        implements ResponseReader<S> {

    @Override
    public void accept(S valueOrChunk) {
        reader.accept(conversion.apply(valueOrChunk));
    }

    @Override
    public GenAiResponse response() {
        return reader.response();
    }
}
