package dev.sentryai.protocol.message;

import dev.sentryai.protocol.json.Json;
import dev.sentryai.protocol.json.JsonText;
import dev.sentryai.protocol.json.JsonValue;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A piece of a {@link Message}. Binary content has no place in any of them: it is represented, never carried. Values typed
 * {@code Object} are what {@link Json#write} accepts and are not copied.
 */
public sealed interface Part extends JsonValue {

    /** What stands in telemetry where binary content was. */
    String BLOB_SUBSTITUTE = "[Blob substitute]";

    /** Returns the word by which readers tell the kinds of parts apart, such as {@code text}. */
    String type();

    @Override
    Map<String, @Nullable Object> toJson();

    /**
     * Returns a call of a tool whose arguments came as text.
     *
     * @param id the id that the answer refers to; null when the provider gives none
     * @param name the tool's name
     * @param arguments the arguments as the model wrote them: embedded as JSON if they are, else kept as a string; null when there
     *     are none
     */
    static Part toolCall(@Nullable String id, String name, @Nullable String arguments) {
        return new ToolCall(id, name, arguments == null ? null : JsonText.orString(arguments));
    }

    /**
     * Returns a reference to content elsewhere, or a {@link Blob} if the address is a {@code data:} URL, which has the content in it.
     *
     * @param modality {@code image}, {@code audio}, {@code video}, {@code document}, or another word
     * @param uri the address
     * @param mimeType the media type; null when not known, then that of a {@code data:} URL counts
     */
    static Part uri(String modality, String uri, @Nullable String mimeType) {
        if (!isDataUrl(uri)) {
            return new Uri(modality, uri, mimeType);
        }
        return new Blob(modality, mimeType == null ? dataUrlMimeType(uri) : mimeType);
    }

    private static boolean isDataUrl(String uri) {
        return uri.stripLeading().regionMatches(true, 0, "data:", 0, "data:".length());
    }

    private static @Nullable String dataUrlMimeType(String uri) {
        String url = uri.stripLeading();
        int start = "data:".length();
        int end = start;
        while (end < url.length() && ",;".indexOf(url.charAt(end)) < 0) {
            end++;
        }
        return end == start || end == url.length()
                ? null
                : url.substring(start, end).toLowerCase(Locale.ROOT);
    }

    /**
     * Text.
     *
     * @param content the text
     */
    record Text(String content) implements Part {

        @Override
        public String type() {
            return "text";
        }

        @Override
        public Map<String, @Nullable Object> toJson() {
            return new PartJson(type()).with("content", content).members();
        }
    }

    /**
     * What the model thought before it answered.
     *
     * @param content the thoughts or their summary
     */
    record Reasoning(String content) implements Part {

        @Override
        public String type() {
            return "reasoning";
        }

        @Override
        public Map<String, @Nullable Object> toJson() {
            return new PartJson(type()).with("content", content).members();
        }
    }

    /**
     * The model's wish that a tool be called.
     *
     * @param id the id that the answer refers to; null when the provider gives none
     * @param name the tool's name
     * @param arguments the arguments; null when there are none. See {@link Part#toolCall} for arguments that come as text
     */
    record ToolCall(
            @Nullable String id, String name, @Nullable Object arguments) implements Part {

        @Override
        public String type() {
            return "tool_call";
        }

        @Override
        public Map<String, @Nullable Object> toJson() {
            return new PartJson(type())
                    .withKnown("id", id)
                    .with("name", name)
                    .withKnown("arguments", arguments)
                    .members();
        }
    }

    /**
     * What a tool answered. Written under {@code response}, the conventions' name, and under {@code result}, which Sentry's page reads.
     *
     * @param id the id of the call that is answered; null when not known
     * @param response the answer; null when the tool returned nothing
     */
    record ToolCallResponse(@Nullable String id, @Nullable Object response) implements Part {

        @Override
        public String type() {
            return "tool_call_response";
        }

        @Override
        public Map<String, @Nullable Object> toJson() {
            return new PartJson(type())
                    .withKnown("id", id)
                    .with("response", response)
                    .with("result", response)
                    .members();
        }
    }

    /**
     * Binary content, which telemetry replaces by {@link #BLOB_SUBSTITUTE}.
     *
     * @param modality {@code image}, {@code audio}, {@code video}, {@code document}, or another word
     * @param mimeType the media type; null when not known
     */
    record Blob(String modality, @Nullable String mimeType) implements Part {

        @Override
        public String type() {
            return "blob";
        }

        @Override
        public Map<String, @Nullable Object> toJson() {
            return new PartJson(type())
                    .with("modality", modality)
                    .withKnown("mime_type", mimeType)
                    .with("content", BLOB_SUBSTITUTE)
                    .members();
        }
    }

    /**
     * A file that the provider keeps.
     *
     * @param modality {@code image}, {@code audio}, {@code video}, {@code document}, or another word
     * @param fileId the provider's id of the file
     * @param mimeType the media type; null when not known
     */
    record FileRef(String modality, String fileId, @Nullable String mimeType) implements Part {

        @Override
        public String type() {
            return "file";
        }

        @Override
        public Map<String, @Nullable Object> toJson() {
            return new PartJson(type())
                    .with("modality", modality)
                    .withKnown("mime_type", mimeType)
                    .with("file_id", fileId)
                    .members();
        }
    }

    /**
     * Content elsewhere.
     *
     * @param modality {@code image}, {@code audio}, {@code video}, {@code document}, or another word
     * @param uri the address; never a {@code data:} URL
     * @param mimeType the media type; null when not known
     */
    record Uri(String modality, String uri, @Nullable String mimeType) implements Part {

        /**
         * Checks the address.
         *
         * @throws IllegalArgumentException if it is a {@code data:} URL; {@link Part#uri} makes a {@link Blob} of those
         */
        public Uri {
            if (isDataUrl(uri)) {
                throw new IllegalArgumentException(
                        "uri must not be a data: URL; make it with Part.uri, which drops the content");
            }
        }

        @Override
        public String type() {
            return "uri";
        }

        @Override
        public Map<String, @Nullable Object> toJson() {
            return new PartJson(type())
                    .with("modality", modality)
                    .withKnown("mime_type", mimeType)
                    .with("uri", uri)
                    .members();
        }
    }

    /**
     * A part of a kind that has no record of its own.
     *
     * @param type the kind, such as {@code server_tool_call}
     * @param fields its members without {@code type}, in wire order; values may be null
     */
    record Other(String type, Map<String, ?> fields) implements Part {

        /**
         * Copies the fields.
         *
         * @throws IllegalArgumentException if one of them is named {@code type}
         */
        public Other {
            if (fields.containsKey("type")) {
                throw new IllegalArgumentException("fields must not contain \"type\", which is a component of its own");
            }
            fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        }

        @Override
        public Map<String, @Nullable Object> toJson() {
            return new PartJson(type).withAll(fields).members();
        }
    }
}
