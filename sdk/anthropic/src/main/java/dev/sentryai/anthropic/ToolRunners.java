package dev.sentryai.anthropic;

import com.anthropic.core.ClientOptions;
import com.anthropic.helpers.BetaToolRunner;
import com.anthropic.services.blocking.beta.MessageService;
import dev.sentryai.proxy.OptionsReader;
import java.lang.reflect.Constructor;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Makes tool runners, which ask the model, run the tools that it calls, and ask again. What they are made of changes from release to
 * release, so their constructor is given whatever it takes: the service, its options, the arguments, and nothing for the rest.
 */
final class ToolRunners {

    private ToolRunners() {}

    /** Returns a runner that asks a service; empty if the library has another idea of runners. */
    static Optional<Object> of(Object service, List<@Nullable Object> arguments) {
        return Arrays.stream(BetaToolRunner.class.getConstructors())
                .filter(constructor -> !constructor.isSynthetic())
                .filter(constructor -> constructor.getParameterCount() > 0
                        && constructor.getParameterTypes()[0] == MessageService.class)
                .findFirst()
                .map(constructor -> make(constructor, service, arguments));
    }

    private static Object make(Constructor<?> constructor, Object service, List<@Nullable Object> arguments) {
        try {
            return constructor.newInstance(Arrays.stream(constructor.getParameterTypes())
                    .map(type -> argument(type, service, arguments))
                    .toArray());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Could not make a tool runner", e);
        }
    }

    private static @Nullable Object argument(Class<?> type, Object service, List<@Nullable Object> arguments) {
        if (type == ClientOptions.class) {
            return OptionsReader.read(service, (ClientOptions.Builder options) -> options.build());
        }
        return Stream.concat(Stream.of(service), arguments.stream().filter(Objects::nonNull))
                .filter(type::isInstance)
                .findFirst()
                .orElse(null);
    }
}
