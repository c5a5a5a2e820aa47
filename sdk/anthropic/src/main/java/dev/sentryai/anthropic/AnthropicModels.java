package dev.sentryai.anthropic;

import com.anthropic.core.JsonField;
import com.anthropic.core.JsonValue;
import dev.sentryai.wire.GeneratedModels;
import dev.sentryai.wire.Wire;
import dev.sentryai.wire.WireModels;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the client's models. */
final class AnthropicModels {

    private static final WireModels MODELS =
            new GeneratedModels(JsonField.class, field -> valueOf((JsonField<?>) field), JsonValue::from);

    private AnthropicModels() {}

    static Wire wire(Object value) {
        return Wire.of(MODELS, value);
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
