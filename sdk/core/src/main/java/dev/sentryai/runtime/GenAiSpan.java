package dev.sentryai.runtime;

import dev.sentryai.context.AiContext;
import dev.sentryai.delivery.Ending;
import dev.sentryai.delivery.OpenSpan;
import dev.sentryai.delivery.SentryInternals;
import dev.sentryai.delivery.SpanBinding;
import dev.sentryai.delivery.SpanHead;
import dev.sentryai.protocol.CommonAttributes;
import dev.sentryai.protocol.GenAiAttributes;
import dev.sentryai.protocol.message.Message;
import dev.sentryai.protocol.message.Messages;
import dev.sentryai.signal.FinishedCall;
import dev.sentryai.value.AttributeMap;
import dev.sentryai.value.AttributeValue;
import io.sentry.IScopes;
import io.sentry.ISpan;
import io.sentry.SpanStatus;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One gen_ai span from start to end. Nothing here throws. Thread-safe: it may be filled and ended on any thread; only
 * the first end counts, and what is set afterwards is ignored.
 */
public final class GenAiSpan {

    /** How many input messages there were before some were left out. The other Sentry SDKs have the same. */
    private static final String ORIGINAL_LENGTH = ContentEditor.originalLengthOf(GenAiAttributes.INPUT_MESSAGES);

    /** How many attributes a span usually has at its end. */
    static final int USUAL_ATTRIBUTES = 32;

    private static final Set<String> FLOWING_DOWN = Set.of(GenAiAttributes.AGENT_NAME, GenAiAttributes.PIPELINE_NAME);

    private final AiRuntime runtime;
    private final SpanPlan plan;
    private final Position position;
    private final OpenSpan open;
    private final ContentPolicy policy;
    private final Conversation conversation;
    private final long startNanos = System.nanoTime();
    private final WeakReference<GenAiSpan> self = new WeakReference<>(this);
    private final BiConsumer<String, Object> put = this::put;
    private final BiConsumer<String, Object> edit = this::edit;
    private final Object lock = new Object();
    private Map<String, Object> attributes = new AttributeMap(0);
    /** Weak, as scopes are what an ended span is kept by: holding them in turn would keep both forever. */
    private final List<WeakReference<IScopes>> current = new ArrayList<>(1);

    private HiddenContent hidden = HiddenContent.NONE;
    private boolean ended;

    GenAiSpan(AiRuntime runtime, SpanPlan plan, Position position, OpenSpan open) {
        this.runtime = runtime;
        this.plan = plan;
        this.position = position;
        this.open = open;
        this.policy = runtime.policyFor(plan.source());
        this.conversation = new Conversation(
                () -> position.foreignData(GenAiAttributes.CONVERSATION_ID),
                position.enclosing() == null ? null : position.enclosing().conversation);
        conversation.infer(plan.conversationId());
    }

    /** @param known sanitised, filtered and cut; handed over */
    void begin(Map<String, Object> known) {
        if (!isRecording()) {
            known.forEach(this::set);
            return;
        }
        synchronized (lock) {
            attributes = known;
            known.forEach(this::show);
        }
    }

    /** Returns what knows the span without keeping it. */
    WeakReference<GenAiSpan> self() {
        return self;
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

    private Optional<GenAiSpan> nearest(Predicate<GenAiSpan> condition) {
        GenAiSpan next = this;
        while (next != null && !condition.test(next)) {
            next = next.position.enclosing();
        }
        return Optional.ofNullable(next);
    }

    /** Returns the nearest span of the Sentry SDK around that is not ours. */
    Optional<ISpan> around() {
        return position.around();
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
        open.set(key, sane);
    }

    private Optional<Object> get(String key) {
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
     * @param value run at most once, here and now, or when something fails; may return null for nothing
     */
    public void setInput(String key, Supplier<?> value) {
        if (!policy.inputs()) {
            hide(key, value);
        } else if (isRecording()) {
            setContent(key, value);
        }
    }

    /**
     * Says what goes in without setting it, so that the message of a failure does not quote it, unless inputs are recorded.
     *
     * @param inputs run at most once, when something fails; texts, or anything with texts in it
     */
    public void hideInputs(Supplier<?> inputs) {
        if (!policy.inputs()) {
            hide("inputs", inputs);
        }
    }

    /**
     * Sets what comes out, if that is recorded.
     *
     * @param value run at most once, here and now, or when something fails; may return null for nothing
     */
    public void setOutput(String key, Supplier<?> value) {
        if (!policy.outputs()) {
            hide(key, value);
        } else if (isRecording()) {
            setContent(key, value);
        }
    }

    private void hide(String key, Supplier<?> value) {
        synchronized (lock) {
            if (!ended) {
                hidden = hidden.with(key, value);
            }
        }
    }

    private void setContent(String key, Supplier<?> value) {
        runtime.guard().run("record " + key, () -> set(key, value.get()));
    }

    /** Sets the input messages, if inputs are recorded: all of them, or the newest ones in a transaction's size limit. */
    public void setInputMessages(Supplier<List<Message>> messages) {
        if (!policy.inputs()) {
            hide(GenAiAttributes.INPUT_MESSAGES, messages);
        } else if (isRecording()) {
            runtime.guard().run("record input messages", () -> putInputMessages(messages.get()));
        }
    }

    private void putInputMessages(List<Message> messages) {
        if (messages.isEmpty()) {
            return;
        }
        List<Message> filtered = runtime.content().filtered(messages);
        OptionalInt maxBytes = runtime.content().maxBytes(open.maxInputBytes());
        List<Message> kept = maxBytes.isEmpty() ? filtered : new MessageBudget(maxBytes.getAsInt()).fit(filtered);
        if (open.maxInputBytes().isPresent() || !kept.equals(filtered)) {
            put(ORIGINAL_LENGTH, (long) messages.size());
        }
        AttributeValue.of(Messages.toJson(kept)).ifPresent(sane -> put(GenAiAttributes.INPUT_MESSAGES, sane));
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
            synchronized (lock) {
                current.add(new WeakReference<>(binding.scopes()));
            }
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
        HiddenContent known = hidden();
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
                                            known.and(hiddenAround())));
        }
    }

    private HiddenContent hidden() {
        synchronized (lock) {
            return hidden;
        }
    }

    /** Returns the content of the spans around, and what attributes of blocks have, of which each span knows by itself. */
    private HiddenContent hiddenAround() {
        HiddenContent around = HiddenContent.NONE;
        for (GenAiSpan next = position.enclosing(); next != null; next = next.position.enclosing()) {
            around = around.and(next.hidden());
        }
        for (Map.Entry<String, Object> each :
                AiContext.attributes(position.scopes()).entrySet()) {
            if (!policy.allows(each.getKey())) {
                around = around.with(each.getKey(), each::getValue);
            }
        }
        return around;
    }

    /** Ends the span; whoever failed, it was not here. */
    void end(SpanStatus status) {
        end(status, null, false);
    }

    private boolean end(SpanStatus status, @Nullable Throwable failure) {
        return end(status, failure, true);
    }

    /** @param told whether metrics and logs hear of it: of what others do they would only if it is sampled */
    private boolean end(SpanStatus status, @Nullable Throwable failure, boolean told) {
        Map<String, Object> last;
        HiddenContent left;
        synchronized (lock) {
            if (ended) {
                return false;
            }
            ended = true;
            left = hidden;
            hidden = HiddenContent.NONE;
            last = attributes;
            attributes = flowingDown(last);
        }
        leave(left);
        if (isObserved()) {
            runtime.guard().run("complete a span", () -> complete(last));
        }
        String name = runtime.guard().get("name a span", () -> plan.nameWith(last), plan.op());
        if (told && runtime.signals().isOn() && plan.operationName().isPresent()) {
            runtime.guard().run("tell of a call", () -> tell(name, status, last));
        }
        runtime.guard().run("send a span", () -> open.finish(new Ending(name, status, failure, last)));
        runtime.guard().run("clear the current span", this::release);
        return true;
    }

    /** What fails after this may quote it, or be a failure on its way that nobody told this span of. */
    private void leave(HiddenContent left) {
        GenAiSpan around = position.enclosing();
        if (around != null && !left.isEmpty()) {
            around.hide("inside", left::texts);
        }
    }

    private void tell(String name, SpanStatus status, Map<String, Object> last) {
        SpanHead head = new SpanHead(op(), name, plan.source().origin());
        Duration duration = Duration.ofNanos(System.nanoTime() - startNanos);
        IScopes scopes = sentrySpan()
                .map(span -> SentryInternals.scopesOf(span, position.scopes()))
                .orElse(position.scopes());
        runtime.signals().emit(new FinishedCall(head, status, duration, last), scopes);
    }

    /** Scopes may keep an ended span for long. Late children ask it for no more than this. */
    private static Map<String, Object> flowingDown(Map<String, Object> last) {
        Map<String, Object> kept = new HashMap<>(0);
        for (String key : FLOWING_DOWN) {
            Object value = last.get(key);
            if (value != null) {
                kept.put(key, value);
            }
        }
        return kept;
    }

    /** Adds what flows down from around, read as late as possible: it may have been set after this span started. */
    private void complete(Map<String, Object> last) {
        conversation
                .id(AiContext.conversationId(position.scopes()).orElse(null))
                .ifPresent(id -> last.put(GenAiAttributes.CONVERSATION_ID, id));
        AiContext.pipelineName(position.scopes())
                .map(Object.class::cast)
                .or(() -> inherited(GenAiAttributes.PIPELINE_NAME))
                .ifPresent(name -> last.putIfAbsent(GenAiAttributes.PIPELINE_NAME, name));
        if (plan.belongsToAgent()) {
            inherited(GenAiAttributes.AGENT_NAME).ifPresent(name -> last.putIfAbsent(GenAiAttributes.AGENT_NAME, name));
        }
        AiContext.attributes(position.scopes()).forEach((key, value) -> {
            if (policy.allows(key) && !last.containsKey(key)) {
                runtime.content().edit(key, value, last::put);
            }
        });
        runtime.addCost(last, op());
        runtime.addDeprecated(last);
    }

    private Optional<Object> inherited(String key) {
        return position.foreignData(key)
                .or(() -> Optional.ofNullable(position.enclosing())
                        .flatMap(enclosing -> enclosing.get(key).or(() -> enclosing.inherited(key))));
    }

    /** Without a transaction in the scopes, as with OpenTelemetry, the Sentry SDK does not find what is around by itself. */
    private Optional<ISpan> onlyKnownHere() {
        return SentryInternals.transactionOf(position.scopes()).isPresent()
                ? Optional.empty()
                : around().filter(span -> !span.isFinished());
    }

    private void release() {
        ISpan next = nearestOpen()
                .flatMap(span -> span.open.sentrySpan())
                .or(this::onlyKnownHere)
                .orElse(null);
        for (WeakReference<IScopes> left : currentNow()) {
            IScopes scopes = left.get();
            if (scopes != null) {
                SentryInternals.release(scopes, next);
            }
        }
    }

    private List<WeakReference<IScopes>> currentNow() {
        synchronized (lock) {
            return List.copyOf(current);
        }
    }
}
