package dev.sentryai.openai;

import com.openai.core.JsonField;
import com.openai.core.JsonValue;
import com.openai.core.MultipartField;
import dev.sentryai.wire.GeneratedModels;
import dev.sentryai.wire.Wire;
import dev.sentryai.wire.WireModels;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the client's models. */
final class OpenAiModels {

    private static final WireModels MODELS =
            new GeneratedModels(JsonField.class, field -> valueOf((JsonField<?>) field), OpenAiModels::json);

    private OpenAiModels() {}

    static Wire wire(Object value) {
        return Wire.of(MODELS, value);
    }

    /** What goes into a form is a field within a field. */
    private static Object json(Object value) {
        return value instanceof MultipartField<?> field ? field.value() : JsonValue.from(value);
    }

    private static @Nullable Object valueOf(JsonField<?> field) {
        return Optional.<Object>empty()
                .or(field::asKnown)
                .or(field::asString)
                .or(field::asNumber)
                .or(field::asBoolean)
                .or(field::asArray)
                .or(field::asObject)
                .orElse(null);
    }
}
