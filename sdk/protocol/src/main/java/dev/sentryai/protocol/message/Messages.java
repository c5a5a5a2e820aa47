package dev.sentryai.protocol.message;

import dev.sentryai.protocol.json.Json;
import java.util.List;

/** Writes what the message attributes of a span hold. */
public final class Messages {

    private Messages() {}

    /**
     * Returns the messages as {@code gen_ai.input.messages} and {@code gen_ai.output.messages} hold them: a JSON array of
     * {@code {role, parts}}.
     *
     * @throws IllegalArgumentException if a part holds something that {@link Json#write} refuses
     */
    public static String toJson(List<Message> messages) {
        return Json.write(messages);
    }

    /**
     * Returns the parts as {@code gen_ai.system_instructions} holds them: a JSON array of parts, without a role.
     *
     * @throws IllegalArgumentException if a part holds something that {@link Json#write} refuses
     */
    public static String instructionsToJson(List<? extends Part> instructions) {
        return Json.write(instructions);
    }
}
