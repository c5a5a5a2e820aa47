package dev.sentryai.protocol.json;

import java.util.BitSet;

/** Checks text against the grammar of RFC 8259 in one pass, without recursion and without building anything. */
final class JsonScanner {

    private final String text;
    /** For each open container: is it an object? */
    private final BitSet objects = new BitSet();

    private int position;
    private int depth;

    JsonScanner(String text) {
        this.text = text;
    }

    boolean isOneValue() {
        skipWhitespace();
        boolean wellFormed = value();
        while (wellFormed && depth > 0) {
            wellFormed = afterValue();
        }
        skipWhitespace();
        return wellFormed && position == text.length();
    }

    /** Reads a scalar, an empty container, or the start of a container up to its first scalar. */
    private boolean value() {
        while (true) {
            char c = peek();
            if (c != '{' && c != '[') {
                return scalar(c);
            }
            if (depth == Json.MAX_DEPTH) {
                return false;
            }
            boolean object = c == '{';
            position++;
            skipWhitespace();
            objects.set(depth++, object);
            if (accept(object ? '}' : ']')) {
                depth--;
                return true;
            }
            if (object && !key()) {
                return false;
            }
        }
    }

    /** Reads what may follow a value inside a container: its end, or a comma and the next value. */
    private boolean afterValue() {
        skipWhitespace();
        boolean object = objects.get(depth - 1);
        if (accept(object ? '}' : ']')) {
            depth--;
            return true;
        }
        if (!accept(',')) {
            return false;
        }
        skipWhitespace();
        return (!object || key()) && value();
    }

    private boolean key() {
        if (!string()) {
            return false;
        }
        skipWhitespace();
        boolean colon = accept(':');
        skipWhitespace();
        return colon;
    }

    private boolean scalar(char first) {
        return switch (first) {
            case '"' -> string();
            case 't' -> literal("true");
            case 'f' -> literal("false");
            case 'n' -> literal("null");
            default -> number();
        };
    }

    private boolean literal(String word) {
        boolean found = text.startsWith(word, position);
        position += word.length();
        return found;
    }

    private boolean number() {
        accept('-');
        boolean integer = accept('0') || digits();
        boolean fraction = !accept('.') || digits();
        boolean exponent = !(accept('e') || accept('E')) || exponent();
        return integer && fraction && exponent;
    }

    private boolean exponent() {
        if (!accept('+')) {
            accept('-');
        }
        return digits();
    }

    private boolean digits() {
        int start = position;
        while (peek() >= '0' && peek() <= '9') {
            position++;
        }
        return position > start;
    }

    private boolean string() {
        if (!accept('"')) {
            return false;
        }
        while (position < text.length()) {
            char c = text.charAt(position++);
            if (c == '"') {
                return true;
            }
            if (c < ' ' || (c == '\\' && !escape()) || (Character.isSurrogate(c) && !restOfPair(c))) {
                return false;
            }
        }
        return false;
    }

    private boolean escape() {
        char c = peek();
        position++;
        if (c != 'u') {
            return "\"\\/bfnrt".indexOf(c) >= 0;
        }
        for (int i = 0; i < 4; i++) {
            char digit = peek();
            if (digit > 'f' || Character.digit(digit, 16) < 0) {
                return false;
            }
            position++;
        }
        return true;
    }

    private boolean restOfPair(char first) {
        boolean pair = Character.isHighSurrogate(first) && Character.isLowSurrogate(peek());
        position++;
        return pair;
    }

    private void skipWhitespace() {
        while (" \t\n\r".indexOf(peek()) >= 0) {
            position++;
        }
    }

    private boolean accept(char expected) {
        boolean found = position < text.length() && text.charAt(position) == expected;
        if (found) {
            position++;
        }
        return found;
    }

    /** Returns the character at the position, or NUL, which JSON has nowhere, at the end. */
    private char peek() {
        return position < text.length() ? text.charAt(position) : '\0';
    }
}
