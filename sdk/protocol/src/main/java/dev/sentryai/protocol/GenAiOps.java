package dev.sentryai.protocol;

/** The span ops {@code gen_ai.*} of the Sentry conventions 0.33.0. */
public final class GenAiOps {

    /** A model continues a conversation. */
    public static final String CHAT = "gen_ai.chat";

    /** A model continues a text. */
    public static final String TEXT_COMPLETION = "gen_ai.text_completion";

    /** A model generates content, of several kinds of media perhaps. */
    public static final String GENERATE_CONTENT = "gen_ai.generate_content";

    /** A model embeds texts as vectors. */
    public static final String EMBEDDINGS = "gen_ai.embeddings";

    /** An agent runs. */
    public static final String INVOKE_AGENT = "gen_ai.invoke_agent";

    /** An agent is created. */
    public static final String CREATE_AGENT = "gen_ai.create_agent";

    /** A tool runs. */
    public static final String EXECUTE_TOOL = "gen_ai.execute_tool";

    /** An agent's memory is searched or changed. */
    public static final String MEMORY_CLIENT = "gen_ai.memory.client";

    /** A model answers typed questions about a state. */
    public static final String DECIDE = "gen_ai.decide";

    /** A model fills in typed fields from a state. */
    public static final String EXTRACT = "gen_ai.extract";

    /**
     * A model judges something.
     *
     * @deprecated use {@link #DECIDE}
     */
    @Deprecated
    public static final String EVALUATE = "gen_ai.evaluate";

    /**
     * A model answers through the responses API of OpenAI.
     *
     * @deprecated use {@link #CHAT}
     */
    @Deprecated
    public static final String RESPONSES = "gen_ai.responses";

    /**
     * An agent hands over to another one.
     *
     * @deprecated without replacement
     */
    @Deprecated
    public static final String HANDOFF = "gen_ai.handoff";

    /**
     * A model sorts documents by relevance.
     *
     * @deprecated without replacement
     */
    @Deprecated
    public static final String RERANK = "gen_ai.rerank";

    private GenAiOps() {}
}
