package dev.sentryai.google;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The accessors of one of the client's models: methods without parameters that return something optional. */
final class Accessors {

    private static final ClassValue<Accessors> CACHE = new ClassValue<>() {
        @Override
        protected Accessors computeValue(Class<?> type) {
            return new Accessors(visible(type));
        }
    };

    private final Map<String, Method> byName = new HashMap<>();

    private Accessors(Class<?> type) {
        for (Method method : type.getMethods()) {
            if (method.getParameterCount() == 0 && method.getReturnType() == Optional.class) {
                byName.put(name(method), method);
            }
        }
    }

    static Accessors of(Class<?> type) {
        return CACHE.get(type);
    }

    /** Models are instances of generated classes that nobody else may see. */
    private static Class<?> visible(Class<?> type) {
        return Modifier.isPublic(type.getModifiers()) ? type : visible(type.getSuperclass());
    }

    /** Returns the field's name: one that is a word of the language has an underscore behind. */
    private static String name(Method accessor) {
        String name = accessor.getName();
        return name.endsWith("_") ? name.substring(0, name.length() - 1) : name;
    }

    @Nullable
    Object read(Object model, String name) {
        Method accessor = byName.get(name);
        try {
            return accessor == null ? null : accessor.invoke(model);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Could not read " + accessor, e);
        }
    }
}
