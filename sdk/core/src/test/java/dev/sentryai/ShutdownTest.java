package dev.sentryai;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sentryai.fakesentry.FakeSentry;
import io.sentry.ITransaction;
import io.sentry.Sentry;
import io.sentry.TransactionOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ShutdownTest {

    /** The application that ends: it makes a call and is gone, without a flush. */
    static final class Application {

        public static void main(String[] arguments) {
            Sentry.init(options -> {
                options.setDsn(arguments[0]);
                options.setTracesSampleRate(1.0);
                SentryAi.configure(options);
            });
            TransactionOptions bound = new TransactionOptions();
            bound.setBindToScope(true);
            ITransaction transaction = Sentry.startTransaction("job", "task", bound);
            SentryAi.chat("gpt-4o").close();
            transaction.finish();
            System.exit(7);
        }
    }

    @Test
    void spansOfAProcessThatExitsRightAfterTheCallArrive() throws IOException, InterruptedException {
        try (FakeSentry server = FakeSentry.start()) {
            Process application = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            Application.class.getName(),
                            server.dsn())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            try {
                assertThat(application.waitFor(120, TimeUnit.SECONDS)).isTrue();
            } finally {
                application.destroyForcibly();
            }

            assertThat(application.exitValue()).isEqualTo(7);
            assertThat(server.awaitAiSpans(1, Duration.ofSeconds(10)).aiSpans())
                    .singleElement()
                    .satisfies(span -> assertThat(span.name()).isEqualTo("chat gpt-4o"));
        }
    }
}
