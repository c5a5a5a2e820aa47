package dev.sentryai;

import dev.sentryai.protocol.GenAiAttributes;
import dev.sentryai.protocol.GenAiOps;
import dev.sentryai.runtime.AiRuntime;
import dev.sentryai.runtime.Guard;
import dev.sentryai.runtime.SpanPlan;
import dev.sentryai.runtime.SpanSource;
import dev.sentryai.sentry.ErrorMechanism;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Starts the spans that the application makes itself. */
final class ManualSpans {

    private static final SpanSource MANUAL =
            new SpanSource("manual", new ErrorMechanism("ai_monitoring", true), null, null);

    private ManualSpans() {}

    static AiSpan startCall(String op, @Nullable String model) {
        return start(op, GenAiAttributes.REQUEST_MODEL, model);
    }

    static AiSpan start(String op, String key, @Nullable String value) {
        return start(new SpanPlan(MANUAL, op, null, value == null ? Map.of() : Map.of(key, value), null));
    }

    @SuppressWarnings("deprecation") // the conventions drop handoffs, Sentry still shows them
    static AiSpan startHandoff(@Nullable String from, @Nullable String to) {
        String name = from == null || to == null ? "handoff" : "handoff from " + from + " to " + to;
        Map<String, Object> attributes = from == null ? Map.of() : Map.of(GenAiAttributes.AGENT_NAME, from);
        return start(new SpanPlan(MANUAL, GenAiOps.HANDOFF, name, attributes, null));
    }

    private static AiSpan start(SpanPlan plan) {
        return Guard.OF_THREAD.get(
                "start a span",
                () -> new AiSpan(AiRuntime.current()
                        .map(runtime -> runtime.here().start(plan))
                        .orElse(null)),
                new AiSpan(null));
    }
}
