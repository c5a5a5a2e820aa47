package dev.sentryai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sentryai.testing.SentrySession;
import io.sentry.ITransaction;
import io.sentry.SamplingContext;
import io.sentry.Sentry;
import io.sentry.SentryOptions.TracesSamplerCallback;
import io.sentry.TransactionContext;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SamplingTest {

    private static Double rate(TracesSamplerCallback sampler, TransactionContext transaction) {
        return sampler.sample(new SamplingContext(transaction, null, 0.5, Map.of()));
    }

    @ParameterizedTest
    @CsvSource({
        "summary, gen_ai.chat, 1.0",
        "report, ai.pipeline, 1.0",
        "aim, aim.shot, 0.1",
        "/api/chat, http.server, 1.0",
        "POST /api/chat, http.server, 1.0",
        "POST /api/chat/42, http.server, 1.0",
        "GET /api/chat?q=1, http.server, 1.0",
        "GET /api/chats, http.server, 0.1",
        "GET /v2/api/chat, http.server, 0.1",
        "PUT /api/agent, http.server, 1.0",
        "GET /api/agent, http.server, 0.1",
        "GET /docs/ai, http.server, 1.0",
        "GET /, http.server, 0.1",
    })
    void aiRootsAndNamedRoutesAreKept(String name, String op, double expected) {
        TracesSamplerCallback sampler = SentryAi.tracesSampler(0.1, "/api/chat", "PUT /api/agent", "/docs/");

        assertThat(rate(sampler, new TransactionContext(name, op))).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatTheCallerDecidedCounts(boolean sampled) {
        try (SentrySession sentry = SentrySession.with(options -> {
            options.setTracesSampleRate(null);
            options.setTracesSampler(SentryAi.tracesSampler(sampled ? 0.0 : 1.0, "/api/chat"));
            SentryAi.configure(options);
        })) {
            TransactionContext continued = Sentry.continueTrace(
                    "d4cda95b652f4a1592b449d5929fda1b-6e0c63257de34c92-" + (sampled ? 1 : 0), List.of());
            continued.setName("/api/chat");
            continued.setOperation("gen_ai.chat");

            ITransaction transaction = Sentry.startTransaction(continued);

            assertThat(transaction.isSampled()).isEqualTo(sampled);
            assertThat(sentry.logged()).isEmpty();
        }
    }

    @Test
    void aiCallsAreSentWhileOthersAreNot() {
        try (SentrySession sentry = SentrySession.with(options -> {
            options.setTracesSampleRate(null);
            options.setTracesSampler(SentryAi.tracesSampler(0.0));
            SentryAi.configure(options);
        })) {
            ITransaction other = Sentry.startTransaction("GET /", "http.server");
            other.finish();
            SentryAi.chat("gpt-4o").close();
            SentryAi.track("report", () -> {});

            assertThat(sentry.flush().spans())
                    .extracting(span -> span.name())
                    .containsExactlyInAnyOrder("chat gpt-4o", "report");
            assertThat(sentry.logged()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 1.1, Double.NaN})
    void rateIsAShare(double rate) {
        assertThatThrownBy(() -> SentryAi.tracesSampler(rate))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("from 0.0 to 1.0")
                .hasMessageContaining(String.valueOf(rate));
    }

    @Test
    void routeIsNotBlank() {
        assertThatThrownBy(() -> SentryAi.tracesSampler(0.5, "/api", " "))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must not be blank");
    }

    @Test
    void tracingThatIsOffIsSaidOnce() {
        try (SentrySession sentry = SentrySession.with(options -> {
            options.setTracesSampleRate(null);
            SentryAi.configure(options);
        })) {
            SentryAi.chat("gpt-4o").close();

            assertThat(sentry.logged()).singleElement().asString().contains("Tracing is off");
        }
    }

    @Test
    void samplingOfAShareIsSaidOnce() {
        try (SentrySession sentry = SentrySession.with(options -> {
            options.setTracesSampleRate(0.25);
            SentryAi.configure(options);
        })) {
            SentryAi.chat("gpt-4o").close();

            assertThat(sentry.logged())
                    .singleElement()
                    .asString()
                    .contains("a share of 0.25")
                    .contains("SentryAi.tracesSampler(0.25)");
        }
    }

    @Test
    void nothingIsSaidWhenAllIsSentOrTheApplicationDecides() {
        try (SentrySession sentry = SentrySession.streaming(ai -> {})) {
            assertThat(sentry.logged()).isEmpty();
        }
        try (SentrySession sentry = SentrySession.with(options -> {
            options.setTracesSampleRate(0.1);
            options.setTracesSampler(context -> 0.5);
            SentryAi.configure(options);
        })) {
            assertThat(sentry.logged()).isEmpty();
        }
    }
}
