package dev.sentryai.http.jdk;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.InetAddress;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A method that a type of the JDK has in newer releases only than the one that this is compiled for. */
final class NewerMethod {

    static final NewerMethod SHUTDOWN = new NewerMethod(HttpClient.class, "shutdown");
    static final NewerMethod SHUTDOWN_NOW = new NewerMethod(HttpClient.class, "shutdownNow");
    static final NewerMethod AWAIT_TERMINATION = new NewerMethod(HttpClient.class, "awaitTermination", Duration.class);
    static final NewerMethod IS_TERMINATED = new NewerMethod(HttpClient.class, "isTerminated");
    static final NewerMethod CLOSE = new NewerMethod(HttpClient.class, "close");
    static final NewerMethod CONNECTION_LABEL = new NewerMethod(HttpResponse.class, "connectionLabel");
    static final NewerMethod LOCAL_ADDRESS =
            new NewerMethod(HttpClient.Builder.class, "localAddress", InetAddress.class);

    private final String description;
    private final @Nullable Method method;

    private NewerMethod(Class<?> type, String name, Class<?>... parameters) {
        description = type.getSimpleName() + '.' + name;
        method = find(type, name, parameters);
    }

    private static @Nullable Method find(Class<?> type, String name, Class<?>... parameters) {
        try {
            return type.getMethod(name, parameters);
        } catch (NoSuchMethodException e) {
            return null;
        }
    }

    /**
     * Calls the method of an object.
     *
     * @return what it returns, and throws what it throws
     * @throws UnsupportedOperationException if this release of Java has no such method
     */
    @SuppressWarnings("NullAway") // what the method returns is what whoever calls it is said to get
    Object call(Object target, Object... arguments) {
        if (method == null) {
            throw new UnsupportedOperationException("This release of Java has no " + description);
        }
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            NewerMethod.<RuntimeException>raise(e.getTargetException());
            throw new IllegalStateException(description + " failed", e);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("Could not call " + description, e);
        }
    }

    /** Who calls the method declares what it throws, which is not known here. */
    @SuppressWarnings("unchecked") // the compiler is made to believe that it is unchecked
    private static <E extends Throwable> void raise(Throwable failure) throws E {
        throw (E) failure;
    }
}
