package dev.sentryai.anthropic;

import com.anthropic.core.JsonField;
import com.anthropic.core.JsonValue;
import dev.sentryai.wire.GeneratedModels;
import dev.sentryai.wire.Wire;
import dev.sentryai.wire.WireModels;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the client's models. */
final class AnthropicModels {

    private static final JsonField.Visitor<Object, @Nullable Object> VALUE = new JsonField.Visitor<>() {
        @Override
        public Object visitKnown(Object value) {
            return value;
        }

        @Override
        public Object visitString(String value) {
            return value;
        }

        @Override
        public Object visitNumber(Number value) {
            return value;
        }

        @Override
        public Object visitBoolean(boolean value) {
            return value;
        }

        @Override
        public Object visitArray(List<? extends JsonValue> values) {
            return values;
        }

        @Override
        public Object visitObject(Map<String, ? extends JsonValue> values) {
            return values;
        }

        @Override
        public @Nullable Object visitDefault() {
            return null;
        }
    };

    private static final WireModels MODELS =
            new GeneratedModels(JsonField.class, field -> ((JsonField<?>) field).accept(VALUE), JsonValue::from);

    private AnthropicModels() {}

    static Wire wire(Object value) {
        return Wire.of(MODELS, value);
    }
}
