package dev.sentryai.telemetry.rules.subject.content;

import dev.sentryai.protocol.ConventionsVersion;
import dev.sentryai.telemetry.json.JsonObject;
import dev.sentryai.telemetry.json.JsonReader;
import dev.sentryai.telemetry.json.MalformedJsonException;
import dev.sentryai.telemetry.rules.fact.Fact;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An attribute of content, read once for all rules that look into it. Used by one thread. */
public final class ContentSubject {

    /** What SDKs and Relay write where something was removed. */
    public static final String FILTERED = "[Filtered]";

    /** Of the ways to write nothing in JSON, {@code null} is the longest, in characters. */
    private static final int LONGEST_EMPTY = 4;

    private final String key;
    private final ContentKind kind;
    private final Object value;
    private final ConventionsVersion version;
    private @Nullable ParsedText parsed;
    private @Nullable List<MessageSubject> messages;
    private @Nullable List<PartSubject> parts;
    private @Nullable ContentTexts texts;

    private ContentSubject(String key, ContentKind kind, Object value, ConventionsVersion version) {
        this.key = key;
        this.kind = kind;
        this.value = value;
        this.version = version;
    }

    /**
     * Makes the subject of an attribute whose key is one of content.
     *
     * @param decision whether the span decides or extracts, so that its messages are none
     */
    public static ContentSubject of(String key, Object value, boolean decision, ConventionsVersion version) {
        ContentKind kind = Objects.requireNonNull(ContentKind.of(key), key);
        return new ContentSubject(key, decision ? decided(kind) : kind, value, version);
    }

    /** The {@link Fact facts} that hold, as their bits. */
    public long facts() {
        return kind.facts()
                | (isOrderly() ? 0 : Fact.ODD_TEXT.bit())
                | (parts().isEmpty() ? 0 : Fact.PARTS.bit())
                | texts().facts();
    }

    private boolean isOrderly() {
        String text = text();
        return text.length() > LONGEST_EMPTY
                && text.charAt(text.length() - 1) != '.'
                && text.charAt(text.length() - 1) != '…'
                && looksLikeJson()
                && failure() == null
                && !isEncodedTwice();
    }

    private static ContentKind decided(ContentKind kind) {
        return switch (kind) {
            case INPUT_MESSAGES -> ContentKind.QUESTIONS;
            case OUTPUT_MESSAGES -> ContentKind.ANSWERS;
            default -> kind;
        };
    }

    public String key() {
        return key;
    }

    public ContentKind kind() {
        return kind;
    }

    public ConventionsVersion version() {
        return version;
    }

    /** What was sent: text, unless the sender got that wrong. */
    public Object value() {
        return value;
    }

    /** The text that was sent; empty if it is none. */
    public String text() {
        return value instanceof String text ? text : "";
    }

    // --- JSON ---

    /** Whether the attribute is JSON, or text that nothing but JSON begins like. */
    public boolean looksLikeJson() {
        return !(value instanceof String text) || ParsedText.looksLikeJson(text);
    }

    /** Why text that looks like JSON is none; null if it is JSON, or if it does not look like it. */
    public @Nullable MalformedJsonException failure() {
        return parsed().failure();
    }

    /** Whether the text is a JSON string that holds JSON in turn. */
    public boolean isEncodedTwice() {
        return parsed().encodedTwice();
    }

    /** The JSON value, the innermost where it was encoded twice; the text itself where it is no JSON. */
    public @Nullable Object json() {
        return parsed().json();
    }

    private ParsedText parsed() {
        if (parsed == null) {
            parsed = ParsedText.of(value);
        }
        return parsed;
    }

    // --- Messages ---

    /** Whether this is one of the objects around messages that Sentry tolerates. */
    public boolean isWrapped() {
        return json() instanceof JsonObject object
                && (object.get("messages") instanceof List
                        || object.containsKey("prompt")
                        || object.containsKey("completion")
                        || isMessage(object));
    }

    private static boolean isMessage(JsonObject object) {
        return object.containsKey("role") || object.containsKey("parts");
    }

    /** The elements that should be messages; empty unless this is an attribute of messages that can be read. */
    public List<MessageSubject> messages() {
        if (messages == null) {
            messages = kind.isMessages() ? readMessages() : List.of();
        }
        return messages;
    }

    private List<MessageSubject> readMessages() {
        Object json = json();
        if (json instanceof List<?> list) {
            return messages("", list);
        }
        if (json instanceof JsonObject object) {
            return object.get("messages") instanceof List<?> list
                    ? messages("/messages", list)
                    : isMessage(object) ? List.of(new MessageSubject("", MessageSubject.NO_INDEX, object)) : List.of();
        }
        return List.of();
    }

    private static List<MessageSubject> messages(String prefix, List<?> elements) {
        List<MessageSubject> messages = new ArrayList<>(elements.size());
        for (int i = 0; i < elements.size(); i++) {
            messages.add(new MessageSubject(prefix, i, elements.get(i)));
        }
        return messages;
    }

    /** The parts of all messages, or those of instructions. */
    public List<PartSubject> parts() {
        if (parts == null) {
            parts = kind == ContentKind.INSTRUCTIONS ? instructions() : partsOfMessages();
        }
        return parts;
    }

    private List<PartSubject> instructions() {
        return json() instanceof List<?> list ? PartSubject.allOf(null, list) : List.of();
    }

    private List<PartSubject> partsOfMessages() {
        if (messages().isEmpty()) {
            return List.of();
        }
        List<PartSubject> all = new ArrayList<>();
        for (MessageSubject message : messages()) {
            all.addAll(message.parts());
        }
        return all;
    }

    /** Hands over every text in it, with the member that it stands under and its place. */
    public void eachText(TextVisitor visitor) {
        new TextWalk(visitor).walk(null, json());
    }

    /** What should not be there, in the order of the text. */
    public List<FoundSecret> secrets() {
        return texts().secrets();
    }

    /** Whether a text in it, other than a short one, is a part of another text. */
    public boolean isCopiedTo(String other) {
        if (!texts().fitInto(other)) {
            return false;
        }
        boolean[] copied = new boolean[1];
        eachText(
                (name, text, path) -> copied[0] |= text.length() >= ContentTexts.SHORTEST_COPY && other.contains(text));
        return copied[0];
    }

    private ContentTexts texts() {
        if (texts == null) {
            texts = new ContentTexts();
            eachText(texts);
        }
        return texts;
    }

    /** The attribute and the place in it, for messages. */
    public String place(String pointer) {
        return pointer.isEmpty() ? key : key + " at " + pointer;
    }

    /** Text that may be JSON. */
    private record ParsedText(
            @Nullable Object json,
            boolean encodedTwice,
            @Nullable MalformedJsonException failure) {

        static ParsedText of(Object value) {
            if (!(value instanceof String text) || !looksLikeJson(text)) {
                return new ParsedText(value, false, null);
            }
            try {
                Object json = JsonReader.read(text);
                return json instanceof String inner ? ofInner(inner) : new ParsedText(json, false, null);
            } catch (MalformedJsonException e) {
                return new ParsedText(text, false, e);
            }
        }

        private static ParsedText ofInner(String text) {
            if (looksLikeJson(text)) {
                try {
                    return new ParsedText(JsonReader.read(text), true, null);
                } catch (MalformedJsonException e) {
                    return new ParsedText(text, false, null); // a text like any other that begins with a bracket
                }
            }
            return new ParsedText(text, false, null);
        }

        static boolean looksLikeJson(String text) {
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                if (c > ' ') {
                    return c == '[' || c == '{' || c == '"';
                }
            }
            return false;
        }
    }
}
