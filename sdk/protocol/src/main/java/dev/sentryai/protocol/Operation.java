package dev.sentryai.protocol;

import org.jspecify.annotations.Nullable;

/**
 * What a span op of the conventions stands for.
 *
 * @param op the op, such as {@code gen_ai.chat}
 * @param operationName the value of {@code gen_ai.operation.name} that goes with it; null when none or more than one does
 * @param type how Sentry classifies it; {@link OperationType#OTHER} for the ops {@code mcp.*}, which Sentry does not classify
 * @param deprecated whether it should not be sent any more
 * @param replacement the op to send instead; null when it is in force or nothing replaces it
 */
public record Operation(
        String op,
        @Nullable String operationName,
        OperationType type,
        boolean deprecated,
        @Nullable String replacement) {}
