package dev.sentryai;

import dev.sentryai.context.AiContext;
import dev.sentryai.context.ContextBlock;
import dev.sentryai.delivery.SpanBinding;
import dev.sentryai.runtime.AiRuntime;
import dev.sentryai.runtime.GenAiSpan;
import dev.sentryai.runtime.SpanPlan;
import dev.sentryai.runtime.SpanSource;
import dev.sentryai.sentry.ErrorMechanism;
import io.sentry.IScopes;
import io.sentry.ISentryLifecycleToken;
import io.sentry.Sentry;
import java.util.LinkedHashMap;
import java.util.List;
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
    private final IScopes inside;

    private TrackedWork(IScopes around, ContextBlock block, GenAiSpan span) {
        this.around = around;
        this.block = block;
        this.span = span;
        this.binding = span.bind().orElse(null);
        this.inside = Sentry.getCurrentScopes();
    }

    /** Runs work that is tracked, or just runs it when the Sentry SDK is off. */
    static <T extends @Nullable Object, X extends Throwable> T track(TrackOptions options, Body<T, X> body) throws X {
        return track(options, Object.class, List::of, body);
    }

    /**
     * Runs work as above.
     *
     * @param declared what the caller expects as a result; Object when that is not known
     * @param inputs what the work is done with; looked at only when it fails
     */
    static <T extends @Nullable Object, X extends Throwable> T track(
            TrackOptions options, Class<?> declared, Supplier<?> inputs, Body<T, X> body) throws X {
        Optional<TrackedWork> work = start(options);
        work.ifPresent(started -> started.span.hideInputs(inputs));
        return work.isPresent() ? work.get().run(body, declared) : body.run();
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

    private <T extends @Nullable Object, X extends Throwable> T run(Body<T, X> body, Class<?> declared) throws X {
        T result;
        try {
            result = body.run();
        } catch (Throwable failure) {
            leave();
            end(failure);
            throw failure;
        }
        leave();
        return follow(result, declared);
    }

    /** Returns the result, or what stands for it when it ends later, and the work with it. */
    @SuppressWarnings("unchecked") // a result is only replaced by what the caller can not tell from it
    private <T extends @Nullable Object> T follow(T result, Class<?> declared) {
        ResultType.Kind kind =
                result == null ? ResultType.Kind.AT_ONCE : ResultType.of(result).kind();
        if (result == null || kind == ResultType.Kind.AT_ONCE) {
            end(null);
            return result;
        }
        Optional<Object> followed = AiRuntime.current()
                .flatMap(runtime -> runtime.guard()
                        .get("follow a result", () -> Optional.of(follow(result, kind, declared)), Optional.empty()));
        if (followed.isEmpty()) {
            end(null);
        }
        return (T) followed.orElse(result);
    }

    private Object follow(Object result, ResultType.Kind kind, Class<?> declared) {
        if (result instanceof CompletionStage<?> stage) {
            return followStage(stage, declared);
        }
        if (!ResultType.of(result).isReplaceable(declared)) {
            end(null);
            return result;
        }
        return switch (kind) {
            case STREAM -> LateResult.ofStream(this, result);
            case ITERATOR -> LateResult.ofIterator(this, result);
            case PUBLISHER -> LateResult.ofPublisher(this, result);
            case STAGE, AT_ONCE -> result;
        };
    }

    /** A future of a class of its own can not be replaced: the caller may rely on that class. */
    @SuppressWarnings("FutureReturnValueIgnored") // the caller gets it, as what the work returned
    private Object followStage(CompletionStage<?> stage, Class<?> declared) {
        boolean plain = stage.getClass() == CompletableFuture.class;
        if (plain || (declared != Object.class && declared.isAssignableFrom(CompletableFuture.class))) {
            return TrackedFuture.of(stage, this::end, around);
        }
        stage.whenComplete((value, failure) -> end(failure));
        return stage;
    }

    /** Makes current on this thread what the work made current while it ran, unless it has ended. */
    ISentryLifecycleToken enter() {
        return (span.isEnded() ? Sentry.getCurrentScopes() : inside).makeCurrent();
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

    /**
     * Ends the work; only the first end counts.
     *
     * @param failure null when the work succeeded
     */
    void end(@Nullable Throwable failure) {
        if (failure == null) {
            span.succeed();
        } else {
            span.fail(failure);
        }
    }

    /** The application's code. */
    @FunctionalInterface
    interface Body<T extends @Nullable Object, X extends Throwable> {
        T run() throws X;
    }
}
