package dev.sentryai.google;

import com.google.genai.JsonSerializable;
import com.google.genai.types.FunctionDeclaration;
import com.google.genai.types.Tool;
import dev.sentryai.protocol.json.Json;
import dev.sentryai.wire.Wire;
import dev.sentryai.wire.WireModels;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads the client's models, whose accessors have the names that fields have on the wire. Suppliers are read as what they supply, so
 * that nothing is made before it is asked for; binary content reads as nothing.
 */
final class GoogleModels implements WireModels {

    private static final GoogleModels MODELS = new GoogleModels();
    private static final String TYPES = FunctionDeclaration.class.getPackageName();

    private GoogleModels() {}

    static Wire wire(Object value) {
        return Wire.of(MODELS, value);
    }

    @Override
    public @Nullable Object unwrap(Object value) {
        if (value instanceof Optional<?> optional) {
            return optional.map(this::unwrap).orElse(null);
        }
        if (value instanceof Supplier<?> supplier) {
            return Optional.ofNullable(supplier.get()).map(this::unwrap).orElse(null);
        }
        if (value instanceof Float number) {
            return Double.valueOf(number.toString()); // 0.7, not 0.699999988079071
        }
        return WireModels.isPlain(value) || value instanceof JsonSerializable ? value : converted(value);
    }

    private static @Nullable Object converted(Object value) {
        if (value instanceof byte[]) {
            return null;
        }
        if (value instanceof Method method) {
            // One that the client calls by itself; what it tells the model of it is made only when it is sent.
            return Map.of("name", method.getName());
        }
        boolean isWord = value.getClass().getPackageName().equals(TYPES); // such as a reason to finish
        return isWord ? value.toString() : Json.read(JsonSerializable.toJsonString(value));
    }

    @Override
    public @Nullable Object field(Object model, String name) {
        if (model instanceof Tool tool && name.equals("functionDeclarations")) {
            return functions(tool);
        }
        return Accessors.of(model.getClass()).read(model, name);
    }

    /** Methods of the application are declared to the model like any other function. */
    private static List<Object> functions(Tool tool) {
        List<Object> functions = new ArrayList<>();
        tool.functionDeclarations().ifPresent(functions::addAll);
        tool.functions().ifPresent(functions::addAll);
        return functions;
    }

    @Override
    public @Nullable Object plain(Object model) {
        return Json.read(((JsonSerializable) model).toJson());
    }
}
