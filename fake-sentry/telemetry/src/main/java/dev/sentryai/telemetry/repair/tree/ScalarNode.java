package dev.sentryai.telemetry.repair.tree;

import dev.sentryai.telemetry.json.JsonReader;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A text, a number, true, false or null. */
public final class ScalarNode extends Node {

    private final String json;

    ScalarNode(String json) {
        this.json = json;
    }

    @Override
    void write(StringBuilder target) {
        target.append(json);
    }

    @Override
    public Optional<String> text() {
        return json.charAt(0) == '"' && value() instanceof String text ? Optional.of(text) : Optional.empty();
    }

    /**
     * What it says.
     *
     * @return a string, number or boolean as {@link JsonReader} reads it; null for null
     */
    public @Nullable Object value() {
        return JsonReader.read(json);
    }
}
