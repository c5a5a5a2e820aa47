package dev.sentryai.telemetry.tree;

/** What a piece of a printed tree says, for a {@link Decoration} to colour. */
public enum TextRole {
    /** The lines of the tree. */
    GLYPH,
    /** A trace's id and name. */
    TRACE,
    /** A span's op. */
    OP,
    /** The agent, model, tool or name that a span is about. */
    SUBJECT,
    /** How long a span took. */
    DURATION,
    /** Tokens. */
    TOKENS,
    /** A status that says that all is well. */
    STATUS_OK,
    /** Any other status. */
    STATUS_ERROR,
    /** The remark that a span's parent is missing. */
    ORPHAN
}
