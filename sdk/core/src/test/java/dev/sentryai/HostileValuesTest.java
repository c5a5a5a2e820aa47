package dev.sentryai;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sentryai.context.ContextBlock;
import dev.sentryai.instrument.GenAiCall;
import dev.sentryai.instrument.GenAiRequest;
import dev.sentryai.instrument.GenAiResponse;
import dev.sentryai.instrument.Instrumentation;
import dev.sentryai.protocol.GenAiOps;
import dev.sentryai.protocol.message.Message;
import dev.sentryai.protocol.message.Part;
import dev.sentryai.telemetry.SpanRecord;
import dev.sentryai.testing.SentrySession;
import io.sentry.ISpan;
import io.sentry.ITransaction;
import io.sentry.Sentry;
import java.util.AbstractList;
import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.ConcurrentModificationException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever is put on a span, and whichever way: it is sent, and so are the others. */
@SuppressWarnings("try") // a block is there for its surroundings
class HostileValuesTest {

    private static final String HUGE = "x".repeat(50_000_000);

    /** The ways in which values come from an application to a span. */
    private enum Way {
        BY_HAND(values -> {
            AiSpan span = SentryAi.chat("hostile");
            values.forEach(span::setAttribute);
            span.setToolArguments(values).setToolResult(values).close();
        }),
        NORMALIZED(values -> {
            AiSpan span = SentryAi.chat("hostile");
            values.forEach((key, value) -> SentryAi.setDataNormalized(span, key, value));
            span.close();
        }),
        CALL(HostileValuesTest::call),
        TRACK(values -> track(options(values))),
        SURROUNDINGS(values -> {
            try (ContextBlock block = SentryAi.withAttributes(values)) {
                SentryAi.chat("hostile").close();
            }
        }),
        ADOPTED(values -> {
            ISpan span = Sentry.getSpan().startChild("gen_ai.chat", "chat hostile");
            values.forEach(span::setData);
            span.finish();
        }),
        SPAN_OF_THE_SDK(values -> {
            AiSpan span = SentryAi.chat("hostile");
            values.forEach(Sentry.getSpan()::setData);
            span.close();
        });

        private final Consumer<Map<String, Object>> path;

        Way(Consumer<Map<String, Object>> path) {
            this.path = path;
        }
    }

    private static TrackOptions options(Map<String, Object> values) {
        TrackOptions options = TrackOptions.of("chat hostile").withOp("gen_ai.chat");
        for (Map.Entry<String, Object> value : values.entrySet()) {
            options = options.withData(value.getKey(), value.getValue());
        }
        return options;
    }

    private static void track(TrackOptions options) {
        try {
            SentryAi.track(options, () -> "done");
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static void call(Map<String, Object> values) {
        GenAiRequest.Builder request = GenAiRequest.builder(GenAiOps.CHAT)
                .model("hostile")
                .inputMessages(() -> List.of(Message.of("user", new Part.ToolCallResponse("1", values))))
                .systemInstructions(() -> {
                    throw new IllegalStateException("no instructions");
                });
        values.forEach(request::attribute);
        GenAiCall call = GenAiCall.start(new Instrumentation("openai"), request::build);
        GenAiResponse.Builder response = GenAiResponse.builder()
                .outputMessages(() -> List.of(Message.of("assistant", new Part.ToolCall("1", "weather", values))));
        values.forEach(response::attribute);
        call.succeed(response::build);
    }

    private static Map<String, Object> hostileValues() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("h.nan", Double.NaN);
        values.put("h.infinite", List.of(1.0, Double.NEGATIVE_INFINITY));
        Map<String, Object> cyclic = new HashMap<>();
        cyclic.put("self", cyclic);
        values.put("h.cyclic", cyclic);
        values.put("h.lone", "a\ud800b\udc00");
        values.put("h.huge", HUGE);
        values.put("h.huge.inside", List.of(HUGE, Map.of("k", HUGE)));
        values.put("h.changing", new Changing());
        values.put("h.endless", new Endless());
        values.put("h.toString", new Object() {
            @Override
            public String toString() {
                throw new IllegalStateException("toString");
            }
        });
        values.put("h.deep", deep(10_000));
        values.put("h.keys", Map.of(new Object(), 1));
        values.put("", "no name");
        values.put("gen_ai.conversation.id", List.of(1, "2"));
        values.put("gen_ai.usage.input_tokens", Double.NaN);
        return values;
    }

    /** As a map that somebody else changes at the time. */
    private static final class Changing extends AbstractMap<String, Object> {

        @Override
        public Set<Entry<String, Object>> entrySet() {
            throw new ConcurrentModificationException();
        }
    }

    private static final class Endless extends AbstractList<Object> {

        @Override
        public Object get(int index) {
            return index;
        }

        @Override
        public int size() {
            return Integer.MAX_VALUE;
        }
    }

    private static Object deep(int depth) {
        Object value = "bottom";
        for (int i = 0; i < depth; i++) {
            value = List.of(value);
        }
        return value;
    }

    @ParameterizedTest
    @EnumSource
    void noSpanIsLost(Way way) {
        try (SentrySession sentry = SentrySession.streaming(ai -> {
            ai.setRecordInputs(true);
            ai.setRecordOutputs(true);
            ai.setContentFilter(ContentFilter.standard());
        })) {
            ITransaction transaction = sentry.transaction("GET /weather");
            SentryAi.chat("before").close();
            way.path.accept(hostileValues());
            SentryAi.chat("after").close();
            transaction.finish();

            assertThat(sentry.flush().aiSpans())
                    .extracting(SpanRecord::name)
                    .containsExactlyInAnyOrder("chat before", "chat hostile", "chat after");
            assertThat(sentry.flush().problems()).isEmpty();
            assertThat(sentry.discarded()).isEmpty();
        }
    }

    @Test
    void aListThatAnotherThreadChangesLosesNoSpan() throws Exception {
        try (SentrySession sentry = SentrySession.streaming(ai -> {})) {
            ITransaction transaction = sentry.transaction("GET /weather");
            List<Object> list = new ArrayList<>(List.of("a"));
            AtomicBoolean done = new AtomicBoolean();
            CompletableFuture<Void> changing = CompletableFuture.runAsync(() -> {
                while (!done.get()) {
                    list.add("b");
                    list.clear();
                }
            });
            for (int i = 0; i < 500; i++) {
                SentryAi.chat("gpt-4o").setAttribute("h.list", list).close();
                ISpan span = transaction.startChild("gen_ai.chat", "theirs");
                span.setData("h.list", list);
                span.finish();
            }
            done.set(true);
            changing.get(10, TimeUnit.SECONDS);
            transaction.finish();

            assertThat(sentry.flush().aiSpans()).hasSize(1_000);
            assertThat(sentry.discarded()).isEmpty();
        }
    }
}
