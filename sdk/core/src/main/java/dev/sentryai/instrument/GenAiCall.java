package dev.sentryai.instrument;

import dev.sentryai.delivery.SpanBinding;
import dev.sentryai.protocol.CommonAttributes;
import dev.sentryai.protocol.GenAiAttributes;
import dev.sentryai.runtime.AiRuntime;
import dev.sentryai.runtime.CallSite;
import dev.sentryai.runtime.GenAiSpan;
import dev.sentryai.runtime.Guard;
import dev.sentryai.runtime.SpanPlan;
import dev.sentryai.runtime.SpanSource;
import dev.sentryai.runtime.UsageAttributes;
import io.sentry.IScopes;
import io.sentry.ISentryLifecycleToken;
import io.sentry.Sentry;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One logical call to a model: span, context, content, usage, errors, end.
 *
 * <p>No method throws, apart from {@link #call} what the host's code throws. Only the first end counts. Thread-safe: a
 * call may be filled and ended on any thread; its place in the trace is where {@link #start} was called. A call that is
 * not recorded must be ended like any other: its failure is captured all the same.
 *
 * <p>When a span of ours for the same kind of call is current and has not ended, because a framework above made one, the
 * call has no span of its own: it adds what that span lacks and leaves its end to who started it.
 */
public final class GenAiCall {

    private static final double NANOS_PER_SECOND = Duration.ofSeconds(1).toNanos();
    private static final Binding NOTHING_BOUND = () -> {};
    private static final GenAiCall OFF = new GenAiCall(null, false, null);

    private final @Nullable GenAiSpan span;
    private final boolean ownsSpan;
    private final @Nullable UnrecordedCall unrecorded;
    private final IScopes caller = Sentry.getCurrentScopes();
    private final long startNanos = System.nanoTime();
    private final AtomicBoolean ended = new AtomicBoolean();
    private final AtomicBoolean chunked = new AtomicBoolean();
    private volatile @Nullable GenAiRequest request;
    private volatile @Nullable GenAiResponse response;

    private GenAiCall(@Nullable GenAiSpan span, boolean ownsSpan, @Nullable UnrecordedCall unrecorded) {
        this.span = span;
        this.ownsSpan = ownsSpan;
        this.unrecorded = unrecorded;
    }

    private static GenAiCall of(GenAiSpan span, boolean ownsSpan) {
        return new GenAiCall(span, ownsSpan, null);
    }

    private static GenAiCall unrecorded(AiRuntime runtime, SpanSource source, Supplier<GenAiRequest> request) {
        IScopes here = Sentry.getCurrentScopes();
        return new GenAiCall(null, false, new UnrecordedCall(runtime, source, here, request));
    }

    /**
     * Starts a call. The parent is what is current on this thread now; without one the call is a transaction of its own.
     *
     * @param request run now; when Sentry is off not at all, and when the trace is unsampled and nothing is told of such calls
     *     not before the call fails: the message of a failure must not quote what is not recorded
     */
    public static GenAiCall start(Instrumentation instrumentation, Supplier<GenAiRequest> request) {
        return Guard.OF_THREAD.get("start a call", () -> startHere(instrumentation, request), OFF);
    }

    private static GenAiCall startHere(Instrumentation instrumentation, Supplier<GenAiRequest> request) {
        AiRuntime runtime = AiRuntime.current().orElse(null);
        if (runtime == null) {
            return OFF;
        }
        SpanSource source = instrumentation.source();
        if (!runtime.isWatching()) {
            return unrecorded(runtime, source, request);
        }
        CallSite here = runtime.here();
        if (!here.isWatched()) {
            return unrecorded(runtime, source, request);
        }
        GenAiRequest known = read(request).orElse(null);
        // What a request can not tell must not cost the capture of the host's exceptions.
        return known == null ? unrecorded(runtime, source, request) : start(here, source, known);
    }

    private static Optional<GenAiRequest> read(Supplier<GenAiRequest> request) {
        return Guard.OF_THREAD.get("read a request", () -> Optional.of(request.get()), Optional.empty());
    }

    private static GenAiCall start(CallSite here, SpanSource source, GenAiRequest request) {
        GenAiSpan around = here.sameCallAround(request.op()).orElse(null);
        GenAiCall call = around == null ? of(here.startCall(plan(source, request)), true) : of(around, false);
        call.request = request;
        Guard.OF_THREAD.run("record a request", () -> call.add(request));
        return call;
    }

    private static SpanPlan plan(SpanSource source, GenAiRequest request) {
        return new SpanPlan(
                source,
                request.op(),
                request.name().orElse(null),
                request.attributes(),
                request.conversationId().orElse(null));
    }

    /** Tells whether what is added will be sent. */
    public boolean isRecording() {
        return span != null && span.isRecording();
    }

    /** Tells whether a request and a response are read: when recording, and else for metrics and logs of every call. */
    public boolean isObserved() {
        return span != null && span.isObserved();
    }

    /**
     * Returns what is to take in the response. That of a call that is not observed is kept as it comes, where errors must not quote it,
     * and read only when something fails.
     *
     * @param reader makes one of the library's; run at once, or when something fails, or not at all. Its failure goes no further
     */
    public <T> ResponseReader<T> reader(Supplier<ResponseReader<T>> reader) {
        if (isObserved()) {
            return Guard.OF_THREAD.get("read a response", reader, ResponseReader.none());
        }
        boolean kept = span != null || (unrecorded != null && !unrecorded.recordsOutputs());
        return kept ? new UnreadResponse<>(reader) : ResponseReader.none();
    }

    /**
     * Makes the call current on this thread, for what the library does inside of it.
     *
     * @return to be closed on this thread
     */
    public Binding bind() {
        if (span == null || !ownsSpan) {
            return NOTHING_BOUND;
        }
        SpanBinding binding = span.bind().orElse(null);
        return binding == null ? NOTHING_BOUND : binding::close;
    }

    /**
     * Makes current on this thread what was current where the call was started, for what follows the call elsewhere.
     *
     * @return to be closed on this thread
     */
    public Binding bindCaller() {
        return this == OFF
                ? NOTHING_BOUND
                : Guard.OF_THREAD.get("return to the caller", this::bindCallerNow, NOTHING_BOUND);
    }

    private Binding bindCallerNow() {
        ISentryLifecycleToken token = caller.makeCurrent();
        return token::close;
    }

    /** Notes that the first chunk of the answer has come; only the first call counts. */
    public void firstChunk() {
        if (span != null && isObserved() && !isPlain() && chunked.compareAndSet(false, true)) {
            double seconds = (System.nanoTime() - startNanos) / NANOS_PER_SECOND;
            span.setIfAbsent(GenAiAttributes.RESPONSE_TIME_TO_FIRST_CHUNK, seconds);
        }
    }

    /**
     * Takes in a part of what the provider answers.
     *
     * @param reading run at once, when the call {@link #isObserved}; its failure goes no further
     */
    public void observe(Runnable reading) {
        if (isObserved()) {
            Guard.OF_THREAD.run("read a response", reading);
        }
    }

    /**
     * Ends the call: it succeeded, unless the response says that the provider gave up.
     *
     * @param response run at most once, now, when the call {@link #isObserved}; else whenever something fails further out
     */
    public void succeed(Supplier<GenAiResponse> response) {
        if (ended.compareAndSet(false, true)) {
            add(response);
            if (span != null && ownsSpan) {
                end(span);
            } else if (unrecorded != null) {
                Guard.OF_THREAD.run("remember a response", () -> unrecorded.succeed(response));
            }
        }
    }

    /** Even what was answered to the end of a stream may not be all that there should have been. */
    private void end(GenAiSpan own) {
        GenAiResponse known = response;
        if (known != null && known.isUnfinished()) {
            own.giveUp();
        } else {
            own.succeed();
        }
    }

    /**
     * Ends the call: it failed. The failure is captured once, however many spans it passes; a cancellation is not.
     *
     * @param failure what the host will see
     * @param partial what is known of the response; run as that of {@link #succeed}
     */
    public void fail(Throwable failure, Supplier<GenAiResponse> partial) {
        fail(failure, partial, () -> ProviderError.UNKNOWN);
    }

    /**
     * Ends the call: it failed, and the provider may have said why. The failure is captured once, however many spans it passes; a
     * cancellation is not.
     *
     * @param failure what the host will see
     * @param partial what is known of the response; run as that of {@link #succeed}
     * @param error what the provider said; run at most once, now, and only when the call is recorded
     */
    public void fail(Throwable failure, Supplier<GenAiResponse> partial, Supplier<ProviderError> error) {
        if (ended.compareAndSet(false, true)) {
            add(partial);
            if (span != null && ownsSpan) {
                addError(span, error);
                span.fail(failure);
            } else if (unrecorded != null) {
                Guard.OF_THREAD.run("capture an exception", () -> unrecorded.fail(failure, partial));
            }
        }
    }

    /**
     * Ends the call: the provider did not answer, or not to the end, and said so. Nothing is captured, as the application sees no
     * exception.
     *
     * @param partial what is known of the response; run as that of {@link #succeed}
     * @param error what the provider said; run at most once, now, and only when the call is recorded
     */
    public void giveUp(Supplier<GenAiResponse> partial, Supplier<ProviderError> error) {
        if (ended.compareAndSet(false, true)) {
            add(partial);
            if (span != null && ownsSpan) {
                addError(span, error);
                span.giveUp();
            } else if (unrecorded != null) {
                Guard.OF_THREAD.run("remember a response", () -> unrecorded.succeed(partial));
            }
        }
    }

    /**
     * Ends the call: nobody waits for the rest of it any more. That is no error.
     *
     * @param partial what is known of the response; run as that of {@link #succeed}
     */
    public void abandon(Supplier<GenAiResponse> partial) {
        succeed(partial);
    }

    /**
     * Does the whole call: makes it current, runs the work, and ends it by the outcome.
     *
     * @param toResponse reads the result; its own failure does not fail the call
     * @return what the work returned
     * @throws Exception what the work threw, unchanged
     */
    public <T extends @Nullable Object> T call(Callable<T> work, Function<? super T, GenAiResponse> toResponse)
            throws Exception {
        Binding binding = bind();
        T result;
        try {
            result = work.call();
        } catch (Throwable failure) {
            binding.close();
            fail(failure, () -> GenAiResponse.NONE);
            throw failure;
        }
        binding.close();
        succeed(() -> toResponse.apply(result));
        return result;
    }

    private void add(GenAiRequest request) {
        if (span == null || !isObserved()) {
            return;
        }
        GenAiSpan target = span;
        if (request.isPlain()) {
            target.hideInputs(request::texts);
            return;
        }
        if (!ownsSpan) {
            request.attributes().forEach(target::setIfAbsent);
        }
        target.inferConversation(request.conversationId().orElse(null));
        request.inputMessages()
                .filter(messages -> lacks(target, GenAiAttributes.INPUT_MESSAGES))
                .ifPresent(target::setInputMessages);
        request.content().forEach((key, content) -> {
            if (lacks(target, key)) {
                target.setInput(key, content);
            }
        });
    }

    private boolean isPlain() {
        GenAiRequest asked = request;
        return asked != null && asked.isPlain();
    }

    private void add(Supplier<GenAiResponse> response) {
        if (!isObserved()) {
            hide(response);
        } else if (!isPlain()) {
            Guard.OF_THREAD.run("record a response", () -> add(response.get()));
        }
    }

    private void hide(Supplier<GenAiResponse> response) {
        GenAiRequest asked = request;
        if (span != null && asked != null) {
            span.hideInputs(asked::texts);
            span.hideOutputs(() -> response.get().texts());
        }
    }

    private static void addError(GenAiSpan target, Supplier<ProviderError> supplier) {
        if (target.isRecording()) {
            Guard.OF_THREAD.run("record an error", () -> {
                ProviderError error = supplier.get();
                target.set(CommonAttributes.ERROR_TYPE, error.type());
                target.set(CommonAttributes.HTTP_RESPONSE_STATUS_CODE, error.status());
            });
        }
    }

    private void add(GenAiResponse known) {
        if (span == null) {
            return;
        }
        response = known;
        GenAiSpan target = span;
        if (ownsSpan) {
            target.conclude();
        }
        BiConsumer<String, Object> sink = ownsSpan ? target::set : target::setIfAbsent;
        known.attributes().forEach(sink);
        UsageAttributes.write(known.usage(), sink);
        target.inferConversation(known.conversationId().orElse(null));
        known.content().forEach((key, content) -> {
            if (lacks(target, key)) {
                target.setOutput(key, content);
            }
        });
    }

    /** Tells whether content may be added: everything to a span of this call, and to another one what it lacks. */
    private boolean lacks(GenAiSpan target, String key) {
        return ownsSpan || !target.has(key);
    }
}
