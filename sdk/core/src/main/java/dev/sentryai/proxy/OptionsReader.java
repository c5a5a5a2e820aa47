package dev.sentryai.proxy;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Reads options of clients and services that do not show them, but have a method {@code withOptions} that shows them to whoever
 * derives another client, as Stainless generates them.
 */
public final class OptionsReader {

    private OptionsReader() {}

    /**
     * Reads something from the options of a client or service, of whatever interface it may be.
     *
     * @param <B> the type of the library's options builder
     * @param <R> the type of what is read
     * @param reading reads it from the builder, which changes nothing about the client
     * @throws IllegalStateException if there is no method {@code withOptions}, or it does not show the options
     */
    public static <B, R> R read(Object client, Function<B, R> reading) {
        List<R> read = new ArrayList<>();
        Consumer<B> reader = builder -> read.add(reading.apply(builder));
        try {
            withOptions(client).invoke(client, reader);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("Could not read the options of " + client.getClass(), e);
        }
        if (read.isEmpty()) {
            throw new IllegalStateException("Expected options but was shown none by " + client.getClass());
        }
        return read.get(0);
    }

    private static Method withOptions(Object client) {
        for (Class<?> type = client.getClass(); type != null; type = type.getSuperclass()) {
            for (Class<?> declared : type.getInterfaces()) {
                for (Method method : declared.getMethods()) {
                    if (method.getName().equals("withOptions") && method.getParameterCount() == 1) {
                        return method;
                    }
                }
            }
        }
        throw new IllegalStateException("Expected a method withOptions but found none in " + client.getClass());
    }
}
