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

    /** Headings. */
    public String bold(String text) {
        return wrap("1", text);
    }

    /** What matters less. */
    public String dim(String text) {
        return wrap("2", text);
    }

    /** What is bad. */
    public String red(String text) {
        return wrap("31", text);
    }

    /** What is good. */
    public String green(String text) {
        return wrap("32", text);
    }

    /** What is doubtful. */
    public String yellow(String text) {
        return wrap("33", text);
    }

    /** What things are called. */
    public String cyan(String text) {
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
