package dev.sentryai.format.ollama;

import dev.sentryai.format.WireOperation;

/**
 * The operations of Ollama's own API, beside which it offers OpenAI's. Streams are what one gets unless one asks for something else, and
 * consist of lines, of which each has the shape of a whole answer; the last one has the token counts. Errors have no type.
 */
public final class OllamaFormat {

    /** Answers a conversation: {@code /api/chat}. */
    public static final WireOperation CHAT =
            new WireOperation(Requests::chat, Generated::new, Generated::new, bodyOrLine -> null);

    /** Continues a prompt: {@code /api/generate}. */
    public static final WireOperation GENERATE =
            new WireOperation(Requests::generate, Generated::new, Generated::new, bodyOrLine -> null);

    /** Embeds texts: {@code /api/embed}, and {@code /api/embeddings} of old. */
    public static final WireOperation EMBEDDINGS =
            new WireOperation(Requests::embed, Generated::new, Generated::new, body -> null);

    private OllamaFormat() {}
}
