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

    private final Map<String, Method> accessors = new HashMap<>();
    /** By the names of fields that were asked for; readers ask for the same ones with every call. */
    private final Map<String, Optional<Method>> byField = new ConcurrentHashMap<>();

    private final @Nullable Method unknownFields;

    private ModelFields(Class<?> type) {
        for (Method method : type.getMethods()) {
            if (method.getName().startsWith("_") && method.getParameterCount() == 0) {
                accessors.put(method.getName(), method);
            }
        }
        Method ofRequest = accessors.get("_additionalBodyProperties");
        unknownFields = ofRequest == null ? accessors.get("_additionalProperties") : ofRequest;
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
        Method accessor = byField.computeIfAbsent(name, this::accessorFor).orElse(null);
        return accessor == null ? null : call(accessor, model);
    }

    private Optional<Method> accessorFor(String field) {
        return Optional.ofNullable(accessors.get(accessorName(field)));
    }

    /** Returns what the model has under a name that its class does not know; null if nothing. */
    @Nullable
    Object unknown(Object model, String name) {
        return unknownFields != null && call(unknownFields, model) instanceof Map<?, ?> fields
                ? fields.get(name)
                : null;
    }

    /** Returns the optional JSON that a union or enumeration was read from; null if it has no such thing. */
    @Nullable
    Object received(Object value) {
        Method received = accessors.get("_json");
        return received == null ? null : call(received, value);
    }

    private static @Nullable Object call(Method accessor, Object model) {
        try {
            return accessor.invoke(model);
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
