package dev.sentryai.providertests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.sentryai.SentryAi;
import dev.sentryai.SentryAiOptions;
import dev.sentryai.fakesentry.FakeSentry;
import dev.sentryai.fakesentry.ReceivedEnvelope;
import dev.sentryai.fixtures.FakeLlm;
import dev.sentryai.fixtures.Reply;
import dev.sentryai.protocol.ConventionsVersion;
import dev.sentryai.telemetry.SpanRecord;
import dev.sentryai.telemetry.Telemetry;
import dev.sentryai.telemetry.rules.Finding;
import dev.sentryai.telemetry.rules.Rules;
import dev.sentryai.telemetry.rules.Severity;
import io.sentry.ITransaction;
import io.sentry.Sentry;
import io.sentry.SentryOptions;
import io.sentry.TransactionOptions;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/**
 * A wrapped client between a fake provider and a fake Sentry, everything over real HTTP.
 *
 * @param <C> the type of the provider's client
 */
public final class Bench<C> implements AutoCloseable {

    /** How long anything may take before a test gives up. */
    public static final Duration PATIENCE = Duration.ofSeconds(20);

    /** About client reports: the Sentry SDK counts transactions and spans one after the other, and an envelope may leave in between. */
    private static final String HALF_A_REPORT = "GENAI019";

    private final Provider<C> provider;
    private final FakeSentry sentry = FakeSentry.start();
    private final FakeLlm llm = FakeLlm.start();
    private final C bare;
    private final C client;
    private final Set<String> excused = new HashSet<>(Set.of(HALF_A_REPORT));

    /** Starts servers, client and SDK, the latter with its default settings. */
    public Bench(Provider<C> provider) {
        this.provider = provider;
        this.bare = provider.connect(llm, 0);
        this.client = provider.wrap(bare);
        if (provider.lacks().contains(Feature.TOOL_CALL_IDS)) {
            leavesOut(Gap.TOOL_CALL_IDS);
        }
        provider.gaps().forEach(this::leavesOut);
        configure(ai -> {});
    }

    /** Returns the provider under test. */
    public Provider<C> provider() {
        return provider;
    }

    /** Returns the client as the provider's library made it. */
    public C bare() {
        return bare;
    }

    /** Returns the wrapped client. */
    public C client() {
        return client;
    }

    /** Skips the running test unless the provider has a feature. */
    public void needs(Feature feature) {
        assumeFalse(provider.lacks().contains(feature), () -> "This provider has no " + feature);
    }

    /** Returns the fake provider. */
    public FakeLlm llm() {
        return llm;
    }

    /** Returns the fake Sentry. */
    public FakeSentry sentry() {
        return sentry;
    }

    /** Scripts what the fake provider answers. */
    public void answer(Reply... replies) {
        provider.script(llm).replies(replies);
    }

    /** Starts the SDK anew with other settings of AI monitoring. */
    public void configure(Consumer<SentryAiOptions> settings) {
        configure(options -> {}, settings);
    }

    /** Starts the SDK anew with other settings. */
    public void configure(Consumer<SentryOptions> settings, Consumer<SentryAiOptions> aiSettings) {
        Sentry.close();
        Sentry.init(options -> {
            options.setDsn(sentry.dsn());
            options.setTracesSampleRate(1.0);
            options.setRelease("provider-tests@1");
            settings.accept(options);
            SentryAi.configure(options, aiSettings);
        });
    }

    /** Starts the SDK anew so that all content is recorded. */
    public void recordContent() {
        configure(ai -> {
            ai.setRecordInputs(true);
            ai.setRecordOutputs(true);
        });
    }

    /** Runs a block inside a transaction, as a web framework runs a request. */
    public <T> T inTransaction(Callable<T> block) throws Exception {
        TransactionOptions options = new TransactionOptions();
        options.setBindToScope(true);
        ITransaction transaction = Sentry.startTransaction("POST /ask", "http.server", options);
        try {
            return block.call();
        } finally {
            transaction.finish();
        }
    }

    /** Returns what Sentry got, having sent what was left to send. */
    public Telemetry telemetry() {
        Sentry.flush(PATIENCE.toMillis());
        return sentry.telemetry();
    }

    /** Returns how many events an answer makes that is an error: none where that is no exception. */
    public int eventsOfAnError() {
        return provider.lacks().contains(Feature.ERROR_EXCEPTIONS) ? 0 : 1;
    }

    /** Returns the one AI span that there is. */
    public SpanRecord onlyAiSpan() {
        List<SpanRecord> spans = telemetry().aiSpans();
        assertThat(spans).hasSize(1);
        return spans.get(0);
    }

    /** Returns everything that Sentry got as text. */
    public String everythingSent() {
        Sentry.flush(PATIENCE.toMillis());
        StringBuilder all = new StringBuilder();
        for (ReceivedEnvelope envelope : sentry.envelopes()) {
            all.append(new String(envelope.decodedBytes(), StandardCharsets.UTF_8))
                    .append('\n');
        }
        return all.toString();
    }

    /** Says what the running test leaves out on purpose, so that {@link #verifySent} does not miss it. */
    public void leavesOut(Gap... gaps) {
        for (Gap gap : gaps) {
            excused.addAll(gap.rules());
        }
    }

    /** Fails unless everything that Sentry got could be read and {@code validate --profile strict} would have no warning. */
    public void verifySent() {
        Telemetry sent = sentry.telemetry();
        assertThat(sent.problems()).isEmpty();
        assertThat(Rules.of(ConventionsVersion.newest()).check(sent))
                .map(Finding::strict)
                .filteredOn(finding -> finding.severity() != Severity.INFO)
                .filteredOn(finding -> !excused.contains(finding.rule()))
                .isEmpty();
    }

    @Override
    public void close() {
        Sentry.close();
        llm.close();
        sentry.close();
    }
}
