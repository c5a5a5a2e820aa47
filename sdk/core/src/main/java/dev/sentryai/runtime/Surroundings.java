package dev.sentryai.runtime;

import dev.sentryai.content.ContentPolicy;
import dev.sentryai.content.HiddenContent;
import dev.sentryai.context.AiContext;
import dev.sentryai.protocol.GenAiAttributes;
import dev.sentryai.value.AttributeMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What flows down to a span from around it.
 *
 * @param runtime the span's
 * @param position where the span is
 * @param policy what of the content in attributes of blocks may be recorded
 */
record Surroundings(AiRuntime runtime, Position position, ContentPolicy policy) {

    /** Adds everything but the conversation. What the span has by itself stays. */
    void addTo(Map<String, Object> attributes, boolean belongsToAgent) {
        if (!attributes.containsKey(GenAiAttributes.PIPELINE_NAME)) {
            String pipeline = AiContext.pipelineName(position.scopes()).orElse(null);
            put(
                    attributes,
                    GenAiAttributes.PIPELINE_NAME,
                    pipeline == null ? position.inherited(GenAiAttributes.PIPELINE_NAME) : pipeline);
        }
        if (belongsToAgent && !attributes.containsKey(GenAiAttributes.AGENT_NAME)) {
            put(attributes, GenAiAttributes.AGENT_NAME, position.inherited(GenAiAttributes.AGENT_NAME));
        }
        addBlocks(attributes, AiContext.attributes(position.scopes()));
    }

    private void addBlocks(Map<String, Object> attributes, Map<String, Object> blocks) {
        if (blocks.isEmpty()) {
            return;
        }
        blocks.forEach((key, value) -> {
            if (policy.allows(key) && !attributes.containsKey(key)) {
                runtime.content().edit(key, value, attributes::put);
            }
        });
    }

    private static void put(Map<String, Object> attributes, String key, @Nullable Object value) {
        if (value != null) {
            attributes.put(key, value);
        }
    }

    /** Scopes may keep an ended span for long. Late children ask it for no more than this. */
    static Map<String, Object> flowingDown(Map<String, Object> last) {
        Object agent = last.get(GenAiAttributes.AGENT_NAME);
        Object pipeline = last.get(GenAiAttributes.PIPELINE_NAME);
        if (agent == null && pipeline == null) {
            return Map.of();
        }
        Map<String, Object> kept = new AttributeMap(2);
        put(kept, GenAiAttributes.AGENT_NAME, agent);
        put(kept, GenAiAttributes.PIPELINE_NAME, pipeline);
        return kept;
    }

    /** Returns the content of the spans around, and that of blocks, of which each span knows by itself. */
    HiddenContent hidden() {
        HiddenContent hidden = position.oursAround()
                .map(span -> span.unrecorded().all())
                .reduce(HiddenContent.NONE, HiddenContent::and);
        for (Map.Entry<String, Object> each :
                AiContext.attributes(position.scopes()).entrySet()) {
            if (!policy.allows(each.getKey())) {
                hidden = hidden.with(each.getKey(), each::getValue);
            }
        }
        return hidden;
    }
}
