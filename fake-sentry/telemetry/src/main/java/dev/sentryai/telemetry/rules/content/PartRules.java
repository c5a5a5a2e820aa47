package dev.sentryai.telemetry.rules.content;

import dev.sentryai.protocol.ConventionsVersion;
import dev.sentryai.protocol.WellKnownValues;
import dev.sentryai.telemetry.json.JsonObject;
import dev.sentryai.telemetry.rules.fact.Fact;
import dev.sentryai.telemetry.rules.subject.Rule;
import dev.sentryai.telemetry.rules.subject.Violation;
import dev.sentryai.telemetry.rules.subject.content.ContentSubject;
import dev.sentryai.telemetry.rules.subject.content.MessageSubject;
import dev.sentryai.telemetry.rules.subject.content.PartSubject;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Parts of messages and instructions: GENAI176 to GENAI182 and GENAI185. */
public final class PartRules {

    private static final String CALL = "tool_call";
    private static final String RESPONSE = "tool_call_response";

    /** What other APIs call the types. */
    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("thinking", "reasoning"),
            Map.entry("tool_use", CALL),
            Map.entry("tool-call", CALL),
            Map.entry("function_call", CALL),
            Map.entry("tool_result", RESPONSE),
            Map.entry("tool-result", RESPONSE),
            Map.entry("function_call_output", RESPONSE),
            Map.entry("image_url", "uri"),
            Map.entry("input_audio", "blob"),
            Map.entry("input_text", "text"),
            Map.entry("output_text", "text"));

    /** Members that must be text, by type of the part. */
    private static final Map<String, List<String>> TEXTS = Map.of(
            "text",
            List.of("content"),
            "reasoning",
            List.of("content"),
            CALL,
            List.of("name"),
            "server_tool_call",
            List.of("name"),
            "blob",
            List.of("modality", "content"),
            "file",
            List.of("modality", "file_id"),
            "uri",
            List.of("modality", "uri"));

    /** Members that must be objects with a type of their own, by type of the part. */
    private static final Map<String, String> OBJECTS = Map.of(
            "server_tool_call", "server_tool_call",
            "server_tool_call_response", "server_tool_call_response");

    private static final List<String> THINKING = List.of("<think>", "<thinking>", "<reasoning>");

    private PartRules() {}

    public static List<Rule<ContentSubject>> all() {
        return List.of(
                Rule.of("GENAI176", PartRules::noPart, Fact.MESSAGES),
                Rule.of("GENAI177", PartRules::unknownType, Fact.PARTS),
                Rule.of("GENAI178", PartRules::memberMissing, Fact.PARTS),
                Rule.of("GENAI179", PartRules::textInPlaceOfContent, Fact.PARTS),
                Rule.of("GENAI180", PartRules::resultOrResponse, Fact.PARTS),
                Rule.of("GENAI181", PartRules::noCallId, Fact.PARTS),
                Rule.of("GENAI182", PartRules::unpairedResponse, Fact.PARTS),
                Rule.of("GENAI185", PartRules::reasoningAsText, Fact.PARTS));
    }

    static void noPart(ContentSubject content, Consumer<Violation> found) {
        for (MessageSubject message : content.messages()) {
            Object parts = message.object().get("parts");
            if (message.object().containsKey("parts") && !(parts instanceof List)) {
                String pointer = message.pointer() + "/parts";
                found.accept(new Violation()
                        .pointer(pointer)
                        .with("place", content.place(pointer))
                        .with("problem", "is no array"));
            }
        }
        if (content.kind().isMessages()) {
            for (PartSubject part : content.parts()) {
                if (part.type() == null) {
                    found.accept(at(part, content).with("problem", part.isObject() ? "has no type" : "is no object"));
                }
            }
        }
    }

    static void unknownType(ContentSubject content, Consumer<Violation> found) {
        for (PartSubject part : content.parts()) {
            String type = part.type();
            if (type != null && !isKnown(type, content.version())) {
                String known = TYPES.get(type.toLowerCase(Locale.ROOT));
                Violation violation = at(part, content)
                        .actual(type)
                        .with("advice", known == null ? "a type of the conventions, for example text" : known);
                found.accept(known == null ? violation : violation.expected(known));
            }
        }
    }

    private static boolean isKnown(String type, ConventionsVersion version) {
        return WellKnownValues.of(version).find(WellKnownValues.PART_TYPE, type).isPresent();
    }

    static void memberMissing(ContentSubject content, Consumer<Violation> found) {
        for (PartSubject part : content.parts()) {
            String type = part.type();
            String member = type == null ? null : missingMember(type, part.object());
            if (type != null && member != null) {
                found.accept(at(part, content).with("type", type).with("member", member));
            }
        }
    }

    private static @Nullable String missingMember(String type, JsonObject part) {
        for (String member : TEXTS.getOrDefault(type, List.of())) {
            if (part.text(member) == null && !(type.equals("text") && part.text("text") != null)) {
                return member + " (text)";
            }
        }
        String object = OBJECTS.get(type);
        if (object != null && part.object(object).text("type") == null) {
            return object + " (object with a type)";
        }
        boolean unanswered = type.equals(RESPONSE) && !part.containsKey("response") && !part.containsKey("result");
        return unanswered ? "response" : null;
    }

    static void textInPlaceOfContent(ContentSubject content, Consumer<Violation> found) {
        for (PartSubject part : content.parts()) {
            if (part.isOfType("text")
                    && part.object().text("text") != null
                    && !part.object().containsKey("content")) {
                found.accept(at(part, content));
            }
        }
    }

    static void resultOrResponse(ContentSubject content, Consumer<Violation> found) {
        for (PartSubject part : content.parts()) {
            if (part.isOfType(RESPONSE)) {
                boolean response = part.object().containsKey("response");
                boolean result = part.object().containsKey("result");
                if (response != result) {
                    found.accept(at(part, content)
                            .expected(response ? "result" : "response")
                            .actual(response ? "response" : "result")
                            .with(
                                    "problem",
                                    response
                                            ? "has response only: today's pages of Sentry read result"
                                            : "has result in place of response")
                            .milder(response || content.version() == ConventionsVersion.V0_19_0));
                }
            }
        }
    }

    static void noCallId(ContentSubject content, Consumer<Violation> found) {
        for (PartSubject part : content.parts()) {
            String type = part.type();
            if (type != null
                    && (type.equals(CALL) || type.equals(RESPONSE))
                    && part.object().text("id") == null) {
                found.accept(at(part, content).with("type", type));
            }
        }
    }

    /** Says nothing where no call is visible: messages may be those since the last answer only. */
    static void unpairedResponse(ContentSubject content, Consumer<Violation> found) {
        Set<String> calls = null;
        for (PartSubject part : content.parts()) {
            String id = part.object().text("id");
            if (id != null && part.isOfType(CALL)) {
                calls = calls == null ? new HashSet<>() : calls;
                calls.add(id);
            } else if (id != null && calls != null && part.isOfType(RESPONSE) && !calls.contains(id)) {
                found.accept(at(part, content).actual(id));
            }
        }
    }

    static void reasoningAsText(ContentSubject content, Consumer<Violation> found) {
        for (PartSubject part : content.parts()) {
            String text = part.isOfType("text") ? part.content() : null;
            if (text != null && startsWithMarker(text)) {
                found.accept(at(part, content));
            }
        }
    }

    private static boolean startsWithMarker(String text) {
        int start = 0;
        while (start < text.length() && text.charAt(start) <= ' ') {
            start++;
        }
        if (start == text.length() || text.charAt(start) != '<') {
            return false;
        }
        for (String marker : THINKING) {
            if (text.regionMatches(true, start, marker, 0, marker.length())) {
                return true;
            }
        }
        return false;
    }

    private static Violation at(PartSubject part, ContentSubject content) {
        return new Violation().pointer(part.pointer()).with("place", content.place(part.pointer()));
    }
}
