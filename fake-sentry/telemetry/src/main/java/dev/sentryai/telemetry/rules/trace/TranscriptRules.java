package dev.sentryai.telemetry.rules.trace;

import dev.sentryai.protocol.GenAiAttributes;
import dev.sentryai.telemetry.rules.policy.Demand;
import dev.sentryai.telemetry.rules.subject.ConversationSubject;
import dev.sentryai.telemetry.rules.subject.Rule;
import dev.sentryai.telemetry.rules.subject.SpanSubject;
import dev.sentryai.telemetry.rules.subject.Violation;
import dev.sentryai.telemetry.rules.subject.content.ContentKind;
import dev.sentryai.telemetry.rules.subject.content.ContentSubject;
import dev.sentryai.telemetry.rules.subject.content.MessageSubject;
import dev.sentryai.telemetry.rules.subject.content.PartSubject;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Conversations as a whole, over all traces: GENAI219, GENAI221, GENAI222 and GENAI224. */
public final class TranscriptRules {

    private static final int LONGEST_ID = 128;

    private TranscriptRules() {}

    public static List<Rule<ConversationSubject>> all() {
        return List.of(
                Rule.of("GENAI219", TranscriptRules::poorId),
                Rule.of("GENAI221", TranscriptRules::notListed),
                Rule.of("GENAI222", TranscriptRules::noTitle),
                Rule.of("GENAI224", TranscriptRules::idOfTrace));
    }

    static void poorId(ConversationSubject conversation, Consumer<Violation> found) {
        String id = conversation.id();
        boolean broken = id.indexOf('/') >= 0 || id.indexOf('@') >= 0;
        if (broken || id.length() > LONGEST_ID || !isPlain(id)) {
            found.accept(about(conversation.first()).actual(shown(id)).milder(!broken));
        }
    }

    /** An e-mail address is personal data. */
    private static String shown(String id) {
        int at = id.indexOf('@');
        return at < 1 ? id : id.charAt(0) + "…" + id.substring(at);
    }

    private static boolean isPlain(String id) {
        for (int i = 0; i < id.length(); i++) {
            char c = id.charAt(i);
            boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
            if (!letter && !(c >= '0' && c <= '9') && c != '-' && c != '_') {
                return false;
            }
        }
        return true;
    }

    /** Where neither input nor output is there, their recording is off, which may well be meant. */
    static void notListed(ConversationSubject conversation, Consumer<Violation> found) {
        boolean input = false;
        boolean output = false;
        boolean answered = false;
        for (SpanSubject span : conversation.spans()) {
            answered |= span.isAiClient() && span.isSuccess();
            for (ContentSubject content : span.contents()) {
                input |= isInput(content);
                output |= isOutput(content);
            }
        }
        SpanSubject first = conversation.first();
        boolean forbidden =
                first.policy().inputs() == Demand.FORBIDDEN || first.policy().outputs() == Demand.FORBIDDEN;
        if (answered && !forbidden && !(input && output)) {
            found.accept(about(first)
                    .with("missing", input ? "output" : output ? "input" : "input and output")
                    .milder(input == output));
        }
    }

    private static boolean isInput(ContentSubject content) {
        return content.kind() == ContentKind.INPUT_MESSAGES || content.key().equals("gen_ai.request.messages");
    }

    private static boolean isOutput(ContentSubject content) {
        return content.kind() == ContentKind.OUTPUT_MESSAGES || content.key().equals("gen_ai.response.text");
    }

    static void noTitle(ConversationSubject conversation, Consumer<Violation> found) {
        SpanSubject first = null;
        for (SpanSubject span : conversation.spans()) {
            boolean earlier = first == null
                    || span.startSeconds().orElse(0) < first.startSeconds().orElse(0);
            if (earlier && messages(span) != null) {
                first = span;
            }
        }
        ContentSubject messages = first == null ? null : messages(first);
        if (first != null && messages != null && !messages.messages().isEmpty() && !beginsWithUser(messages)) {
            found.accept(about(first));
        }
    }

    private static @Nullable ContentSubject messages(SpanSubject span) {
        return span.content(ContentKind.INPUT_MESSAGES);
    }

    private static boolean beginsWithUser(ContentSubject messages) {
        for (MessageSubject message : messages.messages()) {
            if (!message.hasRole("system")) {
                return message.hasRole("user") && saysSomething(message);
            }
        }
        return false;
    }

    private static boolean saysSomething(MessageSubject message) {
        for (PartSubject part : message.parts()) {
            if (part.isOfType("text")
                    && part.content() != null
                    && !part.content().isBlank()) {
                return true;
            }
        }
        return message.object().get("content") != null;
    }

    static void idOfTrace(ConversationSubject conversation, Consumer<Violation> found) {
        for (SpanSubject span : conversation.spans()) {
            if (conversation.id().equals(span.record().traceId())) {
                found.accept(about(span));
                return;
            }
        }
    }

    private static Violation about(SpanSubject span) {
        return new Violation().span(span.record()).attribute(GenAiAttributes.CONVERSATION_ID);
    }
}
