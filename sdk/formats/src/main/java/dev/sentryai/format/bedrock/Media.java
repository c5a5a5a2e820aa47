package dev.sentryai.format.bedrock;

import dev.sentryai.protocol.message.Part;
import dev.sentryai.wire.Wire;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads images, documents, videos and sound. */
final class Media {

    /** Formats of documents and sound whose media types are not made of modality and format. */
    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("pdf", "application/pdf"),
            Map.entry("doc", "application/msword"),
            Map.entry("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
            Map.entry("xls", "application/vnd.ms-excel"),
            Map.entry("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
            Map.entry("csv", "text/csv"),
            Map.entry("html", "text/html"),
            Map.entry("txt", "text/plain"),
            Map.entry("md", "text/markdown"),
            Map.entry("mp3", "audio/mpeg"),
            Map.entry("mov", "video/quicktime"),
            Map.entry("mkv", "video/x-matroska"),
            Map.entry("wmv", "video/x-ms-wmv"),
            Map.entry("three_gp", "video/3gpp"));

    private Media() {}

    /** Returns what stands for a medium: its text if that is what it is, its address, but never binary content. */
    static List<Part> parts(String modality, Wire medium) {
        Wire source = medium.get("source");
        String text = source.get("text").text();
        if (text != null) {
            return List.of(new Part.Text(text));
        }
        List<Part> blocks = ContentBlocks.of(source.get("content"));
        if (!blocks.isEmpty()) {
            return blocks;
        }
        String type = mediaType(modality, medium.get("format").word());
        String uri = source.get("s3Location").get("uri").word();
        return List.of(uri == null ? new Part.Blob(modality, type) : Part.uri(modality, uri, type));
    }

    private static @Nullable String mediaType(String modality, @Nullable String format) {
        if (format == null) {
            return null;
        }
        String type = TYPES.get(format);
        return type != null || modality.equals("document") ? type : modality + '/' + format;
    }
}
