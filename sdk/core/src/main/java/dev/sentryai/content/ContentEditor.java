package dev.sentryai.content;

import dev.sentryai.protocol.GenAiAttributes;
import dev.sentryai.protocol.json.Json;
import dev.sentryai.protocol.message.Message;
import dev.sentryai.protocol.message.Messages;
import dev.sentryai.value.AttributeValue;
import dev.sentryai.value.ByteLimit;
import dev.sentryai.value.JsonTexts;
import io.sentry.ILogger;
import io.sentry.SentryLevel;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What becomes of content before it is on a span: it is filtered, then cut, as half a secret is hard to recognise. */
public final class ContentEditor {

    /** Stands for what a filter that fails did not let through; Sentry itself has the same. */
    private static final String FILTERED = "[Filtered]";

    private final @Nullable UnaryOperator<String> filter;
    private final @Nullable Integer maxBytes;
    private final ILogger logger;

    /** Takes what the application decided, and where a failing filter is logged. */
    public ContentEditor(ContentSettings settings, ILogger logger) {
        UnaryOperator<String> given = settings.filter();
        this.filter = given == null ? null : text -> safely(given, text);
        this.maxBytes = settings.maxBytes();
        this.logger = logger;
    }

    /** Returns the name of the attribute that tells how long the content was before it was cut. */
    private static String originalLengthOf(String key) {
        return "sentry.sdk_meta." + key + ".original_length";
    }

    /**
     * Hands an attribute on as it may be sent, and with it how long it was if it was cut.
     *
     * @param value unsanitised
     * @param sink gets names and sanitised values
     */
    public void edit(String key, Object value, BiConsumer<String, Object> sink) {
        if ((filter == null && maxBytes == null) || ContentKind.of(key) == ContentKind.NONE) {
            Object sane = AttributeValue.of(value).orElse(null);
            if (sane != null) {
                sink.accept(key, sane);
            }
            return;
        }
        // text is sanitised last, as cutting it to what a value may hold would break JSON
        Optional<Object> sane = value instanceof String ? Optional.of(value) : AttributeValue.of(value);
        sane.map(ContentEditor::withoutLists)
                .map(this::filtered)
                .ifPresent(filtered -> cut(
                        key,
                        filtered,
                        (name, edited) -> AttributeValue.of(edited).ifPresent(last -> sink.accept(name, last))));
    }

    private void cut(String key, Object value, BiConsumer<String, Object> sink) {
        if (!(value instanceof String text)) {
            sink.accept(key, value);
            return;
        }
        String cut = limited(text);
        sink.accept(key, cut);
        if (!cut.equals(text)) {
            int length = key.equals(GenAiAttributes.INPUT_MESSAGES) ? messagesIn(text) : ByteLimit.bytesOf(text);
            sink.accept(originalLengthOf(key), length);
        }
    }

    /** Returns content as long as it may be. */
    public String limited(String text) {
        return maxBytes == null ? text : new ByteLimit(maxBytes).cut(text);
    }

    /** Text that is no array of messages stands for one. */
    private static int messagesIn(String text) {
        return JsonTexts.elementsOf(text).orElse(1);
    }

    private static Object withoutLists(Object value) {
        return value instanceof List<?> list ? Json.write(list) : value;
    }

    private Object filtered(Object value) {
        if (filter == null || value instanceof Boolean) {
            return value;
        }
        String text = value.toString();
        String filtered = JsonTexts.map(text, filter);
        return filtered.equals(text) ? value : filtered;
    }

    /**
     * Hands input messages on as they may be sent, the newest ones where not all have room, and with them how many there were.
     *
     * @param maxBytes what the span has room for; empty for no limit of its own
     * @param sink gets names and sanitised values
     */
    public void edit(List<Message> messages, OptionalInt maxBytes, BiConsumer<String, Object> sink) {
        if (messages.isEmpty()) {
            return;
        }
        List<Message> filtered = filter == null ? messages : new MessageFilter(filter).apply(messages);
        OptionalInt room = smaller(maxBytes);
        List<Message> kept = room.isEmpty() ? filtered : new MessageBudget(room.getAsInt()).fit(filtered);
        if (maxBytes.isPresent() || !kept.equals(filtered)) {
            sink.accept(originalLengthOf(GenAiAttributes.INPUT_MESSAGES), (long) messages.size());
        }
        AttributeValue.of(Messages.toJson(kept)).ifPresent(sane -> sink.accept(GenAiAttributes.INPUT_MESSAGES, sane));
    }

    private OptionalInt smaller(OptionalInt limit) {
        return maxBytes == null ? limit : OptionalInt.of(Math.min(maxBytes, limit.orElse(maxBytes)));
    }

    private String safely(UnaryOperator<String> given, String text) {
        try {
            return Objects.requireNonNull(given.apply(text), "the filter returned null");
        } catch (RuntimeException | StackOverflowError e) {
            // its message may quote the text
            logger.log(
                    SentryLevel.WARNING,
                    "The content filter failed with %s; the text is not sent.",
                    e.getClass().getName());
            return FILTERED;
        }
    }
}
