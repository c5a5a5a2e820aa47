package dev.sentryai.deprecated;

import dev.sentryai.protocol.AttributeDefinition;
import dev.sentryai.protocol.AttributeRegistry;
import dev.sentryai.protocol.ConventionsVersion;
import dev.sentryai.protocol.Deprecation;
import dev.sentryai.protocol.GenAiAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Writes attributes under their former names too, in the shapes that those had, for servers that know no others. Only names that
 * start with {@code gen_ai.} are written: servers that know nothing but the older {@code ai.} do not know our operations either.
 *
 * @param limit cuts texts in former shapes, which may be a little longer than today's
 */
public record DeprecatedAttributes(UnaryOperator<String> limit) {

    private static final Map<String, List<String>> FORMER = former();

    private static final Map<String, Function<String, Optional<String>>> SHAPES = shapes();

    private static Map<String, List<String>> former() {
        Map<String, List<String>> former = new HashMap<>();
        for (AttributeDefinition attribute :
                AttributeRegistry.of(ConventionsVersion.newest()).all()) {
            Deprecation deprecation = attribute.deprecation();
            String replacement = deprecation == null ? null : deprecation.replacement();
            if (replacement != null && attribute.key().startsWith("gen_ai.")) {
                former.computeIfAbsent(replacement, key -> new ArrayList<>()).add(attribute.key());
            }
        }
        return former;
    }

    @SuppressWarnings("deprecation") // they are what it is about
    private static Map<String, Function<String, Optional<String>>> shapes() {
        return Map.of(
                GenAiAttributes.PROMPT, FormerShape::messages,
                GenAiAttributes.REQUEST_MESSAGES, FormerShape::messages,
                GenAiAttributes.RESPONSE_FINISH_REASON, FormerShape::onlyElement,
                GenAiAttributes.RESPONSE_TEXT, FormerShape::texts,
                GenAiAttributes.RESPONSE_TOOL_CALLS, FormerShape::toolCalls,
                GenAiAttributes.SYSTEM_MESSAGE, FormerShape::plainText);
    }

    /**
     * Adds the former names of what is there; those that are there already stay as they are.
     *
     * @param attributes sanitised, filtered and cut
     */
    public void addTo(Map<String, Object> attributes) {
        Map.copyOf(attributes)
                .forEach((key, value) -> FORMER.getOrDefault(key, List.of())
                        .forEach(
                                former -> shaped(former, value).ifPresent(old -> attributes.putIfAbsent(former, old))));
    }

    private Optional<Object> shaped(String former, Object value) {
        Function<String, Optional<String>> shape = SHAPES.get(former);
        return shape != null && value instanceof String text ? shape.apply(text).map(limit) : Optional.of(value);
    }
}
