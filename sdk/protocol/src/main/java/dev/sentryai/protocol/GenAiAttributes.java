package dev.sentryai.protocol;

/**
 * The attribute keys {@code gen_ai.*} of the Sentry conventions 0.33.0. Where a description ends in "Content", the value is what
 * people or models said, which is recorded only if the application wants it. A deprecated key whose constant would have the name of
 * a current one ends in {@code _DEPRECATED}.
 */
public final class GenAiAttributes {

    /** The name of the agent that runs, or on whose behalf a call is made. */
    public static final String AGENT_NAME = "gen_ai.agent.name";

    /** How full the model's context window was, from 0 to 1. Computed by Sentry. */
    public static final String CONTEXT_UTILIZATION = "gen_ai.context.utilization";

    /** The size of the model's context window in tokens. Computed by Sentry. */
    public static final String CONTEXT_WINDOW_SIZE = "gen_ai.context.window_size";

    /** The id of the conversation that a call belongs to: short and opaque. */
    public static final String CONVERSATION_ID = "gen_ai.conversation.id";

    /** The US dollars spent on input that was put into the cache. Computed by Sentry. */
    public static final String COST_CACHE_CREATION_INPUT_TOKENS = "gen_ai.cost.cache_creation.input_tokens";

    /** The US dollars spent on input that came out of the cache. Computed by Sentry. */
    public static final String COST_CACHE_READ_INPUT_TOKENS = "gen_ai.cost.cache_read.input_tokens";

    /** The US dollars spent on input. Computed by Sentry. */
    public static final String COST_INPUT_TOKENS = "gen_ai.cost.input_tokens";

    /** The US dollars spent on output. Computed by Sentry. */
    public static final String COST_OUTPUT_TOKENS = "gen_ai.cost.output_tokens";

    /** The US dollars spent on reasoning. Computed by Sentry. */
    public static final String COST_REASONING_OUTPUT_TOKENS = "gen_ai.cost.reasoning.output_tokens";

    /** The US dollars spent in all. Computed by Sentry. */
    public static final String COST_TOTAL_TOKENS = "gen_ai.cost.total_tokens";

    /** What was embedded: plain text, or a JSON array of texts as a string. Content. */
    public static final String EMBEDDINGS_INPUT = "gen_ai.embeddings.input";

    /** The id of the function in the application's code that makes the call. */
    public static final String FUNCTION_ID = "gen_ai.function_id";

    /** The messages sent to the model as JSON text, see {@link dev.sentryai.protocol.message.Messages}. Content. */
    public static final String INPUT_MESSAGES = "gen_ai.input.messages";

    /** What memory was searched for. Content. */
    public static final String MEMORY_QUERY_TEXT = "gen_ai.memory.query.text";

    /** The number of memory records read or written. */
    public static final String MEMORY_RECORD_COUNT = "gen_ai.memory.record.count";

    /** The id of the memory record. */
    public static final String MEMORY_RECORD_ID = "gen_ai.memory.record.id";

    /** The memory records as JSON text. Content. */
    public static final String MEMORY_RECORDS = "gen_ai.memory.records";

    /** The id of the memory store. */
    public static final String MEMORY_STORE_ID = "gen_ai.memory.store.id";

    /** What was done, such as {@code chat} or {@code execute_tool}. */
    public static final String OPERATION_NAME = "gen_ai.operation.name";

    /** The kind of operation, such as {@code ai_client}. Set by Sentry, not by SDKs. */
    public static final String OPERATION_TYPE = "gen_ai.operation.type";

    /** The messages that the model answered as JSON text, see {@link dev.sentryai.protocol.message.Messages}. Content. */
    public static final String OUTPUT_MESSAGES = "gen_ai.output.messages";

    /** The name of the AI pipeline that a call is part of. */
    public static final String PIPELINE_NAME = "gen_ai.pipeline.name";

    /**
     * The prompt.
     *
     * @deprecated use {@link #INPUT_MESSAGES}
     */
    @Deprecated
    public static final String PROMPT = "gen_ai.prompt";

    /** The name of the prompt or prompt template. */
    public static final String PROMPT_NAME = "gen_ai.prompt.name";

    /** What the keys of prompt variables start with; the variable's name follows. The values are content. */
    public static final String PROMPT_VARIABLE_PREFIX = "gen_ai.prompt.variable.";

    /** The provider that was called, such as {@code openai}. */
    public static final String PROVIDER_NAME = "gen_ai.provider.name";

    /**
     * The tools that the model could call.
     *
     * @deprecated use {@link #TOOL_DEFINITIONS}
     */
    @Deprecated
    public static final String REQUEST_AVAILABLE_TOOLS = "gen_ai.request.available_tools";

    /** The frequency penalty asked for. */
    public static final String REQUEST_FREQUENCY_PENALTY = "gen_ai.request.frequency_penalty";

    /** The greatest number of tokens that the model may write. */
    public static final String REQUEST_MAX_TOKENS = "gen_ai.request.max_tokens";

    /**
     * The messages sent to the model.
     *
     * @deprecated use {@link #INPUT_MESSAGES}
     */
    @Deprecated
    public static final String REQUEST_MESSAGES = "gen_ai.request.messages";

    /** The model asked for. */
    public static final String REQUEST_MODEL = "gen_ai.request.model";

    /** The presence penalty asked for. */
    public static final String REQUEST_PRESENCE_PENALTY = "gen_ai.request.presence_penalty";

    /** How hard the model was asked to think, such as {@code high}. */
    public static final String REQUEST_REASONING_LEVEL = "gen_ai.request.reasoning.level";

    /**
     * The schema that the answer had to follow.
     *
     * @deprecated without replacement
     */
    @Deprecated
    public static final String REQUEST_SCHEMA = "gen_ai.request.schema";

    /** The seed asked for; a string. */
    public static final String REQUEST_SEED = "gen_ai.request.seed";

    /** The texts at which the model was asked to stop; a list of strings. */
    public static final String REQUEST_STOP_SEQUENCES = "gen_ai.request.stop_sequences";

    /** The temperature asked for. */
    public static final String REQUEST_TEMPERATURE = "gen_ai.request.temperature";

    /** The number of candidate tokens asked for; an integer. */
    public static final String REQUEST_TOP_K = "gen_ai.request.top_k";

    /** The probability mass asked for. */
    public static final String REQUEST_TOP_P = "gen_ai.request.top_p";

    /**
     * Why the model stopped.
     *
     * @deprecated use {@link #RESPONSE_FINISH_REASONS}
     */
    @Deprecated
    public static final String RESPONSE_FINISH_REASON = "gen_ai.response.finish_reason";

    /** Why the model stopped: one word, or a JSON array of them as a string. */
    public static final String RESPONSE_FINISH_REASONS = "gen_ai.response.finish_reasons";

    /** The provider's id of the response. */
    public static final String RESPONSE_ID = "gen_ai.response.id";

    /** The model that answered, which may be more precise than the one asked for. */
    public static final String RESPONSE_MODEL = "gen_ai.response.model";

    /**
     * The provider's type of the response object.
     *
     * @deprecated without replacement
     */
    @Deprecated
    public static final String RESPONSE_OBJECT = "gen_ai.response.object";

    /** Whether the response was streamed. */
    public static final String RESPONSE_STREAMING = "gen_ai.response.streaming";

    /**
     * The texts that the model answered.
     *
     * @deprecated use {@link #OUTPUT_MESSAGES}
     */
    @Deprecated
    public static final String RESPONSE_TEXT = "gen_ai.response.text";

    /** The time from the request to the first chunk of the response, in seconds. */
    public static final String RESPONSE_TIME_TO_FIRST_CHUNK = "gen_ai.response.time_to_first_chunk";

    /**
     * The time from the request to the first token of the response, in seconds.
     *
     * @deprecated use {@link #RESPONSE_TIME_TO_FIRST_CHUNK}
     */
    @Deprecated
    public static final String RESPONSE_TIME_TO_FIRST_TOKEN = "gen_ai.response.time_to_first_token";

    /** The output tokens per second. Computed by Sentry. */
    public static final String RESPONSE_TOKENS_PER_SECOND = "gen_ai.response.tokens_per_second";

    /**
     * The tools that the model wished to call.
     *
     * @deprecated use {@link #OUTPUT_MESSAGES}
     */
    @Deprecated
    public static final String RESPONSE_TOOL_CALLS = "gen_ai.response.tool_calls";

    /**
     * The provider that was called.
     *
     * @deprecated use {@link #PROVIDER_NAME}
     */
    @Deprecated
    public static final String SYSTEM = "gen_ai.system";

    /**
     * The system prompt.
     *
     * @deprecated use {@link #SYSTEM_INSTRUCTIONS}
     */
    @Deprecated
    public static final String SYSTEM_MESSAGE = "gen_ai.system.message";

    /** The system prompt as a JSON array of parts, see {@link dev.sentryai.protocol.message.Messages}. Content. */
    public static final String SYSTEM_INSTRUCTIONS = "gen_ai.system_instructions";

    /** The arguments of a tool call as JSON text. Content. */
    public static final String TOOL_CALL_ARGUMENTS = "gen_ai.tool.call.arguments";

    /** The result of a tool call as JSON text or plain text. Content. */
    public static final String TOOL_CALL_RESULT = "gen_ai.tool.call.result";

    /** The size of the whole result of a tool call as UTF-8, in bytes. */
    public static final String TOOL_CALL_RESULT_SIZE = "gen_ai.tool.call.result.size";

    /** The tools that the model could call as JSON text, see {@link dev.sentryai.protocol.message.ToolDefinition}. Content. */
    public static final String TOOL_DEFINITIONS = "gen_ai.tool.definitions";

    /** What the tool is for. */
    public static final String TOOL_DESCRIPTION = "gen_ai.tool.description";

    /**
     * The arguments of a tool call.
     *
     * @deprecated use {@link #TOOL_CALL_ARGUMENTS}
     */
    @Deprecated
    public static final String TOOL_INPUT = "gen_ai.tool.input";

    /**
     * The result of a tool call.
     *
     * @deprecated use {@link #TOOL_CALL_RESULT}
     */
    @Deprecated
    public static final String TOOL_MESSAGE = "gen_ai.tool.message";

    /** The name of the tool. */
    public static final String TOOL_NAME = "gen_ai.tool.name";

    /**
     * The result of a tool call.
     *
     * @deprecated use {@link #TOOL_CALL_RESULT}
     */
    @Deprecated
    public static final String TOOL_OUTPUT = "gen_ai.tool.output";

    /**
     * The type of the tool.
     *
     * @deprecated without replacement
     */
    @Deprecated
    public static final String TOOL_TYPE = "gen_ai.tool.type";

    /** The input tokens that were put into the provider's cache. */
    public static final String USAGE_CACHE_CREATION_INPUT_TOKENS = "gen_ai.usage.cache_creation.input_tokens";

    /**
     * The input tokens that were put into the provider's cache.
     *
     * @deprecated use {@link #USAGE_CACHE_CREATION_INPUT_TOKENS}
     */
    @Deprecated
    public static final String USAGE_CACHE_CREATION_INPUT_TOKENS_DEPRECATED =
            "gen_ai.usage.cache_creation_input_tokens";

    /** The input tokens that came out of the provider's cache. */
    public static final String USAGE_CACHE_READ_INPUT_TOKENS = "gen_ai.usage.cache_read.input_tokens";

    /**
     * The input tokens that came out of the provider's cache.
     *
     * @deprecated use {@link #USAGE_CACHE_READ_INPUT_TOKENS}
     */
    @Deprecated
    public static final String USAGE_CACHE_READ_INPUT_TOKENS_DEPRECATED = "gen_ai.usage.cache_read_input_tokens";

    /**
     * The output tokens.
     *
     * @deprecated use {@link #USAGE_OUTPUT_TOKENS}
     */
    @Deprecated
    public static final String USAGE_COMPLETION_TOKENS = "gen_ai.usage.completion_tokens";

    /** The input tokens, cache reads and cache creation included. */
    public static final String USAGE_INPUT_TOKENS = "gen_ai.usage.input_tokens";

    /**
     * The input tokens that were put into the provider's cache.
     *
     * @deprecated use {@link #USAGE_CACHE_CREATION_INPUT_TOKENS}
     */
    @Deprecated
    public static final String USAGE_INPUT_TOKENS_CACHE_WRITE = "gen_ai.usage.input_tokens.cache_write";

    /**
     * The input tokens that came out of the provider's cache.
     *
     * @deprecated use {@link #USAGE_CACHE_READ_INPUT_TOKENS}
     */
    @Deprecated
    public static final String USAGE_INPUT_TOKENS_CACHED = "gen_ai.usage.input_tokens.cached";

    /** The output tokens, reasoning included. */
    public static final String USAGE_OUTPUT_TOKENS = "gen_ai.usage.output_tokens";

    /**
     * The output tokens that were spent on reasoning.
     *
     * @deprecated use {@link #USAGE_REASONING_OUTPUT_TOKENS}
     */
    @Deprecated
    public static final String USAGE_OUTPUT_TOKENS_REASONING = "gen_ai.usage.output_tokens.reasoning";

    /**
     * The input tokens.
     *
     * @deprecated use {@link #USAGE_INPUT_TOKENS}
     */
    @Deprecated
    public static final String USAGE_PROMPT_TOKENS = "gen_ai.usage.prompt_tokens";

    /** The output tokens that were spent on reasoning. */
    public static final String USAGE_REASONING_OUTPUT_TOKENS = "gen_ai.usage.reasoning.output_tokens";

    /** The input and output tokens together. */
    public static final String USAGE_TOTAL_TOKENS = "gen_ai.usage.total_tokens";

    private GenAiAttributes() {}
}
