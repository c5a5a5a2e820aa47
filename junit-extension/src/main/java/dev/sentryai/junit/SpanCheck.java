package dev.sentryai.junit;

import dev.sentryai.protocol.GenAiAttributes;
import dev.sentryai.protocol.TokenUsage;
import dev.sentryai.protocol.message.Message;
import dev.sentryai.protocol.message.Messages;
import dev.sentryai.protocol.message.Part;
import dev.sentryai.telemetry.SpanRecord;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Compares what a span says with what is expected of it. Each answer is empty where they agree.
 *
 * @param span the span
 */
record SpanCheck(SpanRecord span) {

    private static final List<String> CONTENT = List.of(
            GenAiAttributes.INPUT_MESSAGES,
            GenAiAttributes.OUTPUT_MESSAGES,
            GenAiAttributes.SYSTEM_INSTRUCTIONS,
            GenAiAttributes.TOOL_DEFINITIONS,
            GenAiAttributes.TOOL_CALL_ARGUMENTS,
            GenAiAttributes.TOOL_CALL_RESULT,
            GenAiAttributes.EMBEDDINGS_INPUT);

    Optional<Mismatch> value(String what, Object expected, Optional<?> found) {
        return value(what, expected, found, Objects::equals);
    }

    private static <T> Optional<Mismatch> value(
            String what, Object expected, Optional<T> found, BiPredicate<Object, ? super T> equality) {
        Objects.requireNonNull(expected, what);
        return found.filter(value -> equality.test(expected, value)).isPresent()
                ? Optional.empty()
                : Optional.of(new Mismatch(what, Comparison.of(expected, found)));
    }

    Optional<Mismatch> absent(String what, Optional<?> found) {
        return found.map(value -> new Mismatch(what, new Comparison(Comparison.ABSENT, Comparison.text(value))));
    }

    Optional<Mismatch> attribute(String key, Object value) {
        Objects.requireNonNull(value, "value");
        return value("attribute " + key, value, span.sent(key), JsonEquality::equalValues);
    }

    Optional<Mismatch> attribute(String key) {
        return span.sent(key).isPresent()
                ? Optional.empty()
                : Optional.of(new Mismatch("attribute " + key, new Comparison("any value", Comparison.ABSENT)));
    }

    Optional<Mismatch> noAttribute(String key) {
        return absent("attribute " + key, span.sent(key));
    }

    Optional<Mismatch> noContent() {
        List<String> found =
                CONTENT.stream().filter(key -> span.attribute(key).isPresent()).toList();
        return found.isEmpty()
                ? Optional.empty()
                : Optional.of(new Mismatch("content", new Comparison("no content", String.join(", ", found))));
    }

    Optional<Long> usage(Function<TokenUsage, @Nullable Long> tokens) {
        return Optional.ofNullable(tokens.apply(span.usage()));
    }

    Optional<Mismatch> json(String what, String expected, String key) {
        return json(what, expected, span.attribute(key).map(String::valueOf));
    }

    Optional<Mismatch> messages(String what, List<Message> expected, List<Message> found) {
        return json(what, Messages.toJson(expected), unlessEmpty(found).map(Messages::toJson));
    }

    private static Optional<Mismatch> json(String what, String expected, Optional<String> found) {
        return value(what, expected, found, (json, other) -> JsonEquality.equalTexts((String) json, other));
    }

    /** Wants one of the parts to be that text. */
    Optional<Mismatch> text(String what, String expected, List<Part> parts) {
        Objects.requireNonNull(expected, what);
        List<String> found = parts.stream()
                .filter(Part.Text.class::isInstance)
                .map(part -> ((Part.Text) part).content())
                .toList();
        return found.contains(expected)
                ? Optional.empty()
                : Optional.of(new Mismatch(what, Comparison.of(expected, unlessEmpty(found))));
    }

    /** Of all messages. */
    static List<Part> parts(List<Message> messages) {
        return messages.stream().flatMap(message -> message.parts().stream()).toList();
    }

    /** What has no elements was not said. */
    static <T> Optional<List<T>> unlessEmpty(List<T> list) {
        return Optional.of(list).filter(elements -> !elements.isEmpty());
    }
}
