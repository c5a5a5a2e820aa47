package dev.sentryai.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.sentryai.AiSpan;
import dev.sentryai.SentryAi;
import dev.sentryai.fakesentry.FakeSentry;
import dev.sentryai.protocol.GenAiAttributes;
import dev.sentryai.protocol.message.Message;
import dev.sentryai.telemetry.Telemetry;
import io.sentry.Sentry;
import io.sentry.SentryOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;

class SentryAiExtensionTest {

    @Test
    void everyTestHasSentryToItself() {
        EngineExecutionResults results = run(Isolated.class);

        assertThat(failures(results)).isEmpty();
        assertThat(results.testEvents().succeeded().count()).isEqualTo(6);
        assertThat(Sentry.isEnabled()).isFalse();
    }

    @ExtendWith(SentryAiExtension.class)
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    static class Isolated {

        @BeforeEach
        void setUp() {
            assertThat(Sentry.isEnabled()).isTrue();
        }

        @Test
        void sendsOneChat(FakeSentry sentry) {
            checkAlone(sentry);
        }

        @ParameterizedTest
        @ValueSource(ints = {1, 2, 3})
        void sendsOneChatEachTime(int number, FakeSentry sentry) {
            assertThat(number).isPositive();
            checkAlone(sentry);
        }

        @Nested
        class Inner {

            @Test
            void sendsOneChat(FakeSentry sentry) {
                checkAlone(sentry);
            }

            @Nested
            class Innermost {

                @Test
                void sendsOneChat(FakeSentry sentry) {
                    checkAlone(sentry);
                }
            }
        }

        /** Leaves as much behind as it can, and finds nothing of that. */
        private static void checkAlone(FakeSentry sentry) {
            assertThat(sentry.envelopes()).isEmpty();
            assertThat(Sentry.getSpan()).isNull();
            assertThat(SentryAi.conversationId()).isEmpty();
            assertThat(Sentry.getGlobalScope().getTags()).isEmpty();
            assertThat(Sentry.getGlobalScope().getContexts().containsKey("left"))
                    .isFalse();
            Sentry.getGlobalScope().setTag("left", "behind");
            Sentry.getGlobalScope().setContexts("left", "behind");
            SentryAi.setConversationId("conv_1");
            Sentry.pushIsolationScope(); // never closed

            SentryAi.chat("gpt-4o").close();
            SentryAi.chat("never ended");
            Sentry.flush(5_000);

            assertThat(sentry.telemetry().aiSpans())
                    .singleElement()
                    .satisfies(span -> assertThat(span.requestModel()).contains("gpt-4o"));
        }
    }

    @Test
    void defaultsShowEverythingThatTestsLookAt() {
        assertThat(failures(run(Defaults.class))).isEmpty();
    }

    @ExtendWith(SentryAiExtension.class)
    static class Defaults {

        @Test
        void sampledWithContent(FakeSentry sentry) {
            try (AiSpan span = SentryAi.chat("gpt-4o")) {
                span.setInputMessages(List.of(Message.user("Hi"))).setOutputMessages(List.of(Message.assistant("Ho")));
            }
            Sentry.flush(5_000);

            assertThat(sentry.telemetry().aiSpans()).singleElement().satisfies(span -> {
                assertThat(span.inputMessages()).containsExactly(Message.user("Hi"));
                assertThat(span.outputMessages()).containsExactly(Message.assistant("Ho"));
            });
            SentryOptions options = Sentry.getCurrentScopes().getOptions();
            assertThat(options.getEnvironment()).isEqualTo("test");
            assertThat(options.getDsn()).isEqualTo(sentry.dsn());
        }
    }

    @Test
    void settingsAreChangedButNeverTheDestination() {
        assertThat(failures(run(Customised.class))).isEmpty();
    }

    static class Customised {

        @RegisterExtension
        final SentryAiExtension sentryAi = SentryAiExtension.builder()
                .options(options -> options.setRelease("1.0"))
                .options(options -> {
                    options.setEnvironment(options.getRelease());
                    options.setDsn("http://key@127.0.0.1:1/1");
                })
                .aiOptions(ai -> ai.setRecordInputs(false))
                .build();

        @Test
        void sentToTheFakeSentry(FakeSentry sentry) {
            try (AiSpan span = SentryAi.chat("gpt-4o")) {
                span.setInputMessages(List.of(Message.user("Hi")));
            }
            Sentry.flush(5_000);

            assertThat(Sentry.getCurrentScopes().getOptions().getEnvironment()).isEqualTo("1.0");
            assertThat(sentry.telemetry().aiSpans())
                    .singleElement()
                    .satisfies(span -> assertThat(span.sent(GenAiAttributes.INPUT_MESSAGES))
                            .isEmpty());
        }
    }

    @Test
    void telemetryIsFlushedWhenItIsInjected() {
        LooksAfterwards.seen.set(-1);

        assertThat(failures(run(LooksAfterwards.class))).isEmpty();
        assertThat(LooksAfterwards.seen).hasValue(1);
    }

    @ExtendWith(SentryAiExtension.class)
    static class LooksAfterwards {

        static final AtomicInteger seen = new AtomicInteger();

        @Test
        void chats() {
            SentryAi.chat("gpt-4o").close();
        }

        @AfterEach
        void count(Telemetry after) {
            seen.set(after.aiSpans().size());
        }
    }

    @Test
    void failureShowsTheSpanTree() {
        Throwable failure = onlyFailure(run(Failing.class));

        assertThat(failure).hasMessage("as planned");
        assertThat(failure.getSuppressed())
                .singleElement()
                .satisfies(captured -> assertThat(captured)
                        .message()
                        .startsWith("sent until the test failed:\ntrace ")
                        .containsSubsequence("invoke_agent", "Concierge", "chat", "gpt-4o")
                        .doesNotContain("saved"));
    }

    @ExtendWith(SentryAiExtension.class)
    static class Failing {

        @Test
        void fails() {
            try (AiSpan agent = SentryAi.invokeAgent("Concierge")) {
                agent.setModel("gpt-4o");
                SentryAi.chat("gpt-4o").close();
            }
            throw new IllegalStateException("as planned");
        }
    }

    @Test
    void failureWithoutSpansSaysSo() {
        assertThat(onlyFailure(run(FailingSilently.class)).getSuppressed())
                .singleElement()
                .satisfies(captured -> assertThat(captured)
                        .hasMessage("sent until the test failed:\n"
                                + "No span was captured, in 0 envelopes with 0 error events."));
    }

    @ExtendWith(SentryAiExtension.class)
    static class FailingSilently {

        @Test
        void fails() {
            throw new IllegalStateException("as planned");
        }
    }

    @Test
    void failureThatShowsTheTreeIsLeftAlone() {
        assertThat(onlyFailure(run(FailingWithTree.class)).getSuppressed()).isEmpty();
    }

    @ExtendWith(SentryAiExtension.class)
    static class FailingWithTree {

        @Test
        void fails() {
            throw new IllegalStateException("No span was captured, in 0 envelopes with 0 error events.");
        }
    }

    @Test
    void abortedTestIsNoFailure() {
        EngineExecutionResults results = run(Aborting.class);

        assertThat(results.testEvents().aborted().count()).isEqualTo(1);
        assertThat(results.testEvents().aborted().list())
                .allSatisfy(
                        event -> assertThat(throwable(event).getSuppressed()).isEmpty());
    }

    @ExtendWith(SentryAiExtension.class)
    static class Aborting {

        @Test
        void aborts() {
            assumeTrue(false, "not today");
        }
    }

    @Test
    void failedTestsAreSavedWhereAsked(@TempDir Path directory) throws IOException {
        Saving.directory = directory;

        EngineExecutionResults results = run(Saving.class);

        assertThat(results.testEvents().failed().count()).isEqualTo(2);
        Path ofClass = directory.resolve(Saving.class.getName());
        assertThat(names(ofClass)).containsExactly("fails", "failsWith-1_a_b");
        assertThat(names(ofClass.resolve("fails"))).hasSize(1);
        assertThat(onlyFailure(results, "fails()").getSuppressed())
                .singleElement()
                .satisfies(captured ->
                        assertThat(captured).message().endsWith("\nenvelopes saved to " + ofClass.resolve("fails")));
    }

    static class Saving {

        static Path directory = Path.of("");

        @RegisterExtension
        final SentryAiExtension sentryAi =
                SentryAiExtension.builder().saveFailuresTo(directory).build();

        @Test
        void succeeds() {
            SentryAi.chat("gpt-4o").close();
        }

        @Test
        void fails() {
            SentryAi.chat("gpt-4o").close();
            throw new IllegalStateException("as planned");
        }

        @ParameterizedTest(name = "[{index}] {0}")
        @ValueSource(strings = "a/b")
        void failsWith(String text) {
            throw new IllegalStateException(text);
        }
    }

    @Test
    void parallelTestsTakeTurns() {
        Parallel.running.set(0);
        Parallel.most.set(0);

        EngineExecutionResults results = EngineTestKit.engine("junit-jupiter")
                .configurationParameter("junit.jupiter.execution.parallel.enabled", "true")
                .configurationParameter("junit.jupiter.execution.parallel.config.strategy", "fixed")
                .configurationParameter("junit.jupiter.execution.parallel.config.fixed.parallelism", "4")
                .selectors(selectClass(Parallel.class))
                .execute();

        assertThat(failures(results)).isEmpty();
        assertThat(results.testEvents().succeeded().count()).isEqualTo(8);
        assertThat(Parallel.most).hasValue(1);
        assertThat(Parallel.threads).hasSizeGreaterThan(1);
    }

    @ExtendWith(SentryAiExtension.class)
    @Execution(ExecutionMode.CONCURRENT)
    static class Parallel {

        static final AtomicInteger running = new AtomicInteger();
        static final AtomicInteger most = new AtomicInteger();
        static final Set<String> threads = ConcurrentHashMap.newKeySet();
        /** Nobody goes on before two threads are at work, one of which must then be waiting. */
        static final CountDownLatch started = new CountDownLatch(2);

        Parallel() throws InterruptedException {
            threads.add(Thread.currentThread().getName());
            started.countDown();
            started.await();
        }

        @ParameterizedTest
        @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
        void chatsAlone(int number, FakeSentry sentry) {
            most.accumulateAndGet(running.incrementAndGet(), Math::max);
            SentryAi.chat("model-" + number).close();
            Sentry.flush(5_000);
            assertThat(sentry.telemetry().aiSpans())
                    .singleElement()
                    .satisfies(span -> assertThat(span.requestModel()).contains("model-" + number));
            running.decrementAndGet();
        }
    }

    @Test
    void testInsideATestIsRefused() {
        assertThat(onlyFailure(run(Outer.class)))
                .hasMessage("A test with SentryAiExtension runs inside another one, on the same thread;"
                        + " they would share the one Sentry of this JVM");
    }

    @ExtendWith(SentryAiExtension.class)
    static class Outer {

        @Test
        void runsAnother() throws Throwable {
            throw onlyFailure(run(Defaults.class));
        }
    }

    @Test
    void parameterOutsideATestIsRefused() {
        EngineExecutionResults results = run(InConstructor.class);

        assertThat(onlyFailure(results))
                .hasMessageContaining("There is a FakeSentry only while a test runs: take it as a parameter of a test"
                        + " method, or of one with @BeforeEach or @AfterEach");
    }

    @ExtendWith(SentryAiExtension.class)
    static class InConstructor {

        InConstructor(FakeSentry sentry) {
            throw new IllegalStateException("never called with " + sentry);
        }

        @Test
        void neverRuns() {}
    }

    @Test
    void faultInTheSettingsFailsTheTestAndFreesSentry() {
        EngineExecutionResults results = run(Broken.class);

        assertThat(onlyFailure(results)).hasMessage("bad settings");
        assertThat(failures(run(Defaults.class))).isEmpty();
    }

    static class Broken {

        @RegisterExtension
        final SentryAiExtension sentryAi = SentryAiExtension.builder()
                .options(options -> {
                    throw new IllegalStateException("bad settings");
                })
                .build();

        @Test
        void neverRuns() {}
    }

    @Test
    void testMayCloseSentryItself() {
        assertThat(failures(run(Closing.class))).isEmpty();
    }

    @ExtendWith(SentryAiExtension.class)
    static class Closing {

        @Test
        void closes(FakeSentry sentry) {
            SentryAi.chat("gpt-4o").close();
            Sentry.close();

            assertThat(sentry.telemetry().aiSpans()).hasSize(1);
            SentryAi.chat("nowhere").close();
        }
    }

    @Test
    void leavesNoThreadBehind() throws InterruptedException {
        run(Failing.class); // whatever starts once per JVM
        Set<Thread> before = Thread.getAllStackTraces().keySet();

        run(Defaults.class);

        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (!before.contains(thread)) {
                thread.join(20_000); // told to end, may need a moment
                assertThat(thread.isAlive()).as(thread.getName()).isFalse();
            }
        }
    }

    private static EngineExecutionResults run(Class<?> testClass) {
        return EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(testClass))
                .execute();
    }

    private static List<Throwable> failures(EngineExecutionResults results) {
        return results.allEvents().failed().stream()
                .map(SentryAiExtensionTest::throwable)
                .toList();
    }

    private static Throwable onlyFailure(EngineExecutionResults results) {
        assertThat(failures(results)).hasSize(1);
        return failures(results).get(0);
    }

    private static Throwable onlyFailure(EngineExecutionResults results, String displayName) {
        return results.testEvents().failed().stream()
                .filter(event -> event.getTestDescriptor().getDisplayName().equals(displayName))
                .map(SentryAiExtensionTest::throwable)
                .collect(Collectors.collectingAndThen(Collectors.toList(), found -> found.get(0)));
    }

    private static Throwable throwable(Event event) {
        return event.getRequiredPayload(TestExecutionResult.class)
                .getThrowable()
                .orElseThrow();
    }

    private static List<String> names(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
