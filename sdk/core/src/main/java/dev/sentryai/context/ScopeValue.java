package dev.sentryai.context;

import io.sentry.IScope;
import io.sentry.IScopes;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A value that follows Sentry's scopes without being part of them: whatever is put into a scope itself, be it a tag, a
 * context or an attribute, is sent with events and logs.
 *
 * <p>There are two places for it. A block has its own fork of the current scope, which holds the value for as long as
 * anything that was started inside refers to that fork. Outside of blocks the value belongs to the isolation scope, thus
 * to one request, as tags do. Reading goes from the inside out along the forks, so that wrapped tasks see what was there
 * when they were wrapped. Writing stops at the isolation scope, so that a task changes nothing for those who started it.
 *
 * <p>Thread-safe.
 */
final class ScopeValue<T> {

    /** Weak, as a scope lives as long as its request; an empty value hides one further out. */
    private final Map<IScope, Slot<T>> slots = Collections.synchronizedMap(new WeakHashMap<>());

    /** Most applications never use most values, and every call looks for all of them. */
    private volatile boolean used;

    /** Returns the value that is nearest to the inside; empty when there is none or when it was removed. */
    Optional<T> get(IScopes scopes) {
        for (IScopes inner = used ? scopes : null; inner != null; inner = parentOf(inner)) {
            Slot<T> slot = slotOf(inner);
            if (slot != null) {
                return slot.value;
            }
        }
        return Optional.empty();
    }

    /** Replaces the value of the block around, or else of the request. */
    void set(IScopes scopes, Optional<T> value) {
        IScope isolation = scopes.getIsolationScope();
        for (IScopes inner = scopes; inner != null && inner.getIsolationScope() == isolation; inner = parentOf(inner)) {
            Slot<T> slot = slotOf(inner);
            if (slot != null) {
                slot.value = value;
                return;
            }
        }
        put(isolation, value);
    }

    /** Gives a block its value. */
    void open(IScopes block, Optional<T> value) {
        put(block.getScope(), value);
    }

    private void put(IScope scope, Optional<T> value) {
        slots.put(scope, new Slot<>(value));
        used = true;
    }

    /** Returns the slot of the current scope; where an isolation scope ends, that one's is the last resort. */
    private @Nullable Slot<T> slotOf(IScopes scopes) {
        Slot<T> slot = slots.get(scopes.getScope());
        return slot == null && isOutermostOfIsolation(scopes) ? slots.get(scopes.getIsolationScope()) : slot;
    }

    private static boolean isOutermostOfIsolation(IScopes scopes) {
        IScopes parent = parentOf(scopes);
        return parent == null || parent.getIsolationScope() != scopes.getIsolationScope();
    }

    private static @Nullable IScopes parentOf(IScopes scopes) {
        return scopes.getParentScopes();
    }

    private static final class Slot<T> {

        private volatile Optional<T> value;

        Slot(Optional<T> value) {
            this.value = value;
        }
    }
}
