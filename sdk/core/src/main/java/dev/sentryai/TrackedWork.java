package dev.sentryai;

import dev.sentryai.context.AiContext;
import dev.sentryai.context.ContextBlock;
import dev.sentryai.delivery.ErrorMechanism;
import dev.sentryai.delivery.SpanBinding;
import dev.sentryai.runtime.AiRuntime;
import dev.sentryai.runtime.GenAiSpan;
import dev.sentryai.runtime.SpanPlan;
import dev.sentryai.runtime.SpanSource;
import io.sentry.IScopes;
import io.sentry.Sentry;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A piece of work that is tracked. Its surroundings and its span are current on the thread that starts it until it is
 * left there; its end may come from anywhere, and the first one counts.
 */
final class TrackedWork {

    private static final String PIPELINE_OP = "ai.pipeline";
    private static final String RUN_OP = "ai.run";
    private static final ErrorMechanism UNHANDLED = new ErrorMechanism("ai_monitoring", false);

    private final IScopes around;
    private final ContextBlock block;
    private final GenAiSpan span;
    private final @Nullable SpanBinding binding;

    private TrackedWork(IScopes around, ContextBlock block, GenAiSpan span) {
        this.around = around;
        this.block = block;
        this.span = span;
        this.binding = span.bind().orElse(null);
    }

    /** Runs work that is tracked, or just runs it when the Sentry SDK is off. */
    static <T, X extends Exception> T track(TrackOptions options, Body<T, X> body) throws X {
        Optional<TrackedWork> work = start(options);
        return work.isPresent() ? work.get().run(body) : body.run();
    }

    /** Starts work that is tracked until its stage ends, or just starts it when the Sentry SDK is off. */
    static <T> CompletableFuture<T> trackAsync(TrackOptions options, Supplier<? extends CompletionStage<T>> body) {
        Optional<TrackedWork> work = start(options);
        return work.isPresent()
                ? work.get().runAsync(body)
                : TrackedFuture.of(body.get(), failure -> {}, Sentry.getCurrentScopes());
    }

    private static Optional<TrackedWork> start(TrackOptions options) {
        return AiRuntime.current()
                .flatMap(runtime -> runtime.guard()
                        .get("track work", () -> Optional.of(start(runtime, options)), Optional.empty()));
    }

    private static TrackedWork start(AiRuntime runtime, TrackOptions options) {
        IScopes around = Sentry.getCurrentScopes();
        SpanPlan plan = plan(options, around);
        ContextBlock block = AiContext.openTracked(around, options.name());
        try {
            GenAiSpan span = runtime.here().start(plan);
            span.sentrySpan().ifPresent(sentrySpan -> options.tags().forEach(sentrySpan::setTag));
            return new TrackedWork(around, block, span);
        } catch (Throwable failure) {
            block.close();
            throw failure;
        }
    }

    private static SpanPlan plan(TrackOptions options, IScopes around) {
        // what fails passes the outermost one last: that one knows that nobody inside handled it
        ErrorMechanism mechanism = AiContext.isTracked(around) ? null : UNHANDLED;
        String inferred = AiContext.pipelineName(around).isPresent() ? RUN_OP : PIPELINE_OP;
        String op = options.op() == null ? inferred : options.op();
        Map<String, Object> attributes = new LinkedHashMap<>(options.data());
        attributes.putAll(options.tags());
        return new SpanPlan(new SpanSource("manual", mechanism, null, null), op, options.name(), attributes, null);
    }

    <T, X extends Exception> T run(Body<T, X> body) throws X {
        T result;
        try {
            result = body.run();
        } catch (Throwable failure) {
            leave();
            end(failure);
            throw failure;
        }
        leave();
        end(null);
        return result;
    }

    <T> CompletableFuture<T> runAsync(Supplier<? extends CompletionStage<T>> body) {
        CompletionStage<T> stage;
        try {
            stage = body.get();
        } catch (Throwable failure) {
            leave();
            end(failure);
            throw failure;
        }
        leave();
        return TrackedFuture.of(stage, this::end, around);
    }

    /** Returns to what was current before; to be called once, by the thread that started the work. */
    private void leave() {
        if (binding != null) {
            binding.close();
        }
        block.close();
    }

    /** @param failure null when the work succeeded */
    private void end(@Nullable Throwable failure) {
        if (failure == null) {
            span.succeed();
        } else {
            span.fail(failure);
        }
    }

    /** The application's code. */
    @FunctionalInterface
    interface Body<T, X extends Exception> {
        T run() throws X;
    }
}
