package dev.sentryai.runtime;

import dev.sentryai.content.ContentPolicy;
import dev.sentryai.content.HiddenContent;
import dev.sentryai.content.UnrecordedContent;
import dev.sentryai.context.AiContext;
import dev.sentryai.delivery.OpenSpan;
import dev.sentryai.delivery.SpanBinding;
import dev.sentryai.delivery.attributes.Ending;
import dev.sentryai.protocol.CommonAttributes;
import dev.sentryai.protocol.GenAiAttributes;
import dev.sentryai.protocol.message.Message;
import dev.sentryai.sentry.SentryScopes;
import dev.sentryai.sentry.SpanHead;
import dev.sentryai.signal.FinishedCall;
import dev.sentryai.value.AttributeMap;
import io.sentry.IScopes;
import io.sentry.ISpan;
import io.sentry.SpanStatus;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One gen_ai span from start to end. Nothing here throws. Thread-safe: it may be filled and ended on any thread; only
 * the first end counts, and what is set afterwards is ignored.
 */
public final class GenAiSpan {

    /** How many attributes a span usually has at its end. */
    static final int USUAL_ATTRIBUTES = 32;

    private final AiRuntime runtime;
    private final SpanPlan plan;
    private final Position position;
    private final OpenSpan open;
    private final ContentPolicy policy;
    private final Conversation conversation;
    private final long startNanos = System.nanoTime();
    private final BiConsumer<String, Object> put = this::put;
    private final BiConsumer<String, Object> edit = this::edit;
    private final UnrecordedContent unrecorded = new UnrecordedContent();
    private final CurrentScopes current = new CurrentScopes();
    private final Object lock = new Object();
    private String name;
    private Map<String, Object> attributes = Map.of();
    private volatile boolean concluding;
    private boolean ended;

    GenAiSpan(AiRuntime runtime, SpanPlan plan, Position position, OpenSpan open) {
        this.runtime = runtime;
        this.plan = plan;
        this.position = position;
        this.open = open;
        this.policy = runtime.policyFor(plan.source());
        this.name = plan.op();
        this.conversation =
                new Conversation(position, position.enclosing() == null ? null : position.enclosing().conversation);
        conversation.infer(plan.conversationId());
    }

    /**
     * Says what is known from the start.
     *
     * @param firstName what the span is called as far as it is known
     * @param known sanitised, filtered and cut; handed over
     */
    void begin(String firstName, Map<String, Object> known) {
        boolean recording = isRecording();
        synchronized (lock) {
            name = firstName;
            attributes = recording ? known : new AttributeMap(known.size());
        }
        known.forEach(recording ? this::show : this::set);
    }

    boolean isKnownTo(BoundSpans bound) {
        return runtime.bound() == bound;
    }

    Position position() {
        return position;
    }

    OpenSpan open() {
        return open;
    }

    /** Returns the span that the Sentry SDK knows; empty when it would not have one, as after the transaction's end. */
    public Optional<ISpan> sentrySpan() {
        return open.sentrySpan();
    }

    /** Returns the op. */
    public String op() {
        return plan.op();
    }

    /** Tells whether what is set will be sent. A failure is captured either way. */
    public boolean isRecording() {
        return open.isRecording();
    }

    /** Tells whether anything will be sent of what is set: with the span, or of every call. No content is without a span. */
    public boolean isObserved() {
        return isRecording()
                || (runtime.signals().isOn() && plan.operationName().isPresent());
    }

    /** Tells whether it only marks that a call is running, so that nothing can hang on it. */
    boolean isMark() {
        return !isRecording() && open.sentrySpan().isEmpty();
    }

    /** Tells whether the span has ended. */
    public boolean isEnded() {
        synchronized (lock) {
            return ended;
        }
    }

    /** Returns this span or the nearest of ours around it that has not ended and is no mark. */
    Optional<GenAiSpan> nearestOpen() {
        return nearest(span -> !span.isMark() && !span.isEnded());
    }

    /** Returns this span or the nearest of ours around it that is no mark; it may have ended. */
    Optional<GenAiSpan> nearestParent() {
        return nearest(span -> !span.isMark());
    }

    /** Returns this span or the nearest of ours around it that has not ended. */
    Optional<GenAiSpan> nearestRunning() {
        return nearest(span -> !span.isEnded());
    }

    private Optional<GenAiSpan> nearest(Predicate<GenAiSpan> condition) {
        GenAiSpan next = this;
        while (next != null && !condition.test(next)) {
            next = next.position.enclosing();
        }
        return Optional.ofNullable(next);
    }

    /**
     * Sets an attribute; the last value counts. One that holds content is filtered and cut, but not gated.
     *
     * @param value anything; null is ignored
     */
    public void set(String key, @Nullable Object value) {
        if (value != null
                && (isRecording() || (isObserved() && runtime.signals().reads(key)))) {
            runtime.guard().run("set an attribute", edit, key, value);
        }
    }

    private void edit(String key, Object value) {
        runtime.content().edit(key, value, put);
    }

    /** Sets an attribute as {@link #set} does, unless it is set already. */
    public void setIfAbsent(String key, @Nullable Object value) {
        if (!has(key)) {
            set(key, value);
        }
    }

    /** Tells whether the attribute is set. */
    public boolean has(String key) {
        return get(key).isPresent();
    }

    private void put(String key, Object sane) {
        synchronized (lock) {
            if (ended) {
                return;
            }
            attributes.put(key, sane);
            show(key, sane);
        }
    }

    private void show(String key, Object sane) {
        if (key.equals(GenAiAttributes.CONVERSATION_ID)) {
            conversation.set(sane.toString());
        }
        if (concluding) {
            open.setLast(key, sane);
        } else {
            open.set(key, sane);
        }
    }

    /** Says that the span ends as soon as what is set now is: nobody will look at it while it is still open. */
    public void conclude() {
        concluding = true;
    }

    Optional<Object> get(String key) {
        synchronized (lock) {
            return Optional.ofNullable(attributes.get(key));
        }
    }

    /** Sets the conversation as far as a library tells; the first one counts. */
    public void inferConversation(@Nullable String id) {
        conversation.infer(id);
    }

    /**
     * Sets what goes in, if that is recorded.
     *
     * @param value run once, here and now, if it is recorded, else whenever something fails; may return null for nothing
     */
    public void setInput(String key, Supplier<?> value) {
        if (!policy.inputs()) {
            unrecorded.add(key, value);
        } else if (isRecording()) {
            runtime.guard().run("record " + key, () -> set(key, value.get()));
        }
    }

    /**
     * Says what goes in without setting it, so that the message of a failure does not quote it, unless inputs are recorded.
     *
     * @param inputs run whenever something fails; texts, or anything with texts in it
     */
    public void hideInputs(Supplier<?> inputs) {
        if (!policy.inputs()) {
            unrecorded.add("inputs", inputs);
        }
    }

    /** Says what comes out without setting it, as {@link #hideInputs} does what goes in. */
    public void hideOutputs(Supplier<?> outputs) {
        if (!policy.outputs()) {
            unrecorded.add("outputs", outputs);
        }
    }

    /**
     * Sets what comes out, if that is recorded.
     *
     * @param value run once, here and now, if it is recorded, else whenever something fails; may return null for nothing
     */
    public void setOutput(String key, Supplier<?> value) {
        if (!policy.outputs()) {
            unrecorded.add(key, value);
        } else if (isRecording()) {
            runtime.guard().run("record " + key, () -> set(key, value.get()));
        }
    }

    /** Sets the input messages, if inputs are recorded: all of them, or the newest ones in a transaction's size limit. */
    public void setInputMessages(Supplier<List<Message>> messages) {
        if (!policy.inputs()) {
            unrecorded.add(GenAiAttributes.INPUT_MESSAGES, messages);
        } else if (isRecording()) {
            runtime.guard()
                    .run(
                            "record input messages",
                            () -> runtime.content().edit(messages.get(), open.maxInputBytes(), put));
        }
    }

    /**
     * Makes the span current on this thread.
     *
     * @return to be closed on this thread; empty when there is nothing to make current
     */
    public Optional<SpanBinding> bind() {
        if (isEnded()) {
            return Optional.empty();
        }
        return runtime.guard().get("make a span current", () -> Optional.of(bindNow()), Optional.empty());
    }

    private SpanBinding bindNow() {
        SpanBinding binding = runtime.bound().bind(this);
        if (!isMark()) {
            current.add(binding.scopes());
        }
        return binding;
    }

    /** Ends the span: the call did what it should, or nobody waits for it any more. */
    public void succeed() {
        end(SpanStatus.OK, null);
    }

    /** Ends the span: the provider gave up, of which the application learns by no exception. */
    public void giveUp() {
        end(SpanStatus.INTERNAL_ERROR, null);
    }

    /** Ends the span and captures what the call failed with, once for all spans that it passes. */
    public void fail(Throwable thrown) {
        Throwable failure = Failures.unwrap(thrown);
        setIfAbsent(CommonAttributes.ERROR_TYPE, failure.getClass().getName());
        HiddenContent known = unrecorded.all();
        // the Sentry SDK links an exception to the first span that names it, which is to be the one that captures it
        boolean captures = plan.source().mechanism() != null;
        if (end(Failures.statusOf(failure), captures ? failure : null)) {
            runtime.guard()
                    .run(
                            "capture an exception",
                            () -> runtime.failures()
                                    .capture(
                                            position.scopes(),
                                            failure,
                                            plan.source().mechanism(),
                                            open,
                                            known.and(surroundings().hidden())));
        }
    }

    /** Returns the content that it knows but does not record; none any more when it has ended. */
    UnrecordedContent unrecorded() {
        return unrecorded;
    }

    private Surroundings surroundings() {
        return new Surroundings(runtime, position, policy);
    }

    /**
     * Ends a span that somebody else made; whoever failed, it was not here.
     *
     * @param duration what metrics and logs hear that it took; null when they do not hear of it
     */
    void endForeign(SpanStatus status, @Nullable Duration duration) {
        end(status, null, duration);
    }

    private boolean end(SpanStatus status, @Nullable Throwable failure) {
        boolean told = runtime.signals().isOn() && plan.operationName().isPresent();
        return end(status, failure, told ? Duration.ofNanos(System.nanoTime() - startNanos) : null);
    }

    private boolean end(SpanStatus status, @Nullable Throwable failure, @Nullable Duration told) {
        Map<String, Object> last;
        synchronized (lock) {
            if (ended) {
                return false;
            }
            ended = true;
            last = attributes;
            attributes = Surroundings.flowingDown(last);
        }
        HiddenContent left = unrecorded.end();
        nearestRunning().ifPresent(around -> around.unrecorded.addInside(left));
        Guard guard = runtime.guard();
        if (isObserved()) {
            guard.run("complete a span", GenAiSpan::complete, this, last);
        }
        guard.run("name a span", GenAiSpan::rename, this, last);
        if (told != null) {
            guard.run(
                    "tell of a call",
                    GenAiSpan::tell,
                    this,
                    new FinishedCall(new SpanHead(op(), name, plan.source().origin()), status, told, last));
        }
        guard.run("send a span", OpenSpan::finish, open, new Ending(name, status, failure, last));
        guard.run("clear the current span", GenAiSpan::release, this);
        return true;
    }

    private void rename(Map<String, Object> last) {
        name = plan.nameWith(last, name);
    }

    private void tell(FinishedCall call) {
        IScopes scopes = sentrySpan()
                .map(span -> SentryScopes.scopesOf(span, position.scopes()))
                .orElse(position.scopes());
        runtime.signals().emit(call, scopes);
        runtime.foreign().told(op(), position);
    }

    /** Adds what flows down from around, read as late as possible: it may have been set after this span started. */
    private void complete(Map<String, Object> last) {
        String inScope = AiContext.conversationId(position.scopes()).orElse(null);
        conversation.id(inScope).ifPresent(id -> last.put(GenAiAttributes.CONVERSATION_ID, id));
        surroundings().addTo(last, plan.belongsToAgent());
        runtime.addCost(last, op());
        runtime.addDeprecated(last);
    }

    private void release() {
        ISpan next = nearestOpen()
                .flatMap(span -> span.open.sentrySpan())
                .or(position::onlyKnownHere)
                .orElse(null);
        current.release(next);
    }
}
