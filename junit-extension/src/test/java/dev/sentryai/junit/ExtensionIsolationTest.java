package dev.sentryai.junit;

import static dev.sentryai.junit.ExtensionTestKit.onlyFailure;
import static dev.sentryai.junit.ExtensionTestKit.passes;
import static dev.sentryai.junit.ExtensionTestKit.run;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sentryai.SentryAi;
import dev.sentryai.fakesentry.FakeSentry;
import io.sentry.Sentry;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.testkit.engine.EngineExecutionResults;

/** Tests share one JVM, and nothing in it. */
class ExtensionIsolationTest {

    private static final Map<String, String> FOUR_THREADS = Map.of(
            "junit.jupiter.execution.parallel.enabled", "true",
            "junit.jupiter.execution.parallel.config.strategy", "fixed",
            "junit.jupiter.execution.parallel.config.fixed.parallelism", "4");

    @Test
    void everyTestHasSentryToItself() {
        EngineExecutionResults results = run(Isolated.class);

        passes(6, results);
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
    void parallelTestsTakeTurns() {
        Parallel.running.set(0);
        Parallel.most.set(0);

        EngineExecutionResults results = run(FOUR_THREADS, Parallel.class);

        passes(8, results);
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
            throw onlyFailure(run(OneCall.class));
        }
    }

    @Test
    void leavesNoThreadBehind() throws InterruptedException {
        run(OneCall.class); // whatever starts once per JVM
        Set<Thread> before = Thread.getAllStackTraces().keySet();

        run(OneCall.class);

        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (!before.contains(thread)) {
                thread.join(20_000); // told to end, may need a moment
                assertThat(thread.isAlive()).as(thread.getName()).isFalse();
            }
        }
    }

    @ExtendWith(SentryAiExtension.class)
    static class OneCall {

        @Test
        void chats(FakeSentry sentry) {
            SentryAi.chat("gpt-4o").close();
            Sentry.flush(5_000);

            assertThat(sentry.telemetry().aiSpans()).hasSize(1);
        }
    }
}
