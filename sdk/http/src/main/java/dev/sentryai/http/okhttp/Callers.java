package dev.sentryai.http.okhttp;

import dev.sentryai.context.CapturedContext;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import okhttp3.Call;
import okhttp3.EventListener;

/**
 * Remembers where calls were made, as enqueued ones run on threads of the client. OkHttp asks for a listener where a call is made; the
 * listener is the application's. Thread-safe.
 */
final class Callers implements EventListener.Factory {

    private record Caller(Thread thread, CapturedContext context) {}

    private final EventListener.Factory original;
    private final Map<Call, Caller> callers = Collections.synchronizedMap(new WeakHashMap<>());

    Callers(EventListener.Factory original) {
        this.original = original;
    }

    @Override
    public EventListener create(Call call) {
        if (call.request().method().equals("POST")) {
            callers.put(call, new Caller(Thread.currentThread(), CapturedContext.here()));
        }
        return original.create(call);
    }

    /** Returns where the call was made; empty if that was on this thread, where nothing else can be current. */
    Optional<CapturedContext> elsewhere(Call call) {
        Caller caller = callers.remove(call);
        return caller == null || caller.thread() == Thread.currentThread()
                ? Optional.empty()
                : Optional.of(caller.context());
    }
}
