package dev.sentryai;

import static java.util.Objects.requireNonNull;

import dev.sentryai.context.AiContext;
import dev.sentryai.context.CapturedContext;
import dev.sentryai.context.ContextBlock;
import dev.sentryai.protocol.GenAiAttributes;
import dev.sentryai.protocol.GenAiOps;
import dev.sentryai.protocol.TokenUsage;
import dev.sentryai.runtime.AiIntegration;
import io.sentry.ISpan;
import io.sentry.Sentry;
import io.sentry.SentryOptions;
import io.sentry.SentryOptions.TracesSamplerCallback;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * AI monitoring with Sentry: its configuration, and what an application says about its AI calls.
 *
 * <pre>{@code
 * Sentry.init(options -> {
 *     options.setDsn(dsn);
 *     options.setTracesSampleRate(1.0);
 *     SentryAi.configure(options);
 * });
 *
 * try (AiSpan span = SentryAi.chat("gpt-4o")) {
 *     span.setProvider("openai").setUsage(usage);
 * }
 * }</pre>
 *
 * <p>Nothing here throws into the application for reasons of its own, and nothing happens while Sentry is off.
 * Thread-safe.
 */
public final class SentryAi {

    private SentryAi() {}

    /**
     * Turns AI monitoring on with its default settings. Call it inside {@code Sentry.init}, after {@code
     * setTransportFactory} if that is used. Calling it again changes nothing.
     *
     * @param options being configured
     */
    public static void configure(SentryOptions options) {
        configure(options, ai -> {});
    }

    /**
     * Turns AI monitoring on. Call it inside {@code Sentry.init}, after {@code setTransportFactory} if that is used. When
     * it is called again for the same options, the settings are changed further.
     *
     * @param options being configured
     * @param configuration changes the settings
     */
    public static void configure(SentryOptions options, Consumer<SentryAiOptions> configuration) {
        requireNonNull(options, "options");
        requireNonNull(configuration, "configuration");
        ConfiguredSettings settings = AiIntegration.sourceOf(options)
                .filter(ConfiguredSettings.class::isInstance)
                .map(ConfiguredSettings.class::cast)
                .orElseGet(() -> install(options));
        configuration.accept(settings.ai());
    }

    /**
     * Returns a sampler that keeps all traces of AI work, for {@code options.setTracesSampler}: those that start with it,
     * as its op tells by {@code gen_ai.} or {@code ai.}, and those that start on the named routes. When another service
     * continues its trace here, its decision counts, as it does without a sampler.
     *
     * @param baseRate share of the other traces to keep, 0.0 to 1.0
     * @param routes names of transactions, which for requests are paths: {@code /api/chat} stands for {@code POST
     *     /api/chat} and {@code GET /api/chat/42} too, {@code POST /api/chat} for no other method
     * @throws IllegalArgumentException if the rate is no share, or a route is blank
     */
    public static TracesSamplerCallback tracesSampler(double baseRate, String... routes) {
        return new AiTracesSampler(baseRate, List.of(routes));
    }

    private static ConfiguredSettings install(SentryOptions options) {
        ConfiguredSettings settings = new ConfiguredSettings(new SentryAiOptions());
        AiIntegration.install(options, settings);
        return settings;
    }

    /**
     * Starts a span for a call to a chat model, current on this thread until it is closed.
     *
     * @param model asked for, such as {@code gpt-4o}; null when not known
     */
    public static AiSpan chat(@Nullable String model) {
        return ManualSpans.startCall(GenAiOps.CHAT, model);
    }

    /**
     * Starts a span for a call to a completion model, current on this thread until it is closed.
     *
     * @param model asked for, such as {@code gpt-3.5-turbo-instruct}
     */
    public static AiSpan textCompletion(@Nullable String model) {
        return ManualSpans.startCall(GenAiOps.TEXT_COMPLETION, model);
    }

    /**
     * Starts a span for a call to a model that generates text, images or sound, current on this thread until it is closed.
     *
     * @param model asked for, such as {@code gemini-2.5-pro}
     */
    public static AiSpan generateContent(@Nullable String model) {
        return ManualSpans.startCall(GenAiOps.GENERATE_CONTENT, model);
    }

    /**
     * Starts a span for a call to an embedding model, current on this thread until it is closed.
     *
     * @param model asked for, such as {@code text-embedding-3-small}
     */
    public static AiSpan embeddings(@Nullable String model) {
        return ManualSpans.startCall(GenAiOps.EMBEDDINGS, model);
    }

    /**
     * Starts a span for the run of an agent, current on this thread until it is closed. Spans below it get its name.
     *
     * @param name the agent's, such as {@code Weather Agent}
     */
    public static AiSpan invokeAgent(@Nullable String name) {
        return ManualSpans.start(GenAiOps.INVOKE_AGENT, GenAiAttributes.AGENT_NAME, name);
    }

    /**
     * Starts a span for the creation of an agent, current on this thread until it is closed.
     *
     * @param name the agent's, such as {@code Weather Agent}
     */
    public static AiSpan createAgent(@Nullable String name) {
        return ManualSpans.start(GenAiOps.CREATE_AGENT, GenAiAttributes.AGENT_NAME, name);
    }

    /**
     * Starts a span for the run of a tool, current on this thread until it is closed.
     *
     * @param name the tool's, such as {@code get_weather}
     */
    public static AiSpan executeTool(@Nullable String name) {
        return ManualSpans.start(GenAiOps.EXECUTE_TOOL, GenAiAttributes.TOOL_NAME, name);
    }

    /**
     * Starts a span for one agent handing over to another, current on this thread until it is closed.
     *
     * @param from name of the agent that stops
     * @param to name of the agent that goes on
     */
    public static AiSpan handoff(@Nullable String from, @Nullable String to) {
        return ManualSpans.startHandoff(from, to);
    }

    /**
     * Names the pipeline that runs here: for the block of {@link #pipeline} around, or else, as tags do, for the request.
     * AI spans inside get the name.
     *
     * @param name null for no pipeline
     */
    public static void setPipelineName(@Nullable String name) {
        AiContext.setPipelineName(Sentry.getCurrentScopes(), name);
    }

    /**
     * Returns the name of the pipeline that runs here.
     *
     * @return empty outside of a pipeline
     */
    public static Optional<String> pipelineName() {
        return AiContext.pipelineName(Sentry.getCurrentScopes());
    }

    /**
     * Opens a block in which a pipeline runs: {@code try (var scope = SentryAi.pipeline("report")) { … }}. Tasks that the
     * Sentry SDK wraps inside keep the name; closing brings back the previous one.
     *
     * @param name null for no pipeline
     * @return to be closed on this thread
     */
    public static ContextBlock pipeline(@Nullable String name) {
        return AiContext.openPipeline(Sentry.getCurrentScopes(), name);
    }

    /**
     * Sets the conversation that goes on here: for the block of {@link #conversation} around, or else, as tags do, for the
     * request. AI spans that end from now on get the id, unless it was set on the span itself.
     *
     * @param id letters, digits, {@code _} and {@code -}, as it becomes part of a URL; null for no conversation
     */
    public static void setConversationId(@Nullable String id) {
        AiContext.setConversationId(Sentry.getCurrentScopes(), id);
    }

    /**
     * Returns the id of the conversation that goes on here.
     *
     * @return empty outside of a conversation
     */
    public static Optional<String> conversationId() {
        return AiContext.conversationId(Sentry.getCurrentScopes());
    }

    /** Ends the conversation for the block or request that {@link #setConversationId} would set it for. */
    public static void clearConversationId() {
        AiContext.setConversationId(Sentry.getCurrentScopes(), null);
    }

    /**
     * Opens a block in which a conversation goes on: {@code try (var c = SentryAi.conversation(id)) { … }}. Tasks that the
     * Sentry SDK wraps inside keep the id; closing brings back the previous one.
     *
     * @param id letters, digits, {@code _} and {@code -}, as it becomes part of a URL; null for no conversation
     * @return to be closed on this thread
     */
    public static ContextBlock conversation(@Nullable String id) {
        return AiContext.openConversation(Sentry.getCurrentScopes(), id);
    }

    /**
     * Opens a block whose AI spans get attributes: {@code try (var a = SentryAi.withAttributes(Map.of("tenant", id))) { … }}.
     * They come on top of those of a block around. An attribute that a span has anyway stays as it is, and one that holds
     * what goes into models and tools or comes out of them is recorded only where such content is. Tasks that {@link
     * #wrap(Runnable)} or the Sentry SDK wraps inside keep the attributes; closing brings back the previous ones.
     *
     * @param attributes by key: String, number, boolean or a list of one of those; anything else becomes JSON text, and
     *     null takes the attribute away; copied
     * @return to be closed on this thread
     */
    public static ContextBlock withAttributes(Map<String, ?> attributes) {
        return AiContext.openAttributes(Sentry.getCurrentScopes(), requireNonNull(attributes, "attributes"));
    }

    /**
     * Returns a task that does the same, on whichever thread it runs, with what is current here and now: span, agent,
     * conversation, pipeline, attributes, and all else that the Sentry SDK's scopes hold. Each run has them anew, and leaves
     * nothing behind. A lambda that could be a {@link Callable} or a {@link Supplier} needs a cast or a variable to say
     * which.
     *
     * @param task runs any number of times
     */
    public static Runnable wrap(Runnable task) {
        return CapturedContext.here().wrap(requireNonNull(task, "task"));
    }

    /**
     * Returns a task that does the same, on whichever thread it runs, with what is current here and now, as {@link
     * #wrap(Runnable)} does.
     *
     * @param task runs any number of times
     */
    public static <T extends @Nullable Object> Callable<T> wrap(Callable<T> task) {
        return CapturedContext.here().wrap(requireNonNull(task, "task"));
    }

    /**
     * Returns a supplier that does the same, on whichever thread it runs, with what is current here and now, as {@link
     * #wrap(Runnable)} does.
     *
     * @param supplier asked any number of times
     */
    public static <T extends @Nullable Object> Supplier<T> wrap(Supplier<T> supplier) {
        return CapturedContext.here().wrap(requireNonNull(supplier, "supplier"));
    }

    /**
     * Returns an executor whose tasks run with what is current where each is handed over, as if wrapped one by one by
     * {@link #wrap(Runnable)}. One that does so already is returned as it is.
     *
     * @param executor runs the tasks
     */
    public static Executor wrap(Executor executor) {
        return CapturedContext.carriedBy(requireNonNull(executor, "executor"));
    }

    /**
     * Returns an executor whose tasks run with what is current where each is handed over, as if wrapped one by one by
     * {@link #wrap(Callable)}. One that does so already is returned as it is.
     *
     * @param executor runs the tasks; shut down with the one returned
     */
    public static ExecutorService wrap(ExecutorService executor) {
        return CapturedContext.carriedBy(requireNonNull(executor, "executor"));
    }

    /**
     * Tracks work as a span: {@code String report = SentryAi.track("report", () -> …)}. The outermost tracked work is a
     * pipeline: it gives its name to the AI spans inside, and an exception that leaves it is captured. Without a
     * transaction the span becomes one.
     *
     * <p>When the result is a future or a stream, the span ends with that. So it does for iterators and publishers as far
     * as something can stand for them unseen: with those of the JDK and with lambdas, but not with classes of the
     * application, which {@link #trackedProxy} can do as it knows the type that a method declares.
     *
     * @param name of the span
     * @param work runs here and now
     * @return what the work returns
     */
    public static <T> T track(String name, Supplier<T> work) {
        return TrackedWork.track(TrackOptions.of(name), work::get);
    }

    /**
     * Tracks work that returns nothing, as {@link #track(String, Supplier)} does.
     *
     * @param name of the span
     * @param work runs here and now
     */
    public static void track(String name, Runnable work) {
        TrackedWork.track(TrackOptions.of(name), () -> {
            work.run();
            return "";
        });
    }

    /**
     * Tracks work, as {@link #track(String, Supplier)} does, with an op, tags and data.
     *
     * @param options what the span looks like
     * @param work runs here and now
     * @return what the work returns
     * @throws Exception what the work throws, unchanged
     */
    public static <T> T track(TrackOptions options, Callable<T> work) throws Exception {
        return TrackedWork.track(options, work::call);
    }

    /**
     * Tracks work that goes on after the call: its span ends when the stage does.
     *
     * @param name of the span
     * @param work starts here and now, and tells its end by the stage
     * @return completes as the stage does, after the span ended; cancelling it cancels the stage
     */
    public static <T> CompletableFuture<T> trackAsync(String name, Supplier<? extends CompletionStage<T>> work) {
        return TrackedWork.trackAsync(TrackOptions.of(name), work);
    }

    /**
     * Tracks work that goes on after the call, as {@link #trackAsync(String, Supplier)} does, with an op, tags and data.
     *
     * @param options what the span looks like
     * @param work starts here and now, and tells its end by the stage
     * @return completes as the stage does, after the span ended; cancelling it cancels the stage
     */
    public static <T> CompletableFuture<T> trackAsync(
            TrackOptions options, Supplier<? extends CompletionStage<T>> work) {
        return TrackedWork.trackAsync(options, work);
    }

    /**
     * Returns an object that tracks the calls of methods marked with {@link AiTracked}, as {@link #track(String, Supplier)}
     * does. The mark may be on the interface, on what implements it, or on methods of either. Other methods just pass,
     * and so do all while Sentry is off. Two such objects are equal when what is behind them is.
     *
     * <p>Where a method declares one of {@link CompletionStage}, {@link CompletableFuture}, {@link java.util.stream.Stream},
     * {@link java.util.Iterator}, {@link java.util.concurrent.Flow.Publisher} and {@code org.reactivestreams.Publisher}, or
     * an interface above or below them, its span ends when the result does: when it is complete, exhausted, closed,
     * cancelled, failed, or out of the application's reach. Any other result ends it at once.
     *
     * @param type interface that the result shall have; neither sealed nor hidden from this library by a module
     * @param target does the work; when it is such an object already, it is returned
     * @throws IllegalArgumentException if the type is no interface, or one that can not be implemented here
     */
    public static <T> T trackedProxy(Class<T> type, T target) {
        return TrackedMethods.proxy(requireNonNull(type, "type"), requireNonNull(target, "target"));
    }

    /**
     * Writes how many tokens a call used, and the name of the pipeline that runs here.
     *
     * @param span open
     * @param usage what is null in it is not written; the total is, when it is known or follows from the rest
     */
    public static void recordTokenUsage(ISpan span, TokenUsage usage) {
        SpanData.set(span, SpanData.usage(usage));
    }

    /**
     * Writes how many tokens a call used, and the name of the pipeline that runs here.
     *
     * @param span open
     * @param usage what is null in it is not written; the total is, when it is known or follows from the rest
     */
    public static void recordTokenUsage(AiSpan span, TokenUsage usage) {
        SpanData.usage(usage).forEach(span::setAttribute);
    }

    /**
     * Sets an attribute to any value; a list with exactly one element counts as that element, at every depth.
     *
     * @param span open
     * @param key of the attribute
     * @param value a scalar, or what becomes JSON text: maps, collections, arrays, records, Optionals, Jackson's trees; of
     *     other objects the class is named. Null sets nothing
     */
    public static void setDataNormalized(ISpan span, String key, @Nullable Object value) {
        setDataNormalized(span, key, value, true);
    }

    /**
     * Sets an attribute to any value.
     *
     * @param span open
     * @param key of the attribute
     * @param value as in {@link #setDataNormalized(ISpan, String, Object)}
     * @param unpack whether a list with exactly one element counts as that element, at every depth
     */
    public static void setDataNormalized(ISpan span, String key, @Nullable Object value, boolean unpack) {
        SpanData.set(span, SpanData.normalized(key, value, unpack));
    }

    /**
     * Sets an attribute to any value; a list with exactly one element counts as that element, at every depth.
     *
     * @param span open
     * @param key of the attribute
     * @param value as in {@link #setDataNormalized(ISpan, String, Object)}
     */
    public static void setDataNormalized(AiSpan span, String key, @Nullable Object value) {
        setDataNormalized(span, key, value, true);
    }

    /**
     * Sets an attribute to any value.
     *
     * @param span open
     * @param key of the attribute
     * @param value as in {@link #setDataNormalized(ISpan, String, Object)}
     * @param unpack whether a list with exactly one element counts as that element, at every depth
     */
    public static void setDataNormalized(AiSpan span, String key, @Nullable Object value, boolean unpack) {
        SpanData.normalized(key, value, unpack).forEach(span::setAttribute);
    }
}
