package dev.sentryai.telemetry.rules.subject.content;

import dev.sentryai.telemetry.rules.fact.Fact;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an attribute of content holds, by its key, which may be an older one. */
public enum ContentKind {
    INPUT_MESSAGES(Direction.INPUT, Fact.MESSAGES),
    OUTPUT_MESSAGES(Direction.OUTPUT, Fact.MESSAGES),
    INSTRUCTIONS(Direction.INPUT, Fact.INSTRUCTIONS),
    DEFINITIONS(Direction.NONE, Fact.DEFINITIONS),
    ARGUMENTS(Direction.INPUT, Fact.ARGUMENTS),
    RESULT(Direction.OUTPUT),
    EMBEDDINGS_INPUT(Direction.INPUT),
    MEMORY_RECORDS(Direction.OUTPUT, Fact.RECORDS),
    /** What to decide or extract: it stands where other operations have messages. */
    QUESTIONS(Direction.INPUT),
    /** What was decided or extracted. */
    ANSWERS(Direction.OUTPUT),
    /** Input in a shape that nothing is demanded of. */
    OTHER_INPUT(Direction.INPUT),
    /** Output in a shape that nothing is demanded of. */
    OTHER_OUTPUT(Direction.OUTPUT);

    private static final Map<String, ContentKind> BY_KEY = new HashMap<>();

    static {
        put(INPUT_MESSAGES, "gen_ai.input.messages");
        put(OUTPUT_MESSAGES, "gen_ai.output.messages");
        put(INSTRUCTIONS, "gen_ai.system_instructions");
        put(DEFINITIONS, "gen_ai.tool.definitions");
        put(ARGUMENTS, "gen_ai.tool.call.arguments", "gen_ai.tool.input", "ai.toolCall.args");
        put(RESULT, "gen_ai.tool.call.result", "gen_ai.tool.output", "gen_ai.tool.message", "ai.toolCall.result");
        put(EMBEDDINGS_INPUT, "gen_ai.embeddings.input");
        put(MEMORY_RECORDS, "gen_ai.memory.records");
        put(OTHER_INPUT, "gen_ai.memory.query.text", "gen_ai.request.messages", "gen_ai.prompt");
        put(OTHER_INPUT, "gen_ai.system.message", "ai.input_messages", "ai.prompt", "ai.prompt.messages");
        put(OTHER_INPUT, "ai.preamble", "ai.texts");
        put(OTHER_OUTPUT, "gen_ai.response.text", "gen_ai.response.object", "gen_ai.response.tool_calls");
        put(OTHER_OUTPUT, "ai.response.text", "ai.response.object", "ai.response.toolCalls");
        put(OTHER_OUTPUT, "ai.responses", "ai.tool_calls");
        put(OTHER_OUTPUT, "mcp.tool.result.content", "mcp.prompt.result.message_content");
    }

    private final Direction direction;
    private final long facts;

    ContentKind(Direction direction) {
        this.direction = direction;
        this.facts = 0;
    }

    ContentKind(Direction direction, Fact fact) {
        this.direction = direction;
        this.facts = fact.bit();
    }

    /** Of all content of this kind. */
    long facts() {
        return facts;
    }

    private static void put(ContentKind kind, String... keys) {
        for (String key : keys) {
            BY_KEY.put(key, kind);
        }
    }

    /** Null if the attribute holds no content. */
    public static @Nullable ContentKind of(String key) {
        ContentKind kind = BY_KEY.get(key);
        return kind == null && endsWithNameOfApplication(key) ? OTHER_INPUT : kind;
    }

    private static boolean endsWithNameOfApplication(String key) {
        return key.startsWith("gen_ai.prompt.variable.") || key.startsWith("mcp.request.argument.");
    }

    public boolean isMessages() {
        return this == INPUT_MESSAGES || this == OUTPUT_MESSAGES;
    }

    public boolean isInput() {
        return direction == Direction.INPUT;
    }

    public boolean isOutput() {
        return direction == Direction.OUTPUT;
    }

    private enum Direction {
        INPUT,
        OUTPUT,
        NONE
    }
}
