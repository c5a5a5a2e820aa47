package dev.sentryai.otel;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;
import io.opentelemetry.context.ContextStorage;
import io.opentelemetry.context.Scope;
import io.sentry.IScopes;
import io.sentry.ISentryLifecycleToken;
import io.sentry.Sentry;
import org.jspecify.annotations.Nullable;

/** An OpenTelemetry context that forks the scopes whenever it gets another span, which is the active one in the fork. */
final class SentryContext implements Context {

    static final ContextKey<IScopes> SCOPES = ContextKey.named("sentry-scopes");

    private final Context context;

    private SentryContext(Context context) {
        this.context = context;
    }

    private static Context forked(Context context) {
        SentryOtelSpan span = OtelSpan.known(Span.fromContext(context).getSpanContext());
        IScopes scopes = context.get(SCOPES);
        IScopes fork = scopes == null ? Sentry.forkedRootScopes("otel") : scopes.forkedCurrentScope("otel");
        if (span != null) {
            IScopes own = Face.behind(span).scopes();
            fork = scopes != null && scopes.isAncestorOf(own) ? own.forkedCurrentScope("otel") : fork;
            fork.setActiveSpan(span);
        }
        return new SentryContext(context.with(SCOPES, fork));
    }

    @Override
    public <V> @Nullable V get(ContextKey<V> key) {
        return context.get(key);
    }

    @Override
    public <V> Context with(ContextKey<V> key, V value) {
        Context changed = context.with(key, value);
        return key.toString().equals("opentelemetry-trace-span-key") ? forked(changed) : new SentryContext(changed);
    }

    /** Restores what was there before whatever is there now, as scopes are not always closed in order. */
    static final class Storage implements ContextStorage {

        private final ThreadLocal<Context> current = new ThreadLocal<>();

        @Override
        public Scope attach(Context context) {
            Context before = current.get();
            current.set(context instanceof SentryContext ? context : forked(context));
            boolean[] closed = {false};
            return () -> {
                if (!closed[0]) {
                    closed[0] = true;
                    current.set(before);
                }
            };
        }

        @Override
        public @Nullable Context current() {
            return current.get();
        }
    }

    /** Where the Sentry SDK keeps its current scopes. */
    static final class ScopesStorage implements io.sentry.IScopesStorage {

        @Override
        public void init() {
            // nothing to prepare
        }

        @Override
        public ISentryLifecycleToken set(@Nullable IScopes scopes) {
            Scope scope = Context.current().with(SCOPES, scopes).makeCurrent();
            return scope::close;
        }

        @Override
        public @Nullable IScopes get() {
            return Context.current().get(SCOPES);
        }

        @Override
        public void close() {
            // contexts live longer than the SDK
        }
    }
}
