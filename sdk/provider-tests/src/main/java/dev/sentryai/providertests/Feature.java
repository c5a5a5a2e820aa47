package dev.sentryai.providertests;

/** What most APIs can express. The contract leaves out what a provider {@linkplain Provider#lacks() lacks}. */
public enum Feature {
    /** Instructions apart from the conversation, or by a role of their own. */
    INSTRUCTIONS,
    /** Images beside the text, as binary content. */
    IMAGES,
    /** The media type of an image that is sent as binary content. */
    IMAGE_TYPES,
    /** Images beside the text, by their address. */
    IMAGE_ADDRESSES,
    /** Tools that the model may call, its calls, and their results. */
    TOOLS,
    /** An id for each call of a tool. */
    TOOL_CALL_IDS,
    /** An id for each answer. */
    ANSWER_IDS,
    /** The name of the model that answered. */
    ANSWER_MODELS,
    /** Words with which the model refuses. */
    REFUSALS,
    /** Several answers to one question. */
    SEVERAL_ANSWERS,
    /** Input tokens that came from a cache. */
    CACHED_TOKENS,
    /** Input tokens that were written to a cache. */
    CACHE_WRITE_TOKENS,
    /** Output tokens that were spent on reasoning. */
    REASONING_TOKENS,
    /** Streams that fail when their connection breaks, so that it does not look like their end. */
    STREAM_FAILURES,
    /** Errors that are sent as an event of a stream, with a type. */
    ERRORS_IN_STREAMS,
    /** Streams that are read by pulling, so that one which the application forgot can be told. */
    ABANDONED_STREAMS,
    /** Streams of which nothing is taken for received before the application reads it. */
    EXACT_STREAMS,
    /** Answers that arrive as objects, so that those which are not recorded can be kept as they are, and not as bytes that pass by. */
    ANSWERS_AS_OBJECTS,
    /** Errors with a type beside their HTTP status. */
    ERROR_TYPES,
    /** Exceptions for answers that are errors. */
    ERROR_EXCEPTIONS,
    /** Asynchronous calls whose result is a future that the library makes, so that what follows can run where the caller was. */
    FUTURES,
    /** A client that repeats failed requests by itself. */
    RETRIES,
    /** A client of a type that can be wrapped so well that nobody can tell the difference. */
    TRANSPARENT_CLIENTS
}
