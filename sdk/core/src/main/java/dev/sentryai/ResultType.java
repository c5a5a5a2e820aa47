package dev.sentryai;

import java.lang.reflect.Modifier;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.stream.BaseStream;

/**
 * What is to be known of the class of a result.
 *
 * @param kind when such a result ends
 * @param interfaces what can stand for it
 * @param isNameable whether somebody may have it in a variable of its class
 */
record ResultType(Kind kind, List<Class<?>> interfaces, boolean isNameable) {

    /** When a result ends. */
    enum Kind {
        AT_ONCE,
        STAGE,
        STREAM,
        ITERATOR,
        PUBLISHER
    }

    private static final ClassValue<ResultType> TYPES = new ClassValue<>() {
        @Override
        protected ResultType computeValue(Class<?> type) {
            Set<Class<?>> interfaces = new LinkedHashSet<>();
            collect(type, interfaces);
            return new ResultType(
                    kindOf(type, interfaces),
                    interfaces.stream().filter(ResultType::canBeShown).toList(),
                    isNameable(type));
        }
    };

    static ResultType of(Object result) {
        return TYPES.get(result.getClass());
    }

    /**
     * Tells whether a stand-in can be given to who expects the declared type.
     *
     * @param declared Object when it is not known what is expected
     */
    boolean isReplaceable(Class<?> declared) {
        return declared == Object.class
                ? !isNameable && !interfaces.isEmpty()
                : interfaces.stream().anyMatch(declared::isAssignableFrom);
    }

    private static void collect(Class<?> type, Set<Class<?>> interfaces) {
        for (Class<?> each = type; each != null; each = each.getSuperclass()) {
            for (Class<?> implemented : each.getInterfaces()) {
                interfaces.add(implemented);
                collect(implemented, interfaces);
            }
        }
    }

    /** Reactive Streams are known by name: whoever has none needs no dependency on them. */
    private static Kind kindOf(Class<?> type, Set<Class<?>> interfaces) {
        if (CompletionStage.class.isAssignableFrom(type)) {
            return Kind.STAGE;
        }
        if (BaseStream.class.isAssignableFrom(type)) {
            return Kind.STREAM;
        }
        if (Iterator.class.isAssignableFrom(type)) {
            return Kind.ITERATOR;
        }
        boolean reactive = interfaces.contains(Flow.Publisher.class)
                || interfaces.stream().anyMatch(each -> each.getName().equals("org.reactivestreams.Publisher"));
        return reactive ? Kind.PUBLISHER : Kind.AT_ONCE;
    }

    private static boolean canBeShown(Class<?> type) {
        return Modifier.isPublic(type.getModifiers())
                && !type.isSealed()
                && type.getModule().isExported(type.getPackageName());
    }

    /** A lambda's class has no name, and nobody outside of the JDK can name its private classes. */
    private static boolean isNameable(Class<?> type) {
        boolean isPrivateToJdk = type.getClassLoader() == null && !Modifier.isPublic(type.getModifiers());
        return !type.isHidden() && !isPrivateToJdk;
    }
}
