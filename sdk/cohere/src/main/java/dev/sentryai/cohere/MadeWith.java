package dev.sentryai.cohere;

import com.cohere.api.core.ClientOptions;
import java.lang.reflect.Field;
import java.util.Optional;

/**
 * Finds out with which options a client was made, so that another one can be made with the same. The library promises them to
 * subclasses in a protected field, and hands them out nowhere else; it is only read.
 */
final class MadeWith {

    private static final System.Logger LOGGER = System.getLogger(MadeWith.class.getName());

    private MadeWith() {}

    /**
     * Returns the options; empty if the client has none, as one that a mocking library made, or if they cannot be read.
     *
     * @param type the library's class that has the field
     */
    static <T> Optional<ClientOptions> of(Class<T> type, T client) {
        try {
            Field field = type.getDeclaredField("clientOptions");
            field.setAccessible(true);
            return Optional.ofNullable((ClientOptions) field.get(client));
        } catch (ReflectiveOperationException | RuntimeException e) {
            LOGGER.log(System.Logger.Level.WARNING, "Calls of a Cohere client will not be recorded", e);
            return Optional.empty();
        }
    }
}
