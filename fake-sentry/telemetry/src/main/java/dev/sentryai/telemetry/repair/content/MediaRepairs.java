package dev.sentryai.telemetry.repair.content;

import dev.sentryai.telemetry.repair.tree.Node;
import dev.sentryai.telemetry.repair.tree.ObjectNode;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Repairs of images, sounds and files in the notation of OpenAI, which keeps what they are in an object of their own. */
final class MediaRepairs {

    private static final Pattern DATA_URL = Pattern.compile("data:([a-z]+)(/[^;,]*)?[;,].*", Pattern.DOTALL);
    private static final String MODALITY = "modality";
    private static final String MIME_TYPE = "mime_type";
    private static final String CONTENT = "content";

    private MediaRepairs() {}

    /** Moves what an inner object says into the part, and gives the part the type that follows; leaves any other part alone. */
    static void flatten(ObjectNode part) {
        switch (part.text("type").orElse("")) {
            case "image_url" -> image(part);
            case "input_audio" -> audio(part);
            case "file" -> file(part);
            default -> {}
        }
    }

    private static void image(ObjectNode part) {
        Node image = part.get("image_url");
        Optional<String> url = image instanceof ObjectNode object
                ? object.text("url")
                : Optional.ofNullable(image).flatMap(Node::text);
        url.ifPresent(address -> {
            part.rename("image_url", "uri");
            part.put("uri", address);
            part.put(MODALITY, "image");
        });
    }

    private static void audio(ObjectNode part) {
        if (part.get("input_audio") instanceof ObjectNode audio
                && audio.text("data").isPresent()) {
            part.rename("input_audio", CONTENT);
            part.put(CONTENT, audio.text("data").get());
            part.put(MODALITY, "audio");
            audio.text("format").ifPresent(format -> part.put(MIME_TYPE, "audio/" + format));
        }
    }

    private static void file(ObjectNode part) {
        if (!(part.get("file") instanceof ObjectNode file)) {
            return;
        }
        Optional<String> data = file.text("file_data");
        Optional<String> id = file.text("file_id");
        if (data.isPresent()) {
            part.put("type", "blob");
            part.rename("file", CONTENT);
            part.put(CONTENT, data.get());
            describe(part, data.get());
        } else if (id.isPresent()) {
            part.rename("file", "file_id");
            part.put("file_id", id.get());
            part.put(MODALITY, "document");
        }
    }

    /** Files are documents, unless they say that they are something else. */
    private static void describe(ObjectNode part, String data) {
        Matcher url = DATA_URL.matcher(data);
        String kind = url.matches() ? url.group(1) : "";
        boolean media = kind.equals("image") || kind.equals("audio") || kind.equals("video");
        part.put(MODALITY, media ? kind : "document");
        if (url.matches() && url.group(2) != null) {
            part.put(MIME_TYPE, kind + url.group(2));
        }
    }
}
