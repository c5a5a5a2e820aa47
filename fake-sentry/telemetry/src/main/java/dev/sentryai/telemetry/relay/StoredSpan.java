package dev.sentryai.telemetry.relay;

import dev.sentryai.protocol.CommonAttributes;
import dev.sentryai.protocol.GenAiAttributes;
import dev.sentryai.protocol.TokenUsage;
import dev.sentryai.telemetry.SpanRecord;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A span as Sentry stores it, whatever the format it was sent in.
 *
 * @param sent the span as it was sent
 * @param attributes what is stored, in the order in which it came to be; op, origin and description are among them
 * @param changes what was done to the attributes, in order
 */
public record StoredSpan(SpanRecord sent, Map<String, Object> attributes, List<Change> changes) implements SpanOutcome {

    private static final double LARGEST_EXACT = 9007199254740992.0;

    /** Copies map and list. */
    public StoredSpan {
        attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
        changes = List.copyOf(changes);
    }

    @Override
    public Optional<StoredSpan> stored() {
        return Optional.of(this);
    }

    @Override
    public Optional<String> dropReason() {
        return Optional.empty();
    }

    /**
     * The op, which may have been inferred.
     *
     * @return empty if there is none
     */
    public Optional<String> op() {
        return text(CommonAttributes.SENTRY_OP);
    }

    /**
     * How the span ended.
     *
     * @return {@code ok} or {@code error}, whatever else the older formats know
     */
    public String status() {
        return sent.status() == null || sent.status().equals("ok") ? "ok" : "error";
    }

    /**
     * The span as if it had been sent the way it is stored, to show it like any other.
     *
     * @return a span with the same place, ids, name and times
     */
    public SpanRecord asRecord() {
        return sent.with(status(), attributes);
    }

    /**
     * How Sentry classifies the span. Everything about AI that it shows, it finds by this.
     *
     * @return for example {@code ai_client}; empty if Sentry does not take the span for one about AI
     */
    public Optional<String> operationType() {
        return text(GenAiAttributes.OPERATION_TYPE);
    }

    /**
     * The tokens as they are stored, with the total that Sentry computes.
     *
     * @return nothing known for what is absent or no whole number
     */
    public TokenUsage usage() {
        return usage(attributes);
    }

    /**
     * What the call costs.
     *
     * @return US dollars, negative if the counts contradict each other; empty if no cost is stored
     */
    public Optional<Double> cost() {
        return attributes.get(GenAiAttributes.COST_TOTAL_TOKENS) instanceof Number cost
                ? Optional.of(cost.doubleValue())
                : Optional.empty();
    }

    /**
     * An attribute that is text.
     *
     * @param key for example {@code gen_ai.response.model}
     * @return empty if absent or of another type
     */
    public Optional<String> text(String key) {
        return attributes.get(key) instanceof String text ? Optional.of(text) : Optional.empty();
    }

    static TokenUsage usage(Map<String, Object> attributes) {
        return new TokenUsage(
                count(attributes, GenAiAttributes.USAGE_INPUT_TOKENS),
                count(attributes, GenAiAttributes.USAGE_OUTPUT_TOKENS),
                count(attributes, GenAiAttributes.USAGE_CACHE_READ_INPUT_TOKENS),
                count(attributes, GenAiAttributes.USAGE_CACHE_CREATION_INPUT_TOKENS),
                count(attributes, GenAiAttributes.USAGE_REASONING_OUTPUT_TOKENS),
                count(attributes, GenAiAttributes.USAGE_TOTAL_TOKENS));
    }

    private static @Nullable Long count(Map<String, Object> attributes, String key) {
        Object value = attributes.get(key);
        if (value instanceof Double number && number == Math.rint(number) && Math.abs(number) < LARGEST_EXACT) {
            return number.longValue();
        }
        return value instanceof Long whole ? whole : null;
    }
}
