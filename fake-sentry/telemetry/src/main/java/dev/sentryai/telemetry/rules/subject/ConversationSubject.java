package dev.sentryai.telemetry.rules.subject;

import dev.sentryai.telemetry.rules.fact.Fact;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The captured AI spans of one conversation, which may go through many traces. Used by one thread.
 *
 * @param spans at least one, in the order of the wire
 */
public record ConversationSubject(String id, List<SpanSubject> spans) {

    /** The spans that belong to a conversation. */
    public static List<SpanSubject> members(Collection<SpanSubject> spans) {
        List<SpanSubject> members = List.of();
        for (SpanSubject span : spans) {
            if (span.isAi() && span.shows(Fact.CONVERSATION) && span.conversationId() != null) {
                members = members.isEmpty() ? new ArrayList<>() : members;
                members.add(span);
            }
        }
        return members;
    }

    /** The conversations of such spans, in the order of their first ones. */
    public static Collection<ConversationSubject> allOf(Collection<SpanSubject> members) {
        Map<String, ConversationSubject> byId = new LinkedHashMap<>();
        for (SpanSubject span : members) {
            byId.computeIfAbsent(
                            String.valueOf(span.conversationId()), id -> new ConversationSubject(id, new ArrayList<>()))
                    .spans
                    .add(span);
        }
        return byId.values();
    }

    public SpanSubject first() {
        return spans.get(0);
    }
}
