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

    /** Finds the conversations among spans, in the order of their first spans. */
    public static Collection<ConversationSubject> allOf(Collection<SpanSubject> spans) {
        Map<String, ConversationSubject> byId = Map.of();
        for (SpanSubject span : spans) {
            String id = span.isAi() && span.shows(Fact.CONVERSATION) ? span.conversationId() : null;
            if (id != null) {
                byId = byId.isEmpty() ? new LinkedHashMap<>() : byId;
                byId.computeIfAbsent(id, key -> new ConversationSubject(key, new ArrayList<>()))
                        .spans
                        .add(span);
            }
        }
        return byId.values();
    }

    public SpanSubject first() {
        return spans.get(0);
    }
}
