package dev.sentryai.telemetry.rules.trace;

import dev.sentryai.protocol.message.Message;
import dev.sentryai.protocol.message.Part;
import dev.sentryai.telemetry.rules.subject.SpanSubject;
import dev.sentryai.telemetry.rules.subject.content.ContentKind;
import dev.sentryai.telemetry.rules.subject.content.ContentSubject;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Calls of tools in messages that were sent under older names or in older shapes, so that they do not have the parts of today. */
final class OlderCalls {

    private static final Set<String> ATTRIBUTES_OF_CALLS =
            Set.of("gen_ai.response.tool_calls", "ai.response.toolCalls", "ai.tool_calls");

    private OlderCalls() {}

    /** The attribute that may hold calls that the model asked for the older way; null if there is none. */
    static @Nullable ContentSubject output(SpanSubject span) {
        ContentSubject found = null;
        for (ContentSubject content : span.contents()) {
            if (content.kind() == ContentKind.OUTPUT_MESSAGES) {
                return isOlder(content) ? content : null;
            }
            boolean calls = ATTRIBUTES_OF_CALLS.contains(content.key());
            found = calls || (found == null && content.kind() == ContentKind.OTHER_OUTPUT) ? content : found;
        }
        return found;
    }

    /** The names of the tools that the model asked for in answer to this span. */
    static List<String> requested(SpanSubject span) {
        return names(span.record().outputMessages()).toList();
    }

    /** The names of all tools in messages of the older kind. */
    static List<String> known(SpanSubject span) {
        boolean older = span.contents().stream().anyMatch(OlderCalls::isOlder);
        return older
                ? Stream.concat(
                                names(span.record().inputMessages()),
                                names(span.record().outputMessages()))
                        .toList()
                : List.of();
    }

    private static boolean isOlder(ContentSubject content) {
        return switch (content.kind()) {
            case OTHER_INPUT, OTHER_OUTPUT -> true;
            case INPUT_MESSAGES, OUTPUT_MESSAGES ->
                content.parts().isEmpty() && !content.messages().isEmpty();
            default -> false;
        };
    }

    private static Stream<String> names(List<Message> messages) {
        return messages.stream()
                .flatMap(message -> message.parts().stream())
                .filter(Part.ToolCall.class::isInstance)
                .map(part -> ((Part.ToolCall) part).name());
    }
}
