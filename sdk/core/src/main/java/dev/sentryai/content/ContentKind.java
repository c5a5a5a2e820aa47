package dev.sentryai.content;

import dev.sentryai.protocol.AttributeDefinition;
import dev.sentryai.protocol.AttributeRegistry;
import dev.sentryai.protocol.ConventionsVersion;
import dev.sentryai.protocol.Deprecation;
import dev.sentryai.protocol.GenAiAttributes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What an attribute tells of the content of calls. */
enum ContentKind {
    /** What goes into models and tools. */
    INPUT,
    /** What comes out of them. */
    OUTPUT,
    /** Something else. */
    NONE;

    private static final Set<String> INPUTS = Set.of(
            GenAiAttributes.INPUT_MESSAGES,
            GenAiAttributes.SYSTEM_INSTRUCTIONS,
            GenAiAttributes.TOOL_DEFINITIONS,
            GenAiAttributes.TOOL_CALL_ARGUMENTS,
            GenAiAttributes.EMBEDDINGS_INPUT,
            GenAiAttributes.MEMORY_QUERY_TEXT);

    private static final Set<String> OUTPUTS = Set.of(
            GenAiAttributes.OUTPUT_MESSAGES,
            GenAiAttributes.TOOL_CALL_RESULT,
            GenAiAttributes.MEMORY_RECORDS,
            "gen_ai.response.object",
            "ai.response.object");

    private static final List<String> INPUT_PREFIXES =
            List.of(GenAiAttributes.PROMPT_VARIABLE_PREFIX, "mcp.request.argument.");

    private static final List<String> OUTPUT_PREFIXES = List.of("mcp.prompt.result.", "mcp.tool.result.");

    private static final Map<String, ContentKind> FORMER = former();

    /** Returns what the attribute with that name, today's or a former one, holds. */
    static ContentKind of(String key) {
        if (INPUTS.contains(key) || INPUT_PREFIXES.stream().anyMatch(key::startsWith)) {
            return INPUT;
        }
        if (OUTPUTS.contains(key) || OUTPUT_PREFIXES.stream().anyMatch(key::startsWith)) {
            return OUTPUT;
        }
        return FORMER.getOrDefault(key, NONE);
    }

    private static Map<String, ContentKind> former() {
        Map<String, ContentKind> former = new HashMap<>();
        for (AttributeDefinition attribute :
                AttributeRegistry.of(ConventionsVersion.newest()).all()) {
            Deprecation deprecation = attribute.deprecation();
            String replacement = deprecation == null ? null : deprecation.replacement();
            if (replacement != null && INPUTS.contains(replacement)) {
                former.put(attribute.key(), INPUT);
            } else if (replacement != null && OUTPUTS.contains(replacement)) {
                former.put(attribute.key(), OUTPUT);
            }
        }
        return former;
    }
}
