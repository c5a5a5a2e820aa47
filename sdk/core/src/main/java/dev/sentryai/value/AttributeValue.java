package dev.sentryai.value;

import dev.sentryai.protocol.json.Json;
import dev.sentryai.protocol.json.JsonText;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The values that a span attribute can have: String, Boolean, Long, finite Double, or an immutable List of one of those.
 * The Sentry SDK drops the whole envelope for one value that it cannot serialise, so each value goes through here when
 * it is set.
 *
 * <p>What is no such value becomes JSON text. Maps, collections, arrays and Jackson's trees keep their structure, a
 * record shows its components, an enum constant its name, an Optional its content, a time its ISO form, bytes the text
 * {@code [Blob substitute]}. Of any other object only the class is named: neither its fields nor its {@code toString}
 * are anyone's business. What cannot be read says so in its place: {@code <circular reference>}, {@code <failed:
 * java.lang.IllegalStateException>}. Text beyond {@value #MAX_CHARS} characters in total is cut and ends in {@code ...};
 * structure stays valid JSON.
 *
 * <p>Nothing here ever throws.
 */
public final class AttributeValue {

    /** How many characters one value may hold in total; Sentry cuts a span's attributes at about 1 MB. */
    public static final int MAX_CHARS = 1_000_000;

    private AttributeValue() {}

    /**
     * Returns the value as an attribute can have it. Lists of one kind of primitive stay lists.
     *
     * @param value anything
     * @return empty for null, for an empty Optional and for JSON's null: the attribute is absent then
     */
    public static Optional<Object> of(@Nullable Object value) {
        if (value instanceof Long
                || value instanceof Boolean
                || (value instanceof Double real && Double.isFinite(real))) {
            return Optional.of(value);
        }
        if (value instanceof String text && text.length() < MAX_CHARS) {
            return Optional.of(Texts.safe(text, MAX_CHARS));
        }
        Object plain = new PlainTree(false).plain(value);
        if (plain instanceof List<?> list) {
            Optional<List<?>> primitives = PrimitiveList.of(list);
            return Optional.of(primitives.isPresent() ? primitives.get() : Json.write(list));
        }
        return scalarOrJson(plain);
    }

    /**
     * Returns the value as {@code set_data_normalized} of the other Sentry SDKs has it: a scalar as it is, everything
     * else, primitive lists too, as JSON text.
     *
     * @param value anything
     * @param unpack whether a list with exactly one element is replaced by that element, at every depth
     * @return empty for null, for an empty Optional and for JSON's null: the attribute is absent then
     */
    public static Optional<Object> normalized(@Nullable Object value, boolean unpack) {
        return scalarOrJson(new PlainTree(unpack).plain(value));
    }

    private static Optional<Object> scalarOrJson(@Nullable Object plain) {
        if (plain == null) {
            return Optional.empty();
        }
        if (plain instanceof JsonText json) {
            return Optional.of(json.text());
        }
        boolean scalar = plain instanceof String || plain instanceof Boolean || plain instanceof Number;
        return Optional.of(scalar ? plain : Json.write(plain));
    }
}
