package dev.sentryai.instrument;

import dev.sentryai.protocol.json.Json;
import java.util.List;

/** The text of {@code gen_ai.embeddings.input}: one text plain, several as a JSON array. */
final class EmbeddingsInput {

    private EmbeddingsInput() {}

    static String toAttribute(List<String> texts) {
        return texts.size() == 1 ? texts.get(0) : Json.write(texts);
    }
}
