package dev.sentryai.format.bedrock;

import dev.sentryai.protocol.message.Part;
import dev.sentryai.wire.Wire;
import java.util.List;

/** Reads the blocks that messages, instructions and results of tools consist of; each has one member, which is what it is. */
final class ContentBlocks {

    private static final List<String> MEDIA = List.of("image", "document", "video", "audio");

    private ContentBlocks() {}

    static List<Part> of(Wire blocks) {
        return blocks.items().stream().flatMap(block -> parts(block).stream()).toList();
    }

    /** Returns the parts of one block: none for marks such as cache points, several for a document that has blocks itself. */
    static List<Part> parts(Wire block) {
        if (block.get("text").isPresent()) {
            return List.of(text(block));
        }
        if (block.get("toolUse").isPresent()) {
            return List.of(Tools.call(block.get("toolUse")));
        }
        if (block.get("toolResult").isPresent()) {
            return List.of(Tools.result(block.get("toolResult")));
        }
        if (block.get("reasoningContent").isPresent()) {
            return reasoning(block.get("reasoningContent"));
        }
        if (block.get("guardContent").isPresent()) {
            return guarded(block.get("guardContent"));
        }
        return media(block);
    }

    private static Part text(Wire owner) {
        return new Part.Text(owner.get("text").textOrEmpty());
    }

    /** Thoughts that the provider keeps to itself are encrypted, and left out. */
    private static List<Part> reasoning(Wire content) {
        String text = content.get("reasoningText").get("text").word();
        return text == null ? List.of() : List.of(new Part.Reasoning(text));
    }

    /** What a guardrail is to look at is content like any other. */
    private static List<Part> guarded(Wire content) {
        return content.get("text").isPresent() ? List.of(text(content.get("text"))) : media(content);
    }

    private static List<Part> media(Wire block) {
        for (String modality : MEDIA) {
            Wire medium = block.get(modality);
            if (medium.isPresent()) {
                return Media.parts(modality, medium);
            }
        }
        Wire cited = block.get("citationsContent");
        return of((cited.isPresent() ? cited : block.get("searchResult")).get("content"));
    }
}
