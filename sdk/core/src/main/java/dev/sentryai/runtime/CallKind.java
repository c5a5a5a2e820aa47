package dev.sentryai.runtime;

import dev.sentryai.protocol.GenAiOps;

/** What decides whether two nested calls are one and the same. */
enum CallKind {
    GENERATION,
    EMBEDDINGS,
    OTHER;

    @SuppressWarnings("deprecation") // a span with an old op is as much a model call as one with today's
    static CallKind of(String op) {
        return switch (op) {
            case GenAiOps.CHAT, GenAiOps.TEXT_COMPLETION, GenAiOps.GENERATE_CONTENT, GenAiOps.RESPONSES -> GENERATION;
            case GenAiOps.EMBEDDINGS -> EMBEDDINGS;
            default -> OTHER;
        };
    }
}
