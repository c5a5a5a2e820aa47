package dev.sentryai.protocol.json;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/** Text that has been checked to be exactly one JSON value; {@link Json#write} embeds it as it is. */
public final class JsonText {

    private final String text;

    private JsonText(String text) {
        this.text = text;
    }

    /**
     * Returns the text if it is one well-formed JSON value (RFC 8259) with optional white space around it, nested no deeper than
     * {@link Json#MAX_DEPTH} and free of lone surrogates; else empty.
     */
    public static Optional<JsonText> of(String text) {
        requireNonNull(text, "text");
        return new JsonScanner(text).isOneValue() ? Optional.of(new JsonText(text)) : Optional.empty();
    }

    /**
     * Returns the text as a {@code JsonText} if {@link #of} accepts it, else the very string: a value for {@link Json#write} that
     * keeps structure where there is one. Meant for what models and tools produce, which is often but not always JSON.
     */
    public static Object orString(String text) {
        Optional<JsonText> json = of(text);
        return json.isPresent() ? json.get() : text;
    }

    /** Returns the text as it was given. */
    public String text() {
        return text;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof JsonText json && json.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    /** Returns the text as it was given. */
    @Override
    public String toString() {
        return text;
    }
}
