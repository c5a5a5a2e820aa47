package dev.sentryai.telemetry.repair.tree;

import dev.sentryai.protocol.json.Json;
import dev.sentryai.telemetry.json.JsonReader;
import dev.sentryai.telemetry.json.MalformedJsonException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A JSON value that keeps its spelling. Mutable; used by one thread. */
public abstract sealed class Node permits ObjectNode, ArrayNode, ScalarNode {

    /**
     * Reads a JSON value.
     *
     * @param json exactly one value
     * @return the value, in which no object or array is shared
     * @throws MalformedJsonException if the text is not exactly one JSON value, or if it nests too deep
     */
    public static Node parse(String json) {
        JsonReader.read(json); // the strict reader says what is wrong, so that the lenient one below needs not
        return new NodeReader(json).read();
    }

    /**
     * Reads text that may be JSON.
     *
     * @param text any
     * @return empty if it is no JSON value
     */
    public static Optional<Node> find(String text) {
        try {
            return Optional.of(parse(text));
        } catch (MalformedJsonException e) {
            return Optional.empty();
        }
    }

    /**
     * Takes a value from outside.
     *
     * @param value a node, or what JSON can be written of: text, number, boolean, list, map, null
     * @return the node itself, or a new one
     */
    public static Node of(@Nullable Object value) {
        return value instanceof Node node ? node : new NodeReader(Json.write(value)).read();
    }

    abstract void write(StringBuilder json);

    /**
     * The text if this is a JSON string.
     *
     * @return empty for every other value
     */
    public Optional<String> text() {
        return Optional.empty();
    }

    /** Returns the value as JSON. */
    @Override
    public final String toString() {
        StringBuilder json = new StringBuilder();
        write(json);
        return json.toString();
    }
}
