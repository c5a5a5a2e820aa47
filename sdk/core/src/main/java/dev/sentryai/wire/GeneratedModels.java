package dev.sentryai.wire;

import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Models as Stainless generates them, for OpenAI and Anthropic among others. They are read by raw accessors, such as {@code
 * _maxTokens()} for the field {@code max_tokens}: none of the typed getters, which change from release to release and throw where a
 * server left a field out, is named. Thread-safe.
 */
public final class GeneratedModels implements WireModels {

    private final Class<?> fieldType;
    private final Function<Object, @Nullable Object> fieldValue;
    private final Function<Object, @Nullable Object> toJson;

    /**
     * Makes a reader of one library's models.
     *
     * @param fieldType what raw accessors return
     * @param fieldValue returns what such a field holds; null for nothing
     * @param toJson returns a model, union or enumeration as the library's JSON value
     */
    public GeneratedModels(
            Class<?> fieldType,
            Function<Object, @Nullable Object> fieldValue,
            Function<Object, @Nullable Object> toJson) {
        this.fieldType = fieldType;
        this.fieldValue = fieldValue;
        this.toJson = toJson;
    }

    @Override
    public @Nullable Object unwrap(Object value) {
        if (fieldType.isInstance(value)) {
            return unwrapOrNull(fieldValue.apply(value));
        }
        boolean readable =
                WireModels.isPlain(value) || ModelFields.of(value.getClass()).isModel();
        return readable ? value : unwrapOrNull(json(value));
    }

    private @Nullable Object unwrapOrNull(@Nullable Object value) {
        return value == null ? null : unwrap(value);
    }

    /** An enumeration holds a field; a union has its JSON as it was received if it was, and else as it would be sent. */
    private @Nullable Object json(Object value) {
        Object held = ModelFields.of(value.getClass()).held(value);
        if (fieldType.isInstance(held)) {
            return held;
        }
        return held instanceof Optional<?> received && received.isPresent() ? received.get() : toJson.apply(value);
    }

    @Override
    public @Nullable Object field(Object model, String name) {
        ModelFields fields = ModelFields.of(model.getClass());
        Object known = unwrapOrNull(fields.known(model, name));
        // What was sent beside the model's own fields may have the name of one of them.
        return known == null ? fields.unknown(model, name) : known;
    }

    @Override
    public @Nullable Object plain(Object model) {
        return toJson.apply(model);
    }
}
