package dev.sentryai.protocol;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** Loads something immutable at most once per version of the conventions, when it is first asked for. */
final class PerVersion<T> {

    private final Map<ConventionsVersion, T> loaded = new ConcurrentHashMap<>();
    private final Function<ConventionsVersion, T> loader;

    PerVersion(Function<ConventionsVersion, T> loader) {
        this.loader = loader;
    }

    T get(ConventionsVersion version) {
        return loaded.computeIfAbsent(version, loader);
    }
}
