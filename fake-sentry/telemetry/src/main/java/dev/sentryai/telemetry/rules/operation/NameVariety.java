package dev.sentryai.telemetry.rules.operation;

import org.jspecify.annotations.Nullable;

/** Finds what makes nearly every span have a name of its own, in one pass because every AI span has a name. */
final class NameVariety {

    private static final int MAX_LENGTH = 120;

    /** Dates have fewer, as at the end of the names of models. */
    private static final int LONG_NUMBER = 9;

    /** A span id has as many digits; nobody uses shorter ones. */
    private static final int LONG_HEX = 16;

    /** Names are an operation and what it works on; more words are a sentence, probably out of a prompt. */
    private static final int SENTENCE = 12;

    private static final String UUID = "00000000-0000-0000-0000-000000000000";

    private NameVariety() {}

    static @Nullable String problem(String name) {
        if (name.length() > MAX_LENGTH) {
            return "more than " + MAX_LENGTH + " characters";
        }
        int digits = 0;
        int hex = 0;
        int blanks = 0;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            digits = isDigit(c) ? digits + 1 : 0;
            hex = isHex(c) ? hex + 1 : 0;
            blanks += c == ' ' ? 1 : 0;
            if (c == '\n' || c == '\r') {
                return "a line break";
            } else if (hex >= LONG_HEX || (hex == 1 && isUuid(name, i))) {
                return "an id";
            } else if (digits >= LONG_NUMBER && !isHexAhead(name, i + 1)) {
                return "a long number";
            } else if (c == '@' && isMail(name, i)) {
                return "an e-mail address";
            }
        }
        return blanks >= SENTENCE ? "a whole sentence" : null;
    }

    private static boolean isHexAhead(String name, int index) {
        return index < name.length() && isHex(name.charAt(index));
    }

    private static boolean isUuid(String name, int start) {
        if (name.length() - start < UUID.length()) {
            return false;
        }
        for (int i = 0; i < UUID.length(); i++) {
            char c = name.charAt(start + i);
            if (UUID.charAt(i) == '-' ? c != '-' : !isHex(c)) {
                return false;
            }
        }
        return true;
    }

    /** A word before the sign, and behind it words with a dot in between; {@code model@20240620} is none. */
    private static boolean isMail(String name, int at) {
        int dot = name.indexOf('.', at + 2);
        int blank = name.indexOf(' ', at);
        return at > 0
                && name.charAt(at - 1) != ' '
                && dot > 0
                && dot < name.length() - 1
                && (blank < 0 || dot < blank - 1);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isHex(char c) {
        return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
    }
}
