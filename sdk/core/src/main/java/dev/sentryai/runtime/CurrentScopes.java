package dev.sentryai.runtime;

import dev.sentryai.sentry.SentryScopes;
import io.sentry.IScopes;
import io.sentry.ISpan;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The scopes in which a span is current. Weak, as scopes are what an ended span is kept by: holding them in turn would keep both
 * forever. Thread-safe.
 */
final class CurrentScopes {

    private List<WeakReference<IScopes>> references = List.of();

    synchronized void add(IScopes scopes) {
        WeakReference<IScopes> reference = new WeakReference<>(scopes);
        if (references.isEmpty()) {
            references = List.of(reference);
            return;
        }
        List<WeakReference<IScopes>> more = new ArrayList<>(references);
        more.add(reference);
        references = more;
    }

    /** @param next what becomes current there; null for nothing */
    void release(@Nullable ISpan next) {
        for (WeakReference<IScopes> reference : references()) {
            IScopes scopes = reference.get();
            if (scopes != null) {
                SentryScopes.release(scopes, next);
            }
        }
    }

    private synchronized List<WeakReference<IScopes>> references() {
        return references;
    }
}
