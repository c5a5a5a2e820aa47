package dev.sentryai.proxy;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What to do with calls of one method.
 *
 * @param kind how they are handled
 * @param operation what they are; null unless they are traced
 */
record Plan(Kind kind, @Nullable Operation operation) {

    enum Kind {
        /** The target's business alone. */
        PASS,
        /** Returns a client or service, which is wrapped in turn. */
        DESCEND,
        /** An overload that the interface itself sends back through the proxy to the method that is traced. */
        REENTER,
        /** Becomes a span. */
        TRACE,
        /** Returns an object that calls the service by itself. */
        ASSIST
    }

    private static final Plan PASS = new Plan(Kind.PASS, null);
    private static final Plan DESCEND = new Plan(Kind.DESCEND, null);
    private static final Plan REENTER = new Plan(Kind.REENTER, null);
    private static final Plan ASSIST = new Plan(Kind.ASSIST, null);

    static Plan of(ClientSpec spec, Class<?> target, Method method) {
        Optional<Operation> operation = spec.operation(method);
        if (operation.isPresent()) {
            return new Plan(Kind.TRACE, operation.get());
        }
        boolean assists = spec.types().assistants().containsKey(method.getName());
        if (method.isDefault() && (assists || spec.names(method)) && !isOverridden(target, method)) {
            return REENTER;
        }
        if (assists) {
            return ASSIST;
        }
        return spec.types().owns(method.getReturnType()) ? DESCEND : PASS;
    }

    /**
     * Tells whether the target has a body of its own for the interface's default method. A dynamic proxy always has one, which says
     * nothing; its names count as not overridden, as interfaces send those overloads to the method that everybody implements.
     */
    private static boolean isOverridden(Class<?> target, Method method) {
        if (Proxy.isProxyClass(target)) {
            return false;
        }
        try {
            return !target.getMethod(method.getName(), method.getParameterTypes())
                    .isDefault();
        } catch (NoSuchMethodException e) {
            return false;
        }
    }
}
