package dev.sentryai.telemetry.content;

import dev.sentryai.protocol.message.Part;
import dev.sentryai.telemetry.json.JsonObject;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads images, audio, video and documents: by address, by file id, or (their bytes left out) by media type. */
final class MediaPart {

    private MediaPart() {}

    /** Null if the part tells nothing of its content. */
    static @Nullable Part read(String type, JsonObject part) {
        JsonObject media = Members.nested(part, "image_url", "source", "file", "input_audio", "inlineData", "fileData");
        String mimeType = mimeType(media, part);
        String modality = modality(type, part, mimeType);
        String fileId = Members.text(media, "file_id", "fileId");
        String uri = Members.text(media, "uri", "url", "fileUri", "image_url", "file_url", "image");
        if (uri != null && uri.contains(":")) {
            return Part.uri(modality, uri, mimeType);
        }
        if (fileId != null) {
            return new Part.FileRef(modality, fileId, mimeType);
        }
        boolean inline = uri != null || Members.value(media, "data", "content", "file_data") != null;
        return inline || mimeType != null ? new Part.Blob(modality, mimeType) : null;
    }

    private static @Nullable String mimeType(JsonObject media, JsonObject part) {
        String mimeType = Members.text(media, "mime_type", "media_type", "mimeType", "mediaType");
        if (mimeType == null) {
            mimeType = Members.text(part, "mime_type", "media_type", "mimeType", "mediaType");
        }
        String format = Members.text(media, "format");
        return mimeType == null && format != null ? "audio/" + format : mimeType;
    }

    private static String modality(String type, JsonObject part, @Nullable String mimeType) {
        String modality = part.text("modality");
        if (modality != null) {
            return modality;
        }
        String hint = type + ' ' + (mimeType == null ? "" : mimeType.toLowerCase(Locale.ROOT));
        if (hint.contains("image")) {
            return "image";
        }
        if (hint.contains("audio")) {
            return "audio";
        }
        return hint.contains("video") ? "video" : "document";
    }
}
