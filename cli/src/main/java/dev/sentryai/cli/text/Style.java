package dev.sentryai.cli.text;

import dev.sentryai.telemetry.tree.Decoration;
import dev.sentryai.telemetry.tree.TextRole;

/** Colours, or none. Its methods return the text, marked up for a terminal if this style is coloured. */
public enum Style {
    /** Text as it is. */
    PLAIN,
    /** Text with escape sequences. */
    COLORED;

    /** How trees of spans are coloured. */
    public Decoration decoration() {
        return this::apply;
    }

    String bold(String text) {
        return wrap("1", text);
    }

    String dim(String text) {
        return wrap("2", text);
    }

    String red(String text) {
        return wrap("31", text);
    }

    String green(String text) {
        return wrap("32", text);
    }

    String yellow(String text) {
        return wrap("33", text);
    }

    String cyan(String text) {
        return wrap("36", text);
    }

    private String apply(TextRole role, String text) {
        return switch (role) {
            case GLYPH, DURATION -> dim(text);
            case TRACE -> bold(text);
            case OP -> cyan(text);
            case SUBJECT, TOKENS -> text;
            case STATUS_OK -> green(text);
            case STATUS_ERROR -> red(text);
            case ORPHAN -> yellow(text);
        };
    }

    private String wrap(String code, String text) {
        return this == PLAIN || text.isEmpty() ? text : "\u001b[" + code + 'm' + text + "\u001b[0m";
    }
}
