package dev.sentryai.providertests;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a test asks a model, for a provider to put into its own request.
 *
 * @param instructions what the system tells the model; null for nothing
 * @param text what the user says
 * @param imageUrl an image beside the text, as a {@code data:} or other URL; null for none
 * @param tools names of tools that the model may call; each takes a string named {@code city}
 * @param toolUse what came after the text: the model called a tool, and this is the result; null for nothing
 */
public record Question(
        @Nullable String instructions,
        String text,
        @Nullable String imageUrl,
        List<String> tools,
        @Nullable ToolUse toolUse) {

    /** The model that questions are put to, whosoever it is: one with a price, so that each call has a cost. */
    public static final String MODEL = "gpt-4o-mini";

    /** Copies the tools. */
    public Question {
        tools = List.copyOf(tools);
    }

    /** Returns a question of a text alone. */
    public static Question of(String text) {
        return new Question(null, text, null, List.of(), null);
    }

    /** Returns this question with instructions. */
    public Question withInstructions(String instructions) {
        return new Question(instructions, text, imageUrl, tools, toolUse);
    }

    /** Returns this question with an image. */
    public Question withImage(String imageUrl) {
        return new Question(instructions, text, imageUrl, tools, toolUse);
    }

    /** Returns this question with tools. */
    public Question withTools(String... tools) {
        return new Question(instructions, text, imageUrl, List.of(tools), toolUse);
    }

    /** Returns this question with the use of a tool that followed it. */
    public Question withToolUse(ToolUse toolUse) {
        return new Question(instructions, text, imageUrl, tools, toolUse);
    }
}
