package dev.sentryai.reactor;

import dev.sentryai.sentry.SentryScopes;
import io.micrometer.context.ThreadLocalAccessor;
import io.sentry.IScopes;
import org.jspecify.annotations.Nullable;

/**
 * Lets Micrometer's context propagation carry the Sentry SDK's scopes, and with them the current span, conversation,
 * pipeline and attributes: into Reactor's context when somebody subscribes, and onto each thread that Reactor works on.
 * Found by the service loader; it works once the application calls {@code Hooks.enableAutomaticContextPropagation()}.
 *
 * <p>Has the key of the accessor of {@code io.sentry:sentry-reactor} and does the same, so it does not matter which of the
 * two is registered, and {@code SentryReactorUtils.withSentry} works with either.
 */
public final class SentryScopesAccessor implements ThreadLocalAccessor<IScopes> {

    /** Under this key the scopes are in Reactor's context. */
    public static final String KEY = "sentry-scopes";

    /** For the service loader. */
    public SentryScopesAccessor() {}

    @Override
    public Object key() {
        return KEY;
    }

    /** Returns the scopes of this thread; null when it has none of its own. */
    @Override
    public @Nullable IScopes getValue() {
        return SentryScopes.scopesOfThread().orElse(null);
    }

    @Override
    public void setValue(IScopes scopes) {
        SentryScopes.setScopesOfThread(scopes);
    }

    @Override
    public void setValue() {
        SentryScopes.clearScopesOfThread();
    }
}
