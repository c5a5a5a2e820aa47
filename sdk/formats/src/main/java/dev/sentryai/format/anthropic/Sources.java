package dev.sentryai.format.anthropic;

import dev.sentryai.protocol.message.Part;
import dev.sentryai.wire.Wire;
import java.util.List;

/** Reads where images and documents come from. */
final class Sources {

    private Sources() {}

    /** Returns what stands for the source of an image or document: its text if that is what it is, but never binary content. */
    static List<Part> parts(String modality, Wire source) {
        return switch (source.get("type").textOrEmpty()) {
            case "url" -> List.of(Part.uri(modality, source.get("url").textOrEmpty(), null));
            case "file" -> List.of(file(modality, source));
            case "text" -> List.of(new Part.Text(source.get("data").textOrEmpty()));
            case "content" -> ContentBlocks.of(source.get("content"));
            default -> List.of(new Part.Blob(modality, source.get("media_type").word()));
        };
    }

    static Part file(String modality, Wire owner) {
        return new Part.FileRef(modality, owner.get("file_id").textOrEmpty(), null);
    }
}
