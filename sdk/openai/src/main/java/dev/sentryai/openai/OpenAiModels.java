package dev.sentryai.openai;

import com.openai.core.JsonField;
import com.openai.core.JsonValue;
import com.openai.core.MultipartField;
import dev.sentryai.wire.GeneratedModels;
import dev.sentryai.wire.Wire;
import dev.sentryai.wire.WireModels;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the client's models. */
final class OpenAiModels {

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
            new GeneratedModels(JsonField.class, field -> ((JsonField<?>) field).accept(VALUE), OpenAiModels::json);

    private OpenAiModels() {}

    static Wire wire(Object value) {
        return Wire.of(MODELS, value);
    }

    /** What goes into a form is a field within a field. */
    private static Object json(Object value) {
        return value instanceof MultipartField<?> field ? field.value() : JsonValue.from(value);
    }
}
