package dev.sentryai.telemetry.rules.fact;

import dev.sentryai.protocol.CommonAttributes;
import dev.sentryai.protocol.GenAiAttributes;
import java.util.List;

/**
 * A fact that a rule may need. Facts are cheap to find out, once for all rules, and few: most attributes show none, and a span
 * shows only what it is and has. A fact may hold where the rule then finds nothing, but never the other way round.
 */
public enum Fact {
    // --- Of attributes ---

    /** A key of {@code gen_ai} that the conventions do not have; also of a span with such an attribute. */
    UNREGISTERED,
    /** The fixed part of a key that ends with a name of the application's. */
    SUFFIX_MISSING,
    DEPRECATED,
    /** A key of the namespace {@code ai}. */
    LEGACY,
    /** Another key of the same meaning is read first. */
    OUTRANKED,
    /** A key with characters, or of a length, that no key of the conventions has. */
    ODD_KEY,
    RESERVED,
    COMPUTED,
    ENUMERATED,
    JSON_TEXT,
    /** Type or value are wrong. */
    FAULTY,
    /** A text or array with nothing in it. */
    EMPTY,

    // --- Of spans: what they are ---

    AI,
    MCP,
    STREAMED,
    TRANSACTION,
    /** Has a status other than ok. */
    FAILED,
    /** An id is absent, or not what ids are. */
    ODD_ID,
    MODEL_CALL,
    AGENT,
    TOOL,
    MEMORY,
    EMBEDDINGS,
    DECISION,
    /** An op of AI that is unknown or given up. */
    ODD_OP,
    /** An operation name that is not one of the conventions in force. */
    ODD_OPERATION,
    /** Op and operation name do not go together. */
    CONTRADICTION,

    // --- Of spans: an attribute that they have, under any of its names ---

    /** What none but an AI span should have. */
    AI_WORK,
    USAGE,
    /** A count below zero. */
    NEGATIVE,
    /** Parts of the input or of the output. */
    BREAKDOWN,
    TOTAL,
    COST,
    MODEL,
    PROVIDER,
    SETTING,
    FINISH_REASON,
    STREAM,
    CONVERSATION,
    ERROR_TYPE,
    /** How much content there was. */
    SIZE,
    CONTENT,
    /** Content under a key of another library's. */
    FOREIGN_CONTENT,
    /** A key of no namespace that the conventions have. */
    FOREIGN,
    /** More attributes, or a longer key, than telemetry usually has. */
    CROWDED,

    // --- Of content ---

    MESSAGES,
    INSTRUCTIONS,
    DEFINITIONS,
    ARGUMENTS,
    RECORDS,
    /** Is anything but JSON text in one piece with something in it. */
    ODD_TEXT,
    /** Has parts of messages or of instructions. */
    PARTS,
    SECRET,
    /** An object has a member twice. */
    REPEATED;

    private final long bit = Bits.next();

    /** A number of which one bit is set, another one for each fact. */
    public long bit() {
        return bit;
    }

    /** The current names of the attributes, one of which makes a span show this; empty if that is not all there is to it. */
    public List<String> keys() {
        return switch (this) {
            case USAGE ->
                List.of(
                        GenAiAttributes.USAGE_INPUT_TOKENS,
                        GenAiAttributes.USAGE_OUTPUT_TOKENS,
                        GenAiAttributes.USAGE_TOTAL_TOKENS);
            case BREAKDOWN ->
                List.of(
                        GenAiAttributes.USAGE_CACHE_READ_INPUT_TOKENS,
                        GenAiAttributes.USAGE_CACHE_CREATION_INPUT_TOKENS,
                        GenAiAttributes.USAGE_REASONING_OUTPUT_TOKENS);
            case TOTAL -> List.of(GenAiAttributes.USAGE_TOTAL_TOKENS);
            case COST ->
                List.of(
                        GenAiAttributes.COST_INPUT_TOKENS,
                        GenAiAttributes.COST_OUTPUT_TOKENS,
                        GenAiAttributes.COST_TOTAL_TOKENS);
            case MODEL -> List.of(GenAiAttributes.REQUEST_MODEL, GenAiAttributes.RESPONSE_MODEL);
            case PROVIDER -> List.of(GenAiAttributes.PROVIDER_NAME);
            case SETTING ->
                List.of(
                        GenAiAttributes.REQUEST_TEMPERATURE,
                        GenAiAttributes.REQUEST_TOP_P,
                        GenAiAttributes.REQUEST_FREQUENCY_PENALTY,
                        GenAiAttributes.REQUEST_PRESENCE_PENALTY,
                        GenAiAttributes.REQUEST_MAX_TOKENS,
                        GenAiAttributes.REQUEST_TOP_K);
            case FINISH_REASON -> List.of(GenAiAttributes.RESPONSE_FINISH_REASONS);
            case STREAM ->
                List.of(
                        GenAiAttributes.RESPONSE_STREAMING,
                        "gen_ai.request.stream",
                        GenAiAttributes.RESPONSE_TIME_TO_FIRST_CHUNK,
                        GenAiAttributes.RESPONSE_TOKENS_PER_SECOND);
            case CONVERSATION -> List.of(GenAiAttributes.CONVERSATION_ID);
            case ERROR_TYPE -> List.of(CommonAttributes.ERROR_TYPE);
            case SIZE ->
                List.of(GenAiAttributes.TOOL_CALL_RESULT_SIZE, "sentry.sdk_meta.gen_ai.input.messages.original_length");
            default -> List.of();
        };
    }

    /** Deals out the bits while the facts are made, which one thread does, once. */
    private static final class Bits {
        private static long next = 1;

        static long next() {
            long bit = next;
            next <<= 1;
            return bit;
        }
    }
}
