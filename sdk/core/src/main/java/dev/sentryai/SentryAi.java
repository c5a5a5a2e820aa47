package dev.sentryai;

import static java.util.Objects.requireNonNull;

import dev.sentryai.protocol.GenAiAttributes;
import dev.sentryai.protocol.GenAiOps;
import dev.sentryai.runtime.AiIntegration;
import io.sentry.SentryOptions;
import java.util.function.Consumer;
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
        return AiSpan.startCall(GenAiOps.CHAT, model);
    }

    /**
     * Starts a span for a call to a completion model, current on this thread until it is closed.
     *
     * @param model asked for, such as {@code gpt-3.5-turbo-instruct}
     */
    public static AiSpan textCompletion(@Nullable String model) {
        return AiSpan.startCall(GenAiOps.TEXT_COMPLETION, model);
    }

    /**
     * Starts a span for a call to a model that generates text, images or sound, current on this thread until it is closed.
     *
     * @param model asked for, such as {@code gemini-2.5-pro}
     */
    public static AiSpan generateContent(@Nullable String model) {
        return AiSpan.startCall(GenAiOps.GENERATE_CONTENT, model);
    }

    /**
     * Starts a span for a call to an embedding model, current on this thread until it is closed.
     *
     * @param model asked for, such as {@code text-embedding-3-small}
     */
    public static AiSpan embeddings(@Nullable String model) {
        return AiSpan.startCall(GenAiOps.EMBEDDINGS, model);
    }

    /**
     * Starts a span for the run of an agent, current on this thread until it is closed. Spans below it get its name.
     *
     * @param name the agent's, such as {@code Weather Agent}
     */
    public static AiSpan invokeAgent(@Nullable String name) {
        return AiSpan.start(GenAiOps.INVOKE_AGENT, GenAiAttributes.AGENT_NAME, name);
    }

    /**
     * Starts a span for the creation of an agent, current on this thread until it is closed.
     *
     * @param name the agent's, such as {@code Weather Agent}
     */
    public static AiSpan createAgent(@Nullable String name) {
        return AiSpan.start(GenAiOps.CREATE_AGENT, GenAiAttributes.AGENT_NAME, name);
    }

    /**
     * Starts a span for the run of a tool, current on this thread until it is closed.
     *
     * @param name the tool's, such as {@code get_weather}
     */
    public static AiSpan executeTool(@Nullable String name) {
        return AiSpan.start(GenAiOps.EXECUTE_TOOL, GenAiAttributes.TOOL_NAME, name);
    }

    /**
     * Starts a span for one agent handing over to another, current on this thread until it is closed.
     *
     * @param from name of the agent that stops
     * @param to name of the agent that goes on
     */
    public static AiSpan handoff(@Nullable String from, @Nullable String to) {
        return AiSpan.startHandoff(from, to);
    }
}
