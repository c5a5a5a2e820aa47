package dev.sentryai.proxy.mini;

/** The abstract methods do the work; the default ones lead to them. */
public interface MiniService {

    String create(Params params, String options);

    Chunks<String> createStreaming(Params params, String options);

    Raw<String> createRaw(Params params, String options);

    Raw<Chunks<String>> createRawStreaming(Params params, String options);

    default String create(Params params) {
        return create(params, "none");
    }

    default Integer create(Structured params) {
        return Integer.valueOf(create(params.params()));
    }

    default Nested nested() {
        throw new UnsupportedOperationException("nested is not implemented");
    }

    String other(String argument) throws Exception;

    record Params(String text) {}

    record Structured(Params params) {}

    interface Nested {
        String create(Params params, String options);
    }
}
