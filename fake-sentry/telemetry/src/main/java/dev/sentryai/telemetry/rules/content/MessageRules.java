package dev.sentryai.telemetry.rules.content;

import dev.sentryai.protocol.WellKnownValues;
import dev.sentryai.telemetry.rules.fact.Fact;
import dev.sentryai.telemetry.rules.subject.Rule;
import dev.sentryai.telemetry.rules.subject.Violation;
import dev.sentryai.telemetry.rules.subject.content.ContentKind;
import dev.sentryai.telemetry.rules.subject.content.ContentSubject;
import dev.sentryai.telemetry.rules.subject.content.MessageSubject;
import dev.sentryai.telemetry.rules.subject.content.PartSubject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Messages and their roles: GENAI172 to GENAI175, GENAI183, GENAI184, GENAI193 and GENAI203. */
public final class MessageRules {

    private static final String ASSISTANT = "assistant";

    /** What other APIs call the roles. */
    private static final Map<String, String> ROLES = Map.of(
            "human", "user",
            "ai", ASSISTANT,
            "model", ASSISTANT,
            "bot", ASSISTANT,
            "chatbot", ASSISTANT,
            "function", "tool",
            "tool_call", ASSISTANT,
            "developer", "system");

    /** Parts that Sentry's pages pass over. */
    private static final Set<String> INVISIBLE = Set.of("server_tool_call", "server_tool_call_response", "compaction");

    private MessageRules() {}

    public static List<Rule<ContentSubject>> all() {
        return List.of(
                Rule.of("GENAI172", MessageRules::noMessage, Fact.MESSAGES),
                Rule.of("GENAI173", MessageRules::noRole, Fact.MESSAGES),
                Rule.of("GENAI174", MessageRules::otherRole, Fact.MESSAGES),
                Rule.of("GENAI175", MessageRules::olderFormat, Fact.MESSAGES),
                Rule.of("GENAI183", MessageRules::systemMessage, Fact.MESSAGES),
                Rule.of("GENAI184", MessageRules::outputOfOthers, Fact.MESSAGES),
                Rule.of("GENAI193", MessageRules::wholeHistory, Fact.MESSAGES),
                Rule.of("GENAI203", MessageRules::invisible, Fact.MESSAGES));
    }

    static void noMessage(ContentSubject content, Consumer<Violation> found) {
        for (MessageSubject message : content.messages()) {
            if (!message.isObject()) {
                found.accept(at(message, content).with("problem", "is no object"));
            } else if (!message.object().containsKey("parts")
                    && !message.object().containsKey("content")) {
                found.accept(at(message, content).with("problem", "has no parts"));
            }
        }
    }

    static void noRole(ContentSubject content, Consumer<Violation> found) {
        for (MessageSubject message : content.messages()) {
            if (message.isObject() && message.role() == null) {
                found.accept(at(message, content)
                        .with("problem", message.object().containsKey("role") ? "is no text" : "is missing"));
            }
        }
    }

    static void otherRole(ContentSubject content, Consumer<Violation> found) {
        if (content.kind() == ContentKind.OUTPUT_MESSAGES) {
            return; // there is only one right role there
        }
        for (MessageSubject message : content.messages()) {
            String role = message.role();
            if (role != null && !isKnown(role, content)) {
                String known = ROLES.get(role);
                Violation violation = at(message, content)
                        .actual(role)
                        .with("advice", known == null ? "user, assistant, tool or system" : known);
                found.accept(known == null ? violation : violation.expected(known));
            }
        }
    }

    private static boolean isKnown(String role, ContentSubject content) {
        return WellKnownValues.of(content.version())
                .find(WellKnownValues.MESSAGE_ROLE, role)
                .isPresent();
    }

    /** Once per attribute: whoever writes one message so writes all so. */
    static void olderFormat(ContentSubject content, Consumer<Violation> found) {
        for (MessageSubject message : content.messages()) {
            if (message.object().containsKey("content") && !message.object().containsKey("parts")) {
                found.accept(at(message, content));
                return;
            }
        }
    }

    static void systemMessage(ContentSubject content, Consumer<Violation> found) {
        if (content.kind() == ContentKind.INPUT_MESSAGES) {
            for (MessageSubject message : content.messages()) {
                if (message.hasRole("system")) {
                    found.accept(at(message, content));
                }
            }
        }
    }

    static void outputOfOthers(ContentSubject content, Consumer<Violation> found) {
        if (content.kind() == ContentKind.OUTPUT_MESSAGES) {
            for (MessageSubject message : content.messages()) {
                String role = message.role();
                if (role != null && !role.equals(ASSISTANT)) {
                    found.accept(at(message, content).expected(ASSISTANT).actual(role));
                }
            }
        }
    }

    static void wholeHistory(ContentSubject content, Consumer<Violation> found) {
        if (content.kind() != ContentKind.INPUT_MESSAGES) {
            return;
        }
        int answered = -1;
        List<MessageSubject> messages = content.messages();
        for (int i = 0; i < messages.size() - 1; i++) {
            answered = messages.get(i).hasRole(ASSISTANT) ? i : answered;
        }
        if (answered >= 0) {
            found.accept(new Violation().with("count", answered + 1));
        }
    }

    static void invisible(ContentSubject content, Consumer<Violation> found) {
        for (MessageSubject message : content.messages()) {
            if (message.object().containsKey("parts") && !isVisible(message)) {
                found.accept(at(message, content));
            }
        }
    }

    private static boolean isVisible(MessageSubject message) {
        for (PartSubject part : message.parts()) {
            String type = part.type();
            boolean blank = "text".equals(type)
                    && part.content() != null
                    && part.content().isBlank();
            if (type != null && !blank && !INVISIBLE.contains(type)) {
                return true;
            }
        }
        return false;
    }

    private static Violation at(MessageSubject message, ContentSubject content) {
        return new Violation().pointer(message.pointer()).with("place", content.place(message.pointer()));
    }
}
