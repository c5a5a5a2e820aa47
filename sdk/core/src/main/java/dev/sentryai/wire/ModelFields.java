package dev.sentryai.wire;

import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The raw accessors of one of a library's model classes: {@code _maxTokens()} for the field {@code max_tokens}, and another one for
 * all fields that the class does not know. Classes that have none are unions and enumerations.
 */
final class ModelFields {

    private static final ClassValue<ModelFields> CACHE = new ClassValue<>() {
        @Override
        protected ModelFields computeValue(Class<?> type) {
            return new ModelFields(type);
        }
    };

    private static final Object[] NO_ARGUMENTS = {};

    private final Map<String, Method> accessors = new HashMap<>();
    /** By the names of fields that were asked for; readers ask for the same ones with every call. */
    private final Map<String, Optional<Method>> byField = new ConcurrentHashMap<>();

    private final @Nullable Method unknownFields;
    private final @Nullable Method held;

    private ModelFields(Class<?> type) {
        for (Method method : type.getMethods()) {
            if (method.getName().startsWith("_") && method.getParameterCount() == 0) {
                accessors.put(method.getName(), method);
            }
        }
        Method ofRequest = accessors.get("_additionalBodyProperties");
        unknownFields = ofRequest == null ? accessors.get("_additionalProperties") : ofRequest;
        Method received = accessors.get("_json");
        held = received == null ? accessors.get("_value") : received;
    }

    static ModelFields of(Class<?> type) {
        return CACHE.get(type);
    }

    boolean isModel() {
        return unknownFields != null;
    }

    /** Returns what the model's own field of that name holds; null if it has no such field. */
    @Nullable
    Object known(Object model, String name) {
        Optional<Method> asked = byField.get(name);
        Method accessor = (asked == null ? accessorFor(name) : asked).orElse(null);
        return accessor == null ? null : call(accessor, model);
    }

    private Optional<Method> accessorFor(String field) {
        return byField.computeIfAbsent(field, name -> Optional.ofNullable(accessors.get(accessorName(name))));
    }

    /** Returns what the model has under a name that its class does not know; null if nothing. */
    @Nullable
    Object unknown(Object model, String name) {
        return unknownFields != null && call(unknownFields, model) instanceof Map<?, ?> fields
                ? fields.get(name)
                : null;
    }

    /** Returns what a union or enumeration holds: the optional JSON that it was read from, or its field; null if it has no such thing. */
    @Nullable
    Object held(Object value) {
        return held == null ? null : call(held, value);
    }

    private static @Nullable Object call(Method accessor, Object model) {
        try {
            return accessor.invoke(model, NO_ARGUMENTS);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Could not read " + accessor, e);
        }
    }

    private static String accessorName(String field) {
        StringBuilder name = new StringBuilder("_");
        boolean upper = false;
        for (int i = 0; i < field.length(); i++) {
            char c = field.charAt(i);
            if (c == '_') {
                upper = true;
            } else {
                name.append(upper ? Character.toUpperCase(c) : c);
                upper = false;
            }
        }
        return name.toString();
    }
}
