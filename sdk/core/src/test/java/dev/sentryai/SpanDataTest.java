package dev.sentryai;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sentryai.context.ContextBlock;
import dev.sentryai.fakesentry.FakeSentry;
import dev.sentryai.protocol.TokenUsage;
import dev.sentryai.telemetry.SpanRecord;
import io.sentry.ISentryLifecycleToken;
import io.sentry.ISpan;
import io.sentry.ITransaction;
import io.sentry.Sentry;
import io.sentry.TransactionOptions;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@SuppressWarnings("try") // a block is opened for its effect, not to be referenced
class SpanDataTest {

    private static final Duration DEADLINE = Duration.ofSeconds(20);

    private final FakeSentry sentry = FakeSentry.start();
    private ISentryLifecycleToken request;

    @BeforeEach
    void openRequest() {
        init(false);
    }

    private void init(boolean deprecated) {
        Sentry.init(options -> {
            options.setDsn(sentry.dsn());
            options.setTracesSampleRate(1.0);
            options.setEnableUncaughtExceptionHandler(false);
            SentryAi.configure(options, ai -> ai.setEmitDeprecatedAttributes(deprecated));
        });
        request = Sentry.pushIsolationScope();
    }

    @AfterEach
    void closeSentry() {
        request.close();
        Sentry.close();
        sentry.close();
    }

    @Test
    void usageGetsItsTotalAndThePipeline() {
        ITransaction transaction = transaction();
        ISpan span = transaction.startChild("gen_ai.chat", "chat m");
        TokenUsage usage = TokenUsage.builder()
                .input(12)
                .output(0)
                .cacheRead(3)
                .cacheCreation(2)
                .reasoning(0)
                .build();

        try (ContextBlock pipeline = SentryAi.pipeline("report")) {
            SentryAi.recordTokenUsage(span, usage);
        }
        span.finish();
        transaction.finish();

        SpanRecord sent = sent("chat m");
        assertThat(number(sent, "gen_ai.usage.input_tokens")).isEqualTo(12);
        assertThat(number(sent, "gen_ai.usage.output_tokens")).isZero();
        assertThat(number(sent, "gen_ai.usage.cache_read.input_tokens")).isEqualTo(3);
        assertThat(number(sent, "gen_ai.usage.cache_creation.input_tokens")).isEqualTo(2);
        assertThat(number(sent, "gen_ai.usage.reasoning.output_tokens")).isZero();
        assertThat(number(sent, "gen_ai.usage.total_tokens")).isEqualTo(12);
        assertThat(sent.sent("gen_ai.pipeline.name")).contains("report");
        assertThat(sent.sent("gen_ai.usage.input_tokens.cached")).isEmpty();
    }

    @Test
    void unknownTotalIsNotWrittenAndAGivenOneWins() {
        ITransaction transaction = transaction();
        ISpan partial = transaction.startChild("gen_ai.chat", "partial");
        ISpan given = transaction.startChild("gen_ai.chat", "given");

        SentryAi.recordTokenUsage(partial, TokenUsage.builder().input(12).build());
        SentryAi.recordTokenUsage(given, new TokenUsage(1L, 2L, -5L, null, null, 100L));
        partial.finish();
        given.finish();
        transaction.finish();

        assertThat(sent("partial").attributes()).doesNotContainKey("gen_ai.usage.total_tokens");
        assertThat(number(sent("given"), "gen_ai.usage.total_tokens")).isEqualTo(100);
        assertThat(sent("given").attributes()).doesNotContainKey("gen_ai.usage.cache_read.input_tokens");
    }

    @Test
    void usageOnAManualSpan() {
        try (AiSpan span = SentryAi.chat("m")) {
            SentryAi.recordTokenUsage(
                    span, TokenUsage.builder().input(1).output(2).build());
        }

        assertThat(number(sent("chat m"), "gen_ai.usage.total_tokens")).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void sentrysViewOfAStreamedSpanReachesThatSpan(boolean inTransaction) {
        ITransaction transaction = inTransaction ? transaction() : null;

        try (AiSpan span = SentryAi.chat("m")) {
            ISpan current = Sentry.getSpan();
            SentryAi.recordTokenUsage(current, TokenUsage.builder().input(7).build());
            SentryAi.setDataNormalized(current, "answer", Map.of("a", List.of(1)));
        }
        if (transaction != null) {
            transaction.finish();
        }

        SpanRecord sent = sent("chat m");
        assertThat(number(sent, "gen_ai.usage.input_tokens")).isEqualTo(7);
        assertThat(sent.sent("answer")).contains("{\"a\":1}");
    }

    @Test
    void formerNamesAreWrittenWhereAskedFor() {
        request.close();
        init(true);
        ITransaction transaction = transaction();
        ISpan span = transaction.startChild("gen_ai.chat", "chat m");

        SentryAi.recordTokenUsage(span, TokenUsage.builder().cacheRead(3).build());
        span.finish();
        transaction.finish();

        assertThat(number(sent("chat m"), "gen_ai.usage.input_tokens.cached")).isEqualTo(3);
    }

    @Test
    void dataIsNormalized() {
        ITransaction transaction = transaction();
        ISpan span = transaction.startChild("gen_ai.chat", "chat m");
        List<Object> self = Arrays.asList("x", null, null);
        self.set(2, self);

        SentryAi.setDataNormalized(span, "unpacked", List.of(List.of(1)));
        SentryAi.setDataNormalized(span, "packed", List.of(1), false);
        SentryAi.setDataNormalized(span, "nothing", null);
        SentryAi.setDataNormalized(span, "self", self);
        SentryAi.setDataNormalized(span, "nan", new double[] {Double.NaN, 1});
        span.finish();
        transaction.finish();

        SpanRecord sent = sent("chat m");
        assertThat(number(sent, "unpacked")).isEqualTo(1);
        assertThat(sent.sent("packed")).contains("[1]");
        assertThat(sent.attributes()).doesNotContainKey("nothing");
        assertThat(sent.sent("self")).contains("[\"x\",null,\"<circular reference>\"]");
        assertThat(sent.sent("nan")).contains("[\"NaN\",1.0]");
    }

    @Test
    void dataOnAManualSpan() {
        try (AiSpan span = SentryAi.chat("m")) {
            SentryAi.setDataNormalized(span, "unpacked", List.of("x"));
            SentryAi.setDataNormalized(span, "packed", List.of("x"), false);
        }

        assertThat(sent("chat m").sent("unpacked")).contains("x");
        assertThat(sent("chat m").sent("packed")).contains("[\"x\"]");
    }

    private static ITransaction transaction() {
        TransactionOptions options = new TransactionOptions();
        options.setBindToScope(true);
        return Sentry.startTransaction("GET /", "http.server", options);
    }

    private SpanRecord sent(String name) {
        Sentry.flush(DEADLINE.toMillis());
        return sentry
                .await("the span " + name, seen -> seen.spans().stream().anyMatch(named(name)), DEADLINE)
                .spans()
                .stream()
                .filter(named(name))
                .findFirst()
                .orElseThrow();
    }

    private static Predicate<SpanRecord> named(String name) {
        return span -> name.equals(span.name());
    }

    private static long number(SpanRecord span, String key) {
        return ((Number) span.sent(key).orElseThrow(() -> new AssertionError(key + " not in " + span.attributes())))
                .longValue();
    }
}
