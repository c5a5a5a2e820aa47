package dev.sentryai.context;

import java.util.concurrent.Executor;

/**
 * Runs each task in the surroundings of the place that hands it over.
 *
 * @param delegate runs the tasks
 */
record ContextExecutor(Executor delegate) implements Executor {

    @Override
    public void execute(Runnable task) {
        delegate.execute(CapturedContext.here().wrap(task));
    }
}
