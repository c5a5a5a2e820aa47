package dev.sentryai.runtime;

import dev.sentryai.protocol.ConventionsVersion;
import dev.sentryai.protocol.GenAiOps;
import dev.sentryai.protocol.SpanNames;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A span to start.
 *
 * @param source who makes it
 * @param op such as {@code gen_ai.chat}
 * @param name null for the one that the conventions give it, by its attributes at the end
 * @param attributes what is known by now, unsanitised
 * @param conversationId as far as the library tells; null when it does not
 */
public record SpanPlan(
        SpanSource source,
        String op,
        @Nullable String name,
        Map<String, Object> attributes,
        @Nullable String conversationId) {

    private static final String PREFIX = "gen_ai.";
    private static final SpanNames NAMES = SpanNames.of(ConventionsVersion.newest());

    /** Tells whether a span with this op is one of AI work, whoever made it. */
    static boolean isAiOp(String op) {
        return op.startsWith(PREFIX);
    }

    /** Returns the operation name that the op stands for, such as {@code chat}; empty when it is no op of gen_ai. */
    Optional<String> operationName() {
        return isAiOp(op) ? Optional.of(op.substring(PREFIX.length())) : Optional.empty();
    }

    /** Returns the span's name as far as these attributes tell. */
    String nameWith(Map<String, Object> known) {
        return name != null ? name : NAMES.nameFor(op, known::get);
    }

    /**
     * Returns the span's name as far as these attributes tell.
     *
     * @param former what fewer of them told
     */
    String nameWith(Map<String, Object> known, String former) {
        return name != null || NAMES.fits(former, op, known::get) ? former : NAMES.nameFor(op, known::get);
    }

    /** Tells whether the agent around is whose span it is; a span about an agent has its own. */
    @SuppressWarnings("deprecation") // handoffs are still shown, and still made by hand
    boolean belongsToAgent() {
        return switch (op) {
            case GenAiOps.INVOKE_AGENT, GenAiOps.CREATE_AGENT, GenAiOps.HANDOFF -> false;
            default -> true;
        };
    }
}
