package dev.sentryai.protocol.json;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads one value by recursive descent; the bound on depth keeps the stack small. */
final class JsonReader {

    /** Text of more digits takes time that grows with its square to convert. */
    private static final int MAX_NUMBER_LENGTH = 1000;
    /** Every text that is so short fits a long. */
    private static final int MAX_LONG_LENGTH = 18;

    private final String text;
    private int position;
    private int depth;

    JsonReader(String text) {
        this.text = text;
    }

    @Nullable
    Object read() {
        Object value = value();
        if (position < text.length()) {
            throw expected("nothing after the value");
        }
        return value;
    }

    /** Reads a value and the white space on both sides of it. */
    private @Nullable Object value() {
        skipWhitespace();
        Object value = switch (peek()) {
            case '{' -> object();
            case '[' -> array();
            case '"' -> string();
            case 't' -> literal("true", true);
            case 'f' -> literal("false", false);
            case 'n' -> literal("null", null);
            default -> number();
        };
        skipWhitespace();
        return value;
    }

    private Map<String, @Nullable Object> object() {
        enter();
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        skipWhitespace();
        if (!accept('}')) {
            do {
                member(members);
            } while (accept(','));
            require('}', "',' or '}'");
        }
        depth--;
        return members;
    }

    private void member(Map<String, @Nullable Object> members) {
        skipWhitespace();
        if (peek() != '"') {
            throw expected("a name in quotes");
        }
        String name = string();
        skipWhitespace();
        require(':', "':'");
        members.put(name, value());
    }

    private List<@Nullable Object> array() {
        enter();
        List<@Nullable Object> values = new ArrayList<>();
        skipWhitespace();
        if (!accept(']')) {
            do {
                values.add(value());
            } while (accept(','));
            require(']', "',' or ']'");
        }
        depth--;
        return values;
    }

    /** Steps over the bracket and into the container. */
    private void enter() {
        if (depth == Json.MAX_READ_DEPTH) {
            throw malformed("arrays and objects nest deeper than " + Json.MAX_READ_DEPTH);
        }
        depth++;
        position++;
    }

    private @Nullable Object literal(String word, @Nullable Object value) {
        if (!text.startsWith(word, position)) {
            throw expected("a value");
        }
        position += word.length();
        return value;
    }

    private String string() {
        int start = ++position;
        while (isPlain(peek())) {
            position++;
        }
        if (accept('"')) {
            return text.substring(start, position - 1);
        }
        StringBuilder unescaped = new StringBuilder();
        unescaped.append(text, start, position);
        while (!accept('"')) {
            unescaped.append(character());
        }
        return unescaped.toString();
    }

    private static boolean isPlain(char c) {
        return c >= ' ' && c != '"' && c != '\\';
    }

    private char character() {
        char c = peek();
        if (c < ' ') {
            throw expected("the rest of the string");
        }
        position++;
        return c == '\\' ? escape() : c;
    }

    private char escape() {
        char c = peek();
        char meant = switch (c) {
            case '"', '\\', '/', 'u' -> c;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            default -> throw expected("an escape such as \\n");
        };
        position++;
        return c == 'u' ? codeUnit() : meant;
    }

    private char codeUnit() {
        int unit = 0;
        for (int i = 0; i < 4; i++) {
            char c = peek();
            // Character.digit alone would take digits of other scripts.
            int digit = c > 'f' ? -1 : Character.digit(c, 16);
            if (digit < 0) {
                throw expected("four hexadecimal digits");
            }
            unit = unit << 4 | digit;
            position++;
        }
        return (char) unit;
    }

    private Number number() {
        int start = position;
        accept('-');
        if (!accept('0')) {
            digits(position == start ? "a value" : "a digit");
        }
        int integerEnd = position;
        if (accept('.')) {
            digits("a digit");
        }
        if (accept('e') || accept('E')) {
            if (!accept('+')) {
                accept('-');
            }
            digits("a digit");
        }
        return number(start, position == integerEnd);
    }

    private Number number(int start, boolean integer) {
        if (position - start > MAX_NUMBER_LENGTH) {
            position = start;
            throw malformed("a number has more than " + MAX_NUMBER_LENGTH + " characters");
        }
        String number = text.substring(start, position);
        if (!integer) {
            return fraction(number, start);
        }
        return number.length() <= MAX_LONG_LENGTH ? (Number) Long.valueOf(number) : big(new BigInteger(number));
    }

    private static Number big(BigInteger number) {
        return number.bitLength() < Long.SIZE ? (Number) number.longValue() : number;
    }

    private Number fraction(String number, int start) {
        double value = Double.parseDouble(number);
        if (Double.isFinite(value)) {
            return value;
        }
        try {
            return new BigDecimal(number);
        } catch (NumberFormatException e) {
            throw new MalformedJsonException(start, "the exponent of a number is out of range", e);
        }
    }

    private void digits(String what) {
        if (peek() < '0' || peek() > '9') {
            throw expected(what);
        }
        while (peek() >= '0' && peek() <= '9') {
            position++;
        }
    }

    private void skipWhitespace() {
        while (" \t\n\r".indexOf(peek()) >= 0) {
            position++;
        }
    }

    private boolean accept(char c) {
        boolean found = peek() == c;
        if (found) {
            position++;
        }
        return found;
    }

    private void require(char c, String what) {
        if (!accept(c)) {
            throw expected(what);
        }
    }

    /** Returns the character at the position, or NUL, which JSON has nowhere, at the end. */
    private char peek() {
        return position < text.length() ? text.charAt(position) : '\0';
    }

    private MalformedJsonException expected(String what) {
        return malformed("expected " + what + " but found " + found());
    }

    /** Says one character and no more: the text may be secret. */
    private String found() {
        if (position >= text.length()) {
            return "the end";
        }
        char c = text.charAt(position);
        return c > ' ' && c < 0x7F ? "'" + c + "'" : String.format("U+%04X", (int) c);
    }

    private MalformedJsonException malformed(String reason) {
        return new MalformedJsonException(position, reason, null);
    }
}
