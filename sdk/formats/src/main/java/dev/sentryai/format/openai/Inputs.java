package dev.sentryai.format.openai;

import dev.sentryai.protocol.json.Json;
import dev.sentryai.wire.Wire;
import java.util.List;

/** Reads inputs that are a text, several texts, the tokens of a text or those of several texts. */
final class Inputs {

    private Inputs() {}

    /** Returns the texts; tokens appear as JSON arrays. */
    static List<String> texts(Wire input) {
        boolean several = input.items().stream().anyMatch(item -> item.text() != null || item.isList());
        return several ? input.items().stream().map(Inputs::text).toList() : List.of(text(input));
    }

    private static String text(Wire input) {
        String text = input.text();
        return text == null ? Json.write(input.plain()) : text;
    }
}
