package dev.sentryai.cli.demo;

import dev.sentryai.SentryAi;
import dev.sentryai.fakesentry.FakeSentry;
import dev.sentryai.fixtures.FakeLlm;
import dev.sentryai.fixtures.Reply;
import dev.sentryai.telemetry.Telemetry;
import io.sentry.ITransaction;
import io.sentry.Sentry;
import io.sentry.SpanStatus;
import io.sentry.TransactionOptions;
import java.io.IOException;
import java.time.Duration;

/** Lets a scripted agent talk to a fake model and report to a fake Sentry, all in this process. */
public final class Demo {

    /** What the user of the demo's application asks. */
    public static final String QUESTION = "What is the weather in Lisbon?";

    private static final Duration SOON = Duration.ofSeconds(30);

    /** The agent, its two calls of the model, and its call of the tool. */
    private static final int AI_SPANS = 4;

    private final String release;

    /**
     * Prepares the demo.
     *
     * @param release that the demo's application reports, {@code name@version}
     */
    public Demo(String release) {
        this.release = release;
    }

    /**
     * What came of it.
     *
     * @param answer the agent's
     * @param telemetry that arrived at the fake Sentry
     */
    public record Outcome(String answer, Telemetry telemetry) {}

    /**
     * Runs the agent once.
     *
     * @param server takes what the Sentry SDK sends
     * @return the agent's answer and the telemetry
     * @throws IOException when the model can't be reached
     * @throws InterruptedException when the thread is interrupted meanwhile
     * @throws dev.sentryai.fakesentry.AwaitTimeoutException when the telemetry doesn't arrive
     */
    public Outcome run(FakeSentry server) throws IOException, InterruptedException {
        try (FakeLlm llm = FakeLlm.start()) {
            llm.onChat()
                    .replies(
                            Reply.toolCall("call_1", "get_weather", "{\"city\":\"Lisbon\"}")
                                    .withUsage(92, 18),
                            Reply.text("It is 21 degrees and sunny in Lisbon.").withUsage(131, 12));
            init(server.dsn());
            String answer = ask(new WeatherAgent(new ChatClient(llm.openAiUrl())));
            Sentry.flush(SOON.toMillis());
            return new Outcome(answer, server.awaitAiSpans(AI_SPANS, SOON));
        } finally {
            Sentry.close();
        }
    }

    private void init(String dsn) {
        Sentry.init(options -> {
            options.setDsn(dsn);
            options.setTracesSampleRate(1.0);
            options.setRelease(release);
            options.setEnvironment("demo");
            options.setAttachServerName(false);
            SentryAi.configure(options, ai -> {
                ai.setRecordInputs(true);
                ai.setRecordOutputs(true);
            });
        });
    }

    /** As a web framework would do it: one transaction for each request. */
    private static String ask(WeatherAgent agent) throws IOException, InterruptedException {
        TransactionOptions current = new TransactionOptions();
        current.setBindToScope(true);
        ITransaction request = Sentry.startTransaction("GET /weather", "http.server", current);
        try {
            String answer = agent.answer(QUESTION);
            request.setStatus(SpanStatus.OK);
            return answer;
        } finally {
            request.finish();
        }
    }
}
