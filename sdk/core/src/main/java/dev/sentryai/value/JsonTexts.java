package dev.sentryai.value;

import dev.sentryai.protocol.json.Json;
import dev.sentryai.protocol.json.JsonText;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Changes the texts inside of JSON text, which stays JSON. */
public final class JsonTexts {

    /** Members that say what something is, in words that are not content: lower-case ones, such as {@code tool_call}. */
    private static final Set<String> KINDS = Set.of("\"role\"", "\"type\"", "\"finish_reason\"", "\"modality\"");

    private final String json;
    private final UnaryOperator<String> change;
    private final StringBuilder changed = new StringBuilder();
    private String lastKey = "";

    private JsonTexts(String json, UnaryOperator<String> change) {
        this.json = json;
        this.change = change;
    }

    /**
     * Returns the text with all texts and numbers in it changed, except for the names of members and the kinds of messages
     * and parts. What is not JSON, or JSON without an inside, is changed as a whole.
     *
     * @param change gets each text unescaped, and each number as it is written; a changed number becomes a text
     */
    public static String map(String text, UnaryOperator<String> change) {
        return isStructured(text) ? new JsonTexts(text, change).map() : change.apply(text);
    }

    /** Returns how many elements the array has that the text is; empty when it is something else. */
    public static OptionalInt elementsOf(String text) {
        if (!text.stripLeading().startsWith("[") || !isStructured(text)) {
            return OptionalInt.empty();
        }
        int depth = 0;
        int commas = 0;
        boolean hasAny = false;
        JsonTexts array = new JsonTexts(text, UnaryOperator.identity());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            hasAny |= depth > 0 && c != ']' && !Character.isWhitespace(c);
            if (c == '"') {
                i = array.endOfString(i) - 1;
            } else if (c == '[' || c == '{') {
                depth++;
            } else if (c == ']' || c == '}') {
                depth--;
            } else if (c == ',' && depth == 1) {
                commas++;
            }
        }
        return OptionalInt.of(hasAny ? commas + 1 : 0);
    }

    /** Tells whether the text is JSON that has texts in it, and not just a number or a word. */
    static boolean isStructured(String text) {
        String stripped = text.stripLeading();
        return !stripped.isEmpty()
                && "{[\"".indexOf(stripped.charAt(0)) >= 0
                && JsonText.of(text).isPresent();
    }

    private String map() {
        int i = 0;
        while (i < json.length()) {
            char c = json.charAt(i);
            int end = c == '"' ? endOfString(i) : endOfNumber(i);
            if (end == i) {
                changed.append(c);
                i++;
            } else {
                token(json.substring(i, end), end);
                i = end;
            }
        }
        return changed.toString();
    }

    private void token(String token, int end) {
        if (token.charAt(0) != '"') {
            append(token, token);
        } else if (isKey(end)) {
            lastKey = token;
            changed.append(token);
        } else if (isKind(token)) {
            changed.append(token);
        } else {
            append(token, unescaped(token));
        }
    }

    private void append(String token, String value) {
        String result = change.apply(value);
        changed.append(result.equals(value) ? token : Json.write(result));
    }

    private boolean isKind(String token) {
        return KINDS.contains(lastKey)
                && token.length() <= 34
                && token.chars().allMatch(c -> c == '"' || c == '_' || (c >= 'a' && c <= 'z'));
    }

    private boolean isKey(int end) {
        int next = end;
        while (next < json.length() && Character.isWhitespace(json.charAt(next))) {
            next++;
        }
        return next < json.length() && json.charAt(next) == ':';
    }

    private int endOfString(int start) {
        int i = start + 1;
        while (json.charAt(i) != '"') {
            i += json.charAt(i) == '\\' ? 2 : 1;
        }
        return i + 1;
    }

    private int endOfNumber(int start) {
        if (json.charAt(start) != '-' && !isDigit(json.charAt(start))) {
            return start;
        }
        int i = start;
        while (i < json.length() && (isDigit(json.charAt(i)) || "+-.eE".indexOf(json.charAt(i)) >= 0)) {
            i++;
        }
        return i;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static String unescaped(String token) {
        StringBuilder text = new StringBuilder(token.length());
        int i = 1;
        while (i < token.length() - 1) {
            char c = token.charAt(i);
            if (c != '\\') {
                text.append(c);
                i++;
            } else if (token.charAt(i + 1) == 'u') {
                text.append((char) Integer.parseInt(token.substring(i + 2, i + 6), 16));
                i += 6;
            } else {
                text.append(unescaped(token.charAt(i + 1)));
                i += 2;
            }
        }
        return text.toString();
    }

    private static char unescaped(char escaped) {
        return switch (escaped) {
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            default -> escaped;
        };
    }
}
