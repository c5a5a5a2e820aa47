package dev.sentryai;

import dev.sentryai.context.AiContext;
import dev.sentryai.protocol.GenAiAttributes;
import dev.sentryai.protocol.TokenUsage;
import dev.sentryai.runtime.AiRuntime;
import dev.sentryai.runtime.UsageAttributes;
import dev.sentryai.value.AttributeValue;
import io.sentry.ISpan;
import io.sentry.Sentry;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the other Sentry SDKs' helpers set on a span. */
final class SpanData {

    private SpanData() {}

    static void set(ISpan span, Map<String, Object> attributes) {
        AiRuntime.current()
                .ifPresentOrElse(runtime -> runtime.set(span, attributes), () -> attributes.forEach(span::setData));
    }

    static Map<String, Object> usage(TokenUsage usage) {
        Map<String, Object> attributes = new LinkedHashMap<>(UsageAttributes.of(usage));
        AiContext.pipelineName(Sentry.getCurrentScopes())
                .ifPresent(name -> attributes.put(GenAiAttributes.PIPELINE_NAME, name));
        return attributes;
    }

    static Map<String, Object> normalized(String key, @Nullable Object value, boolean unpack) {
        return AttributeValue.normalized(value, unpack)
                .map(plain -> Map.of(key, plain))
                .orElse(Map.of());
    }
}
