package dev.sentryai;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sentryai.instrument.GenAiCall;
import dev.sentryai.instrument.GenAiRequest;
import dev.sentryai.instrument.GenAiResponse;
import dev.sentryai.instrument.Instrumentation;
import dev.sentryai.otel.OtelMode;
import dev.sentryai.protocol.GenAiOps;
import dev.sentryai.protocol.TokenUsage;
import dev.sentryai.telemetry.SpanRecord;
import dev.sentryai.testing.SentItems;
import dev.sentryai.testing.SentrySession;
import io.opentelemetry.context.Scope;
import io.sentry.IScope;
import io.sentry.ITransaction;
import io.sentry.ScopeType;
import io.sentry.Sentry;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * An application may clear the scopes that it is in, as with other Sentry data. That it is inside of a call it does not
 * undo: the Sentry SDK leaves the active span, too.
 */
@SuppressWarnings("try") // spans are for their effect on what is inside
class ClearedScopeTest {

    private static final Instrumentation OPENAI = new Instrumentation("openai");
    private static final Instrumentation FRAMEWORK = new Instrumentation("langchain4j");

    /** Every way to clear that the Sentry SDK has. */
    enum Clearing {
        CURRENT(() -> Sentry.configureScope(ScopeType.CURRENT, IScope::clear)),
        DEFAULT(() -> Sentry.configureScope(IScope::clear)),
        ALL(() -> {
            for (ScopeType type : new ScopeType[] {ScopeType.CURRENT, ScopeType.ISOLATION, ScopeType.GLOBAL}) {
                Sentry.configureScope(type, IScope::clear);
            }
        }),
        TWICE(() -> {
            Sentry.getCurrentScopes().getScope().clear();
            Sentry.getCurrentScopes().getScope().clear();
        });

        private final Runnable work;

        Clearing(Runnable work) {
            this.work = work;
        }
    }

    private static String chat(Instrumentation library) throws Exception {
        return chat(library, () -> "sunny");
    }

    private static String chat(Instrumentation library, Callable<String> work) throws Exception {
        return GenAiCall.start(
                        library,
                        () -> GenAiRequest.builder(GenAiOps.CHAT)
                                .model("gpt-4o")
                                .build())
                .call(
                        work,
                        answer -> GenAiResponse.builder()
                                .usage(TokenUsage.builder().input(1).output(2).build())
                                .build());
    }

    private static void assertChild(SentrySession sentry, String child, String parent) {
        SpanRecord around = sentry.span(parent);
        assertThat(sentry.span(child).parentSpanId()).isEqualTo(around.spanId());
        assertThat(sentry.span(child).traceId()).isEqualTo(around.traceId());
    }

    @ParameterizedTest
    @EnumSource
    void callsStayBelowTheAgentTheyAreMadeBy(Clearing clearing) throws Exception {
        try (SentrySession sentry = SentrySession.streaming(ai -> {})) {
            ITransaction transaction = sentry.transaction("GET /weather");
            try (AiSpan agent = SentryAi.invokeAgent("Planner")) {
                clearing.work.run();
                chat(OPENAI);
            }
            transaction.finish();

            assertChild(sentry, "chat gpt-4o", "invoke_agent Planner");
            assertChild(sentry, "invoke_agent Planner", "GET /weather");
            assertThat(sentry.span("chat gpt-4o").attributes()).containsEntry("gen_ai.agent.name", "Planner");
            assertThat(sentry.flush().spans()).hasSize(3);
            assertThat(sentry.discarded()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void callsStayBelowTheAgentThatIsATransaction(Clearing clearing) throws Exception {
        try (SentrySession sentry = SentrySession.streaming(ai -> {})) {
            try (AiSpan agent = SentryAi.invokeAgent("Planner")) {
                clearing.work.run();
                chat(OPENAI);
            }

            assertChild(sentry, "chat gpt-4o", "invoke_agent Planner");
            assertThat(sentry.flush().spans()).hasSize(2);
        }
    }

    @ParameterizedTest
    @EnumSource
    void callsStayBelowTheirAgentInTheTransaction(Clearing clearing) throws Exception {
        try (SentrySession sentry = SentrySession.embedded(ai -> {})) {
            ITransaction transaction = sentry.transaction("GET /weather");
            try (AiSpan agent = SentryAi.invokeAgent("Planner")) {
                clearing.work.run();
                chat(OPENAI);
            }
            transaction.finish();

            assertChild(sentry, "chat gpt-4o", "invoke_agent Planner");
            assertThat(sentry.flush().spans()).hasSize(3);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aCallInsideOfACallStaysTheSame(Clearing clearing) throws Exception {
        try (SentrySession sentry = SentrySession.streaming(ai -> {})) {
            ITransaction transaction = sentry.transaction("GET /weather");
            chat(FRAMEWORK, () -> {
                clearing.work.run();
                return chat(OPENAI);
            });
            transaction.finish();

            assertThat(sentry.flush().aiSpans())
                    .singleElement()
                    .satisfies(span -> assertThat(span.origin()).isEqualTo("auto.ai.langchain4j"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void callsStayBelowTheirAgentWithOpenTelemetry(Clearing clearing) throws Exception {
        try (Scope clean = OtelMode.cleanContext();
                SentrySession sentry = SentrySession.with(options -> {
                    OtelMode.install(options);
                    SentryAi.configure(options);
                })) {
            ITransaction transaction = sentry.transaction("GET /weather");
            try (AiSpan agent = SentryAi.invokeAgent("Planner")) {
                clearing.work.run();
                chat(OPENAI);
            }
            transaction.finish();

            assertChild(sentry, "chat gpt-4o", "invoke_agent Planner");
            assertThat(sentry.flush().spans()).hasSize(3);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aCallInsideOfACallIsCountedOnceInAnUnsampledTrace(Clearing clearing) throws Exception {
        try (SentrySession sentry = SentrySession.with(options -> {
            options.setTracesSampleRate(0.0);
            options.setShutdownTimeoutMillis(0);
            SentryAi.configure(options, ai -> ai.setEmitMetrics(true));
        })) {
            ITransaction transaction = sentry.transaction("GET /weather");
            chat(FRAMEWORK, () -> {
                clearing.work.run();
                return chat(OPENAI);
            });
            transaction.finish();

            assertThat(SentItems.metrics(sentry.flush(), "gen_ai.calls")).hasSize(1);
        }
    }

    @Test
    void clearedScopesGoToOtherThreads() {
        try (SentrySession sentry = SentrySession.streaming(ai -> {})) {
            ITransaction transaction = sentry.transaction("GET /weather");
            try (AiSpan agent = SentryAi.invokeAgent("Planner")) {
                Sentry.configureScope(ScopeType.CURRENT, IScope::clear);
                Supplier<String> task = () -> SentryAi.chat("gpt-4o")
                        .record(chat -> SentryAi.executeTool("look_up").record(tool -> "done"));
                CompletableFuture.supplyAsync(SentryAi.wrap(task)).join();
            }
            transaction.finish();

            assertChild(sentry, "chat gpt-4o", "invoke_agent Planner");
            assertChild(sentry, "execute_tool look_up", "chat gpt-4o");
        }
    }

    @Test
    void callsOfATransactionThatIsOverStayBelowTheirAgent() throws Exception {
        try (SentrySession sentry = SentrySession.streaming(ai -> {})) {
            sentry.transaction("GET /weather").finish();
            try (AiSpan agent = SentryAi.invokeAgent("Planner")) {
                Sentry.configureScope(ScopeType.CURRENT, IScope::clear);
                chat(OPENAI);
            }

            assertChild(sentry, "chat gpt-4o", "invoke_agent Planner");
        }
    }

    @Test
    void aScopeInsideThatIsClearedIsStillInside() throws Exception {
        try (SentrySession sentry = SentrySession.streaming(ai -> {})) {
            ITransaction transaction = sentry.transaction("GET /weather");
            try (AiSpan agent = SentryAi.invokeAgent("Planner")) {
                Sentry.withScope(scope -> {
                    scope.clear();
                    Sentry.getCurrentScopes().getScope().clear();
                    SentryAi.chat("gpt-4o").close();
                });
                SentryAi.executeTool("look_up").close();
            }
            SentryAi.executeTool("afterwards").close();
            transaction.finish();

            assertChild(sentry, "chat gpt-4o", "invoke_agent Planner");
            assertChild(sentry, "execute_tool look_up", "invoke_agent Planner");
            assertChild(sentry, "execute_tool afterwards", "GET /weather");
        }
    }

    @Test
    void whatIsMadeByOthersStaysBelowTheCallToo() {
        try (SentrySession sentry = SentrySession.streaming(ai -> {})) {
            ITransaction transaction = sentry.transaction("GET /weather");
            try (AiSpan agent = SentryAi.invokeAgent("Planner")) {
                Sentry.configureScope(ScopeType.CURRENT, IScope::clear);
                try (AiSpan chat = SentryAi.chat("gpt-4o")) {
                    Sentry.getSpan().startChild("http.client", "POST api").finish();
                }
                Sentry.getSpan().startChild("http.client", "GET weather").finish();
            }
            transaction.finish();

            assertChild(sentry, "POST api", "chat gpt-4o");
            assertChild(sentry, "GET weather", "invoke_agent Planner");
        }
    }
}
