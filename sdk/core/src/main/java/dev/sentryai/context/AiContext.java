package dev.sentryai.context;

import io.sentry.IScopes;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The surroundings of AI calls, as seen from given scopes. The values are kept for the whole JVM but weakly by scope, as
 * the Sentry SDK, whose scopes they follow, is one for the whole JVM too. Thread-safe; nothing is kept while the Sentry
 * SDK is not initialised.
 */
public final class AiContext {

    private static final ScopeValue<String> PIPELINE_NAME = new ScopeValue<>();
    private static final ScopeValue<String> CONVERSATION_ID = new ScopeValue<>();
    private static final ScopeValue<Map<String, Object>> ATTRIBUTES = new ScopeValue<>();
    private static final ScopeValue<Boolean> TRACKED = new ScopeValue<>();
    private static final ConversationIdCheck ID_CHECK = new ConversationIdCheck();

    private AiContext() {}

    /**
     * Returns the name of the pipeline that runs here.
     *
     * @param scopes those of the place in question; a name set later counts
     * @return empty outside of a pipeline
     */
    public static Optional<String> pipelineName(IScopes scopes) {
        return PIPELINE_NAME.get(scopes);
    }

    /**
     * Names the pipeline for the block around, or else for the request.
     *
     * @param scopes those of the place in question
     * @param name null or empty for no pipeline
     */
    public static void setPipelineName(IScopes scopes, @Nullable String name) {
        if (!scopes.isNoOp()) {
            PIPELINE_NAME.set(scopes, nonEmpty(name));
        }
    }

    /**
     * Returns the id of the conversation that goes on here.
     *
     * @param scopes those of the place in question; an id set later counts
     * @return empty outside of a conversation
     */
    public static Optional<String> conversationId(IScopes scopes) {
        return CONVERSATION_ID.get(scopes);
    }

    /**
     * Sets the id of the conversation for the block around, or else for the request.
     *
     * @param scopes those of the place in question
     * @param id null or empty for no conversation
     */
    public static void setConversationId(IScopes scopes, @Nullable String id) {
        if (!scopes.isNoOp()) {
            Optional<String> given = nonEmpty(id);
            given.ifPresent(text -> ID_CHECK.check(text, scopes.getOptions()));
            CONVERSATION_ID.set(scopes, given);
        }
    }

    /**
     * Opens a block with a pipeline name of its own.
     *
     * @param scopes those to return to when the block is closed
     * @param name null or empty for no pipeline
     * @return the block, current on this thread until closed
     */
    public static ContextBlock openPipeline(IScopes scopes, @Nullable String name) {
        return ContextBlock.open(scopes, block -> PIPELINE_NAME.open(block, nonEmpty(name)));
    }

    /**
     * Opens a block with a conversation id of its own.
     *
     * @param scopes those to return to when the block is closed
     * @param id null or empty for no conversation
     * @return the block, current on this thread until closed
     */
    public static ContextBlock openConversation(IScopes scopes, @Nullable String id) {
        Optional<String> given = nonEmpty(id);
        given.ifPresent(text -> ID_CHECK.check(text, scopes.getOptions()));
        return ContextBlock.open(scopes, block -> CONVERSATION_ID.open(block, given));
    }

    /**
     * Returns the attributes that AI spans get here.
     *
     * @param scopes those of the place in question
     * @return sanitised values; unmodifiable
     */
    public static Map<String, Object> attributes(IScopes scopes) {
        return ATTRIBUTES.get(scopes).orElse(Map.of());
    }

    /**
     * Opens a block with attributes for AI spans, on top of those around.
     *
     * @param scopes those to return to when the block is closed
     * @param attributes any values; null for none of that key, also when there is one around
     * @return the block, current on this thread until closed
     */
    public static ContextBlock openAttributes(IScopes scopes, Map<String, ?> attributes) {
        Map<String, Object> all = ContextAttributes.over(
                attributes(scopes), attributes, scopes.getOptions().getLogger());
        return ContextBlock.open(scopes, block -> ATTRIBUTES.open(block, Optional.of(all)));
    }

    /**
     * Tells whether something around is being tracked.
     *
     * @param scopes those of the place in question
     * @return true inside of {@link #openTracked}
     */
    public static boolean isTracked(IScopes scopes) {
        return TRACKED.get(scopes).orElse(false);
    }

    /**
     * Opens a block for something tracked; it keeps the name of the pipeline that it is in.
     *
     * @param scopes those to return to when the block is closed
     * @param name of the pipeline that the block is when there is none around
     * @return the block, current on this thread until closed
     */
    public static ContextBlock openTracked(IScopes scopes, String name) {
        Optional<String> pipeline = pipelineName(scopes).or(() -> nonEmpty(name));
        return ContextBlock.open(scopes, block -> {
            PIPELINE_NAME.open(block, pipeline);
            TRACKED.open(block, Optional.of(true));
        });
    }

    private static Optional<String> nonEmpty(@Nullable String text) {
        return Optional.ofNullable(text).filter(given -> !given.isEmpty());
    }
}
