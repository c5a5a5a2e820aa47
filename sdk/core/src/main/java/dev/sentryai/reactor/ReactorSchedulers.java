package dev.sentryai.reactor;

import dev.sentryai.sentry.SentryScopes;
import io.sentry.IScopes;
import io.sentry.ISentryLifecycleToken;
import reactor.core.scheduler.Schedulers;

/**
 * Lets each task of Reactor's schedulers run in the surroundings of the place that scheduled it: the current span,
 * conversation, pipeline and attributes cross {@code publishOn}, {@code subscribeOn} and all other operators that change
 * threads. Without the application's doing, and without Micrometer's context propagation.
 */
public final class ReactorSchedulers {

    private static final String KEY = "sentry-ai";

    private ReactorSchedulers() {}

    /** Starts to carry surroundings, if Reactor is on the class path. More than once is once. */
    public static void follow() {
        if (isPresent()) {
            Hook.install();
        }
    }

    /** Carries nothing any more. */
    public static void stop() {
        if (isPresent()) {
            Hook.remove();
        }
    }

    private static boolean isPresent() {
        try {
            Class.forName("reactor.core.scheduler.Schedulers", false, ReactorSchedulers.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException | LinkageError e) {
            return false;
        }
    }

    /** Loaded only where Reactor is. */
    private static final class Hook {

        private Hook() {}

        static void install() {
            Schedulers.onScheduleHook(KEY, Hook::inTheseSurroundings);
        }

        static void remove() {
            Schedulers.resetOnScheduleHook(KEY);
        }

        /** The scopes themselves, not a fork of them: a chain of operators is one piece of work on several threads. */
        @SuppressWarnings("try") // the scopes are made current for their effect
        private static Runnable inTheseSurroundings(Runnable task) {
            IScopes scopes = SentryScopes.scopesOfThread().orElse(null);
            if (scopes == null) {
                return task;
            }
            return () -> {
                try (ISentryLifecycleToken current = scopes.makeCurrent()) {
                    task.run();
                }
            };
        }
    }
}
