package dev.sentryai.junit;

import dev.sentryai.fakesentry.FakeSentry;
import dev.sentryai.telemetry.EventRecord;
import dev.sentryai.telemetry.SpanRecord;
import dev.sentryai.telemetry.Telemetry;
import io.sentry.Sentry;
import java.time.Duration;

/**
 * Entry points of the assertions on what an application sent to Sentry. They stand beside AssertJ's own: both can be imported
 * statically.
 *
 * <pre>{@code
 * assertThat(sentry).hasSpanCount("gen_ai.chat", 2).hasTotalTokens(1354).hasNoErrors().conformsToConventions();
 * assertThat(sentry).tool("weather").hasToolArguments("{\"city\": \"Cologne\"}").hasParent("invoke_agent Concierge");
 * }</pre>
 *
 * <p>What is absent never satisfies an assertion. A failure says what was expected and found, where the span stands, and shows the
 * span tree.
 */
public final class SentryAiAssertions {

    /** Much longer than sending ever takes to a server on the same machine. */
    static final Duration FLUSH_TIMEOUT = Duration.ofSeconds(10);

    private SentryAiAssertions() {}

    /**
     * Asserts on everything that a fake Sentry has received, after making the Sentry SDK of this JVM send what it still holds.
     *
     * @param actual the server to which the SDK sends
     * @return assertions on what was received until now
     */
    public static TelemetryAssert assertThat(FakeSentry actual) {
        Sentry.flush(FLUSH_TIMEOUT.toMillis());
        return new TelemetryAssert(actual.telemetry());
    }

    /**
     * Asserts on captured telemetry.
     *
     * @param actual what was captured
     * @return assertions on it
     */
    public static TelemetryAssert assertThat(Telemetry actual) {
        return new TelemetryAssert(actual);
    }

    /**
     * Asserts on one span alone. To assert on its parent and children too, start from the telemetry, for example with {@link
     * TelemetryAssert#span(String)}.
     *
     * @param actual the span
     * @return assertions on it
     */
    public static SpanAssert assertThat(SpanRecord actual) {
        return new SpanAssert(actual, null);
    }

    /**
     * Asserts on one error event.
     *
     * @param actual the event
     * @return assertions on it
     */
    public static ErrorAssert assertThat(EventRecord actual) {
        return new ErrorAssert(actual, Telemetry.EMPTY);
    }
}
