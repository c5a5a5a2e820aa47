package dev.sentryai.telemetry.repair.tree;

import dev.sentryai.telemetry.json.JsonReader;

/** Finds the bounds of values in JSON that is known to be sound, so that it goes no deeper than {@link JsonReader#MAX_DEPTH}. */
final class NodeReader {

    private final String json;
    private int position;

    NodeReader(String json) {
        this.json = json;
    }

    Node read() {
        space();
        return value();
    }

    private Node value() {
        return switch (json.charAt(position)) {
            case '{' -> object();
            case '[' -> array();
            case '"' -> new ScalarNode(string());
            default -> new ScalarNode(literal());
        };
    }

    private ObjectNode object() {
        ObjectNode object = new ObjectNode();
        position++;
        int start = position;
        space();
        if (json.charAt(position) == '}') {
            object.blank(json.substring(start, position++));
            return object;
        }
        do {
            space();
            String name = String.valueOf(JsonReader.read(string()));
            space();
            position++; // the colon
            space();
            String before = json.substring(start, position);
            Node value = value();
            object.add(before, name, value, space());
            start = position + 1;
        } while (json.charAt(position++) == ',');
        return object;
    }

    private ArrayNode array() {
        ArrayNode array = new ArrayNode();
        position++;
        String before = space();
        if (json.charAt(position) == ']') {
            position++;
            array.blank(before);
            return array;
        }
        boolean more = true;
        while (more) {
            Node value = value();
            array.add(before, value, space());
            more = json.charAt(position++) == ',';
            before = more ? space() : "";
        }
        return array;
    }

    private String string() {
        int start = position++;
        while (json.charAt(position) != '"') {
            position += json.charAt(position) == '\\' ? 2 : 1;
        }
        return json.substring(start, ++position);
    }

    private String literal() {
        int start = position;
        while (position < json.length() && ",]} \t\r\n".indexOf(json.charAt(position)) < 0) {
            position++;
        }
        return json.substring(start, position);
    }

    private String space() {
        int start = position;
        while (position < json.length() && json.charAt(position) <= ' ') {
            position++;
        }
        return json.substring(start, position);
    }
}
