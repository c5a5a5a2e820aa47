package dev.sentryai;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sentryai.context.ContextBlock;
import dev.sentryai.testing.SentrySession;
import io.sentry.ITransaction;
import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

@SuppressWarnings("try") // blocks are for their effect on what is inside
class WithAttributesTest {

    @Test
    void everyAiSpanInsideHasThem() {
        try (SentrySession sentry = SentrySession.streaming(ai -> {})) {
            ITransaction transaction = sentry.transaction("GET /weather");
            try (ContextBlock block = SentryAi.withAttributes(Map.of("tenant", "a", "seats", 3));
                    AiSpan agent = SentryAi.invokeAgent("Planner")) {
                SentryAi.chat("inside").close();
                SentryAi.track("report", () -> {});
            }
            SentryAi.chat("outside").close();
            transaction.finish();

            for (String name : List.of("invoke_agent Planner", "chat inside", "report")) {
                assertThat(sentry.span(name).attributes())
                        .containsEntry("tenant", "a")
                        .containsEntry("seats", 3L);
            }
            assertThat(sentry.span("chat outside").attributes()).doesNotContainKeys("tenant", "seats");
            assertThat(sentry.span("GET /weather").attributes()).doesNotContainKeys("tenant", "seats");
        }
    }

    @Test
    void innerBlockAddsReplacesAndTakesAway() {
        try (SentrySession sentry = SentrySession.streaming(ai -> {})) {
            Map<String, Object> inner = new HashMap<>();
            inner.put("tenant", "b");
            inner.put("plan", null);
            inner.put("seats", List.of(1, 2));
            try (ContextBlock outer = SentryAi.withAttributes(Map.of("tenant", "a", "plan", "pro", "region", "eu"))) {
                try (ContextBlock block = SentryAi.withAttributes(inner)) {
                    SentryAi.chat("inner").close();
                }
                SentryAi.chat("outer").close();
            }

            assertThat(sentry.span("chat inner").attributes())
                    .containsEntry("tenant", "b")
                    .containsEntry("region", "eu")
                    .containsEntry("seats", List.of(1L, 2L))
                    .doesNotContainKey("plan");
            assertThat(sentry.span("chat outer").attributes())
                    .containsEntry("tenant", "a")
                    .containsEntry("plan", "pro")
                    .doesNotContainKey("seats");
        }
    }

    @Test
    void whatTheSpanHasItselfStays() {
        try (SentrySession sentry = SentrySession.streaming(ai -> {})) {
            try (ContextBlock block = SentryAi.withAttributes(Map.of("tenant", "a", "gen_ai.request.model", "other"))) {
                SentryAi.chat("gpt-4o").setAttribute("tenant", "own").close();
            }

            assertThat(sentry.span("chat gpt-4o").attributes())
                    .containsEntry("tenant", "own")
                    .containsEntry("gen_ai.request.model", "gpt-4o");
        }
    }

    @Test
    void otherThreadsInheritThem() throws Exception {
        ExecutorService pool = Executors.newSingleThreadExecutor();
        try (SentrySession sentry = SentrySession.streaming(ai -> {})) {
            try (ContextBlock block = SentryAi.withAttributes(Map.of("tenant", "a"))) {
                Runnable chat = () -> SentryAi.chat("elsewhere").close();
                pool.submit(SentryAi.wrap(chat)).get();
            }

            assertThat(sentry.span("chat elsewhere").attributes()).containsEntry("tenant", "a");
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void contentAmongThemIsRecordedOnlyWhereContentIs() {
        Map<String, Object> attributes = Map.of(
                "gen_ai.input.messages", "[]",
                "gen_ai.prompt", "old",
                "gen_ai.prompt.variable.city", "Vienna",
                "gen_ai.output.messages", "[]",
                "gen_ai.tool.call.result", "rain",
                "tenant", "a");
        try (SentrySession sentry = SentrySession.streaming(ai -> ai.setRecordOutputs(true))) {
            try (ContextBlock block = SentryAi.withAttributes(attributes)) {
                SentryAi.chat("gpt-4o").close();
            }

            assertThat(sentry.span("chat gpt-4o").attributes())
                    .containsKeys("gen_ai.output.messages", "gen_ai.tool.call.result", "tenant")
                    .doesNotContainKeys("gen_ai.input.messages", "gen_ai.prompt", "gen_ai.prompt.variable.city");
        }
    }

    @Test
    void hostileValuesHurtNobody() {
        List<Object> cyclic = new ArrayList<>();
        cyclic.add(cyclic);
        Map<String, Object> broken = new AbstractMap<>() {
            @Override
            public Set<Entry<String, Object>> entrySet() {
                throw new IllegalStateException("broken");
            }
        };
        try (SentrySession sentry = SentrySession.streaming(ai -> {})) {
            try (ContextBlock block = SentryAi.withAttributes(Map.of("nan", Double.NaN, "cyclic", cyclic));
                    ContextBlock inner = SentryAi.withAttributes(broken)) {
                SentryAi.chat("gpt-4o").close();
            }

            assertThat(sentry.span("chat gpt-4o").attributes())
                    .containsEntry("nan", "NaN")
                    .containsKey("cyclic");
            assertThat(sentry.logged()).singleElement().asString().contains("attributes of a block");
        }
    }

    @Test
    void nothingHappensWithoutSentry() {
        try (ContextBlock block = SentryAi.withAttributes(Map.of("tenant", "a"))) {
            SentryAi.chat("gpt-4o").close();
        }

        assertThat(SentryAi.conversationId()).isEmpty();
    }
}
