package dev.sentryai.telemetry.tree;

/** Decorates pieces of text, for example with colours. What it adds must not take room on the screen. */
@FunctionalInterface
public interface Decoration {

    /** Leaves text as it is. */
    Decoration NONE = (role, text) -> text;

    /**
     * Decorates one piece.
     *
     * @param role what the text says
     * @param text plain text without control characters
     * @return the text to print
     */
    String apply(TextRole role, String text);
}
