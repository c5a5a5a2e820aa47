package dev.sentryai.value;

import dev.sentryai.protocol.json.JsonValue;
import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Opens what holds other values, one level at a time. */
final class Structures {

    private Structures() {}

    /** Returns the inside of a value: null, a leaf, a Map or a List; for what shall stay closed, text that names its class. */
    static @Nullable Object open(Object value) throws ReflectiveOperationException {
        if (value instanceof JsonValue json) {
            return json.toJson();
        }
        if (JacksonNode.isNode(value)) {
            return JacksonNode.open(value);
        }
        if (value instanceof Record) {
            return components(value);
        }
        return value.getClass().isArray() ? elements(value) : content(value);
    }

    static String className(Object value) {
        return '<' + value.getClass().getName() + '>';
    }

    static String failed(Throwable failure) {
        return "<failed: " + failure.getClass().getName() + '>';
    }

    private static @Nullable Object content(Object value) {
        if (value instanceof Optional<?> optional) {
            return optional.orElse(null);
        }
        if (value instanceof OptionalInt optional) {
            return optional.isPresent() ? optional.getAsInt() : null;
        }
        if (value instanceof OptionalLong optional) {
            return optional.isPresent() ? optional.getAsLong() : null;
        }
        if (value instanceof OptionalDouble optional) {
            return optional.isPresent() ? optional.getAsDouble() : null;
        }
        return className(value);
    }

    private static List<@Nullable Object> elements(Object array) {
        int length = Math.min(Array.getLength(array), AttributeValue.MAX_CHARS);
        List<@Nullable Object> elements = new ArrayList<>(length);
        for (int i = 0; i < length; i++) {
            elements.add(Array.get(array, i));
        }
        return elements;
    }

    private static Object components(Object value) throws IllegalAccessException {
        Map<String, @Nullable Object> components = new LinkedHashMap<>();
        for (RecordComponent component : value.getClass().getRecordComponents()) {
            Method accessor = component.getAccessor();
            if (!accessor.trySetAccessible()) {
                return className(value); // in a module that does not open its package to anyone
            }
            components.put(component.getName(), read(accessor, value));
        }
        return components;
    }

    private static @Nullable Object read(Method accessor, Object value) throws IllegalAccessException {
        try {
            return accessor.invoke(value);
        } catch (InvocationTargetException thrown) {
            return failed(thrown.getTargetException());
        }
    }
}
