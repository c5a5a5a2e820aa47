package dev.sentryai.fakesentry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sentryai.telemetry.Telemetry;
import dev.sentryai.telemetry.envelope.ContentEncoding;
import dev.sentryai.telemetry.envelope.Item;
import io.sentry.ISpan;
import io.sentry.ITransaction;
import io.sentry.Sentry;
import io.sentry.SentryOptions;
import io.sentry.TransactionOptions;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The real Sentry SDK for Java sends to the server. */
class FakeSentrySdkTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    private final FakeSentry sentry = FakeSentry.start();

    @AfterEach
    void close() {
        Sentry.close();
        sentry.close();
    }

    @Test
    void eventIsReceivedWithItsException() {
        init(options -> {});

        Sentry.captureException(new IllegalStateException("broken"));

        Telemetry telemetry = sentry.awaitEvents(1, SOON);
        assertThat(telemetry.events().get(0).exceptions()).singleElement().satisfies(exception -> {
            assertThat(exception.type()).isEqualTo("IllegalStateException");
            assertThat(exception.value()).isEqualTo("broken");
        });
        assertThat(sentry.envelopes().get(0).encoding()).isEqualTo(ContentEncoding.GZIP);
        assertThat(sentry.envelopes().get(0).publicKey()).isEqualTo("5e47fa4e5e47fa4e5e47fa4e5e47fa4e");
        assertThat(sentry.envelopes().get(0).client())
                .hasValueSatisfying(name -> assertThat(name).startsWith("sentry.java"));
    }

    @Test
    void transactionIsReceivedWithItsChildren() {
        init(options -> {});

        ITransaction transaction = Sentry.startTransaction("POST /chat", "http.server", new TransactionOptions());
        ISpan chat = transaction.startChild("gen_ai.chat", "chat gpt-4o");
        chat.setData("gen_ai.request.model", "gpt-4o");
        chat.finish();
        transaction.finish();

        Telemetry telemetry = sentry.awaitAiSpans(1, SOON);
        assertThat(telemetry.spans()).hasSize(2);
        assertThat(telemetry.aiSpans().get(0).name()).isEqualTo("chat gpt-4o");
    }

    @Test
    void logsAreReceived() {
        init(options -> options.getLogs().setEnabled(true));

        Sentry.logger().warn("look here");
        Sentry.flush(SOON.toMillis());

        sentry.await("a log", telemetry -> types().contains("log"), SOON);
    }

    @Test
    void clientReportsAreReceived() {
        init(options -> options.setBeforeSend((event, hint) -> event.getMessage() != null ? event : null));

        Sentry.captureException(new IllegalStateException("dropped"));
        Sentry.captureMessage("sent");

        sentry.await("a client report", telemetry -> types().contains("client_report"), SOON);
    }

    @Test
    void sessionsAreReceived() {
        init(options -> options.setRelease("app@1"));

        Sentry.startSession();
        Sentry.endSession();

        sentry.await("a session", telemetry -> types().contains("session"), SOON);
    }

    private List<String> types() {
        return sentry.envelopes().stream()
                .flatMap(received -> received.envelope().items().stream())
                .map(Item::type)
                .toList();
    }

    private void init(Sentry.OptionsConfiguration<SentryOptions> configuration) {
        Sentry.init(options -> {
            options.setDsn(sentry.dsn());
            options.setTracesSampleRate(1.0);
            configuration.configure(options);
        });
    }
}
