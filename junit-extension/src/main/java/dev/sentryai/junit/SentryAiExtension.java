package dev.sentryai.junit;

import static java.util.Objects.requireNonNull;

import dev.sentryai.SentryAiOptions;
import dev.sentryai.fakesentry.FakeSentry;
import dev.sentryai.telemetry.Telemetry;
import io.sentry.SentryOptions;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.opentest4j.TestAbortedException;

/**
 * Runs each test with the Sentry SDK turned on and sending to a fake Sentry of its own.
 *
 * <pre>{@code
 * @ExtendWith(SentryAiExtension.class)
 * class ConciergeTest {
 *
 *     @Test
 *     void answersWithOneToolCall(FakeSentry sentry) {
 *         concierge.ask("Weather in Cologne?");
 *
 *         assertThat(sentry).hasTotalTokens(1354).conformsToConventions();
 *         assertThat(sentry).tool("weather").hasStatus("ok");
 *     }
 * }
 * }</pre>
 *
 * <p><b>Settings.</b> Every trace is sampled and inputs and outputs are recorded, because both are what tests look at. The
 * environment is {@code test}; the SDK's shutdown hook, its handler of uncaught exceptions and the server name are off. Use {@link #builder()}
 * and {@code @RegisterExtension} to change that; of several extensions for one test, as in nested classes, the one registered last
 * counts. Whatever is configured, the SDK sends to the fake Sentry and to nobody else.
 *
 * <p><b>Parameters</b> of test methods and of methods that run before or after each test:
 *
 * <ul>
 *   <li>{@link FakeSentry}, the server. {@link SentryAiAssertions#assertThat(FakeSentry)} flushes the SDK and looks at everything
 *       that was received until then.
 *   <li>{@code Supplier<Telemetry>}: whenever it is called, it flushes the SDK and returns everything received until then.
 *   <li>{@link Telemetry}: the same, at the moment when the method is called. That is what methods with {@code @AfterEach} want,
 *       and tests of what a method with {@code @BeforeEach} did. In other methods it could only be empty, so there it is an error.
 * </ul>
 *
 * <p><b>When a test fails</b> the tree of the captured spans is added to the failure as a suppressed exception, so that it
 * stands wherever the stack trace is printed. Nothing is written to files unless {@link Builder#saveFailuresTo asked for}.
 *
 * <p><b>Isolation.</b> The Sentry SDK is one per JVM, so tests with this extension run one after the other, even where JUnit
 * runs tests in parallel: each waits until the one before is through. Tests without it still run beside them, and what they do
 * with Sentry is captured as well. To spare threads from waiting, add {@code @ResourceLock("sentry")} to the test classes. Before
 * and after each test Sentry's scopes are emptied, the global one included, and the lists of integrations and packages that the
 * SDK reports about itself. What it keeps out of reach stays: the tags of threads that outlive a test, and its memory of which
 * origins {@code ignoredSpanOrigins} ignores. What happens before the first {@code @BeforeEach} method, such as in {@code @BeforeAll}
 * methods, is not captured.
 *
 * <p>Needs JUnit 5.13 or later, or JUnit 6.
 */
public final class SentryAiExtension implements BeforeEachCallback, AfterEachCallback, ParameterResolver {

    private static final Namespace NAMESPACE = Namespace.create(SentryAiExtension.class);

    private final Consumer<SentryOptions> options;
    private final Consumer<SentryAiOptions> aiOptions;
    private final @Nullable Path failures;

    /** Makes an extension with the default settings; JUnit calls this for {@code @ExtendWith}. */
    public SentryAiExtension() {
        this(new Builder());
    }

    private SentryAiExtension(Builder builder) {
        this.options = builder.options;
        this.aiOptions = builder.aiOptions;
        this.failures = builder.failures;
    }

    /**
     * Begins to describe an extension with other settings, for a field with {@code @RegisterExtension}.
     *
     * @return a builder with the default settings
     */
    public static Builder builder() {
        return new Builder();
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        Store store = context.getStore(NAMESPACE);
        TestSession outer = store.get(TestSession.class, TestSession.class);
        if (outer != null) {
            outer.close();
        }
        store.put(SentryAiExtension.class, this);
        // Also closed by the store, should JUnit never get to afterEach.
        store.put(TestSession.class, TestSession.begin(options, aiOptions));
    }

    @Override
    public void afterEach(ExtensionContext context) {
        TestSession session = context.getStore(NAMESPACE).get(TestSession.class, TestSession.class);
        if (session == null || !isInCharge(context)) {
            return; // it did not begin, or is another extension's
        }
        try (session) {
            context.getExecutionException()
                    .filter(failure -> !(failure instanceof TestAbortedException))
                    .ifPresent(failure -> new FailureReport(
                                    session.telemetry(), session.sentry().envelopes())
                            .attachTo(failure, failures == null ? null : FailureReport.directory(failures, context)));
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return isInCharge(context) && Injection.of(parameter).isPresent();
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        TestSession session = context.getStore(NAMESPACE).get(TestSession.class, TestSession.class);
        if (session == null) {
            throw new ParameterResolutionException("There is a "
                    + parameter.getParameter().getType().getSimpleName() + " only while a test runs: take it"
                    + " as a parameter of a test method, or of one with @BeforeEach or @AfterEach");
        }
        return Injection.of(parameter).orElseThrow().resolve(parameter, session);
    }

    /** Of several extensions for one test the last is; before a test, each of them. */
    private boolean isInCharge(ExtensionContext context) {
        SentryAiExtension last = context.getStore(NAMESPACE).get(SentryAiExtension.class, SentryAiExtension.class);
        return last == null || last == this;
    }

    /** Describes an extension. Not thread-safe. */
    public static final class Builder {

        private Consumer<SentryOptions> options = options -> {};
        private Consumer<SentryAiOptions> aiOptions = options -> {};
        private @Nullable Path failures;

        private Builder() {}

        /**
         * Changes the Sentry SDK's options, for each test anew and after the defaults of this extension. When called more than
         * once, all changes are made in that order.
         *
         * @param change of the options; the DSN that it sets is not used
         * @return this
         */
        public Builder options(Consumer<? super SentryOptions> change) {
            requireNonNull(change, "change");
            options = options.andThen(change);
            return this;
        }

        /**
         * Changes the options of AI monitoring, for each test anew and after the defaults of this extension. When called more
         * than once, all changes are made in that order.
         *
         * @param change of the options
         * @return this
         */
        public Builder aiOptions(Consumer<? super SentryAiOptions> change) {
            requireNonNull(change, "change");
            aiOptions = aiOptions.andThen(change);
            return this;
        }

        /**
         * Writes the envelopes of each test that fails to files, one for each, in a directory that is named after the test.
         *
         * @param directory in which the tests' directories are made
         * @return this
         */
        public Builder saveFailuresTo(Path directory) {
            failures = requireNonNull(directory, "directory");
            return this;
        }

        /**
         * Makes the extension.
         *
         * @return a new extension
         */
        public SentryAiExtension build() {
            return new SentryAiExtension(this);
        }
    }
}
