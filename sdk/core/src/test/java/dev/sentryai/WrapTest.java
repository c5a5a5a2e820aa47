package dev.sentryai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.sentryai.context.ContextBlock;
import dev.sentryai.telemetry.SpanRecord;
import dev.sentryai.testing.SentrySession;
import io.sentry.IScopes;
import io.sentry.ISpan;
import io.sentry.ITransaction;
import io.sentry.Sentry;
import java.io.IOException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@SuppressWarnings("try") // blocks are for their effect on what is inside
class WrapTest {

    private static final int THREADS = 4;
    private static final int CALLS = 4_000;

    private final ExecutorService pool = Executors.newFixedThreadPool(THREADS);
    private final SentrySession sentry = SentrySession.streaming(ai -> {});

    @AfterEach
    void close() {
        pool.shutdownNow();
        sentry.close();
    }

    @Test
    void everythingGoesToTheOtherThread() throws Exception {
        ITransaction transaction = sentry.transaction("GET /weather");
        Callable<String> task;
        try (ContextBlock conversation = SentryAi.conversation("c1");
                ContextBlock pipeline = SentryAi.pipeline("report");
                AiSpan agent = SentryAi.invokeAgent("Planner")) {
            Callable<String> chat = () -> SentryAi.chat("gpt-4o").record(span -> "sunny");
            task = SentryAi.wrap(chat);
            assertThat(pool.submit(task).get()).isEqualTo("sunny");
        }
        transaction.finish();

        SpanRecord chat = sentry.span("chat gpt-4o");
        assertThat(chat.parentSpanId())
                .isEqualTo(sentry.span("invoke_agent Planner").spanId());
        assertThat(chat.attributes())
                .containsEntry("gen_ai.conversation.id", "c1")
                .containsEntry("gen_ai.pipeline.name", "report")
                .containsEntry("gen_ai.agent.name", "Planner");
    }

    @Test
    void tasksOfEveryKindDoWhatTheyDid() throws Exception {
        SentryAi.setPipelineName("report");
        Supplier<String> supplier = () -> SentryAi.pipelineName().orElse("none");
        Callable<String> failing = () -> {
            throw new IOException("broken");
        };
        List<String> ran = new ArrayList<>();
        Supplier<String> wrappedSupplier = SentryAi.wrap(supplier);
        Callable<String> wrappedFailing = SentryAi.wrap(failing);
        Runnable wrappedRunnable = SentryAi.wrap((Runnable) () -> ran.add(supplier.get()));

        pool.submit(wrappedRunnable).get();

        assertThat(CompletableFuture.supplyAsync(wrappedSupplier, pool).get()).isEqualTo("report");
        assertThat(ran).containsExactly("report");
        assertThatThrownBy(wrappedFailing::call).isInstanceOf(IOException.class).hasMessage("broken");
    }

    @Test
    void oneRunLeavesNothingForTheNext() throws Exception {
        Callable<String> task = SentryAi.wrap((Callable<String>) () -> {
            String before = SentryAi.conversationId().orElse("none");
            SentryAi.setConversationId("left");
            return before;
        });

        assertThat(pool.submit(task).get()).isEqualTo("none");
        assertThat(pool.submit(task).get()).isEqualTo("none");
        assertThat(SentryAi.conversationId()).isEmpty();
    }

    @Test
    void whatChangesAfterwardsIsNotSeen() throws Exception {
        Callable<String> task;
        try (ContextBlock conversation = SentryAi.conversation("wrapped")) {
            task = SentryAi.wrap(
                    (Callable<String>) () -> SentryAi.conversationId().orElse("none"));
        }

        assertThat(pool.submit(task).get()).isEqualTo("wrapped");
    }

    @Test
    void executorCarriesWhatIsCurrentWhenATaskIsHandedOver() {
        Executor executor = SentryAi.wrap((Executor) pool);
        Supplier<String> id = () -> SentryAi.conversationId().orElse("none");

        try (ContextBlock first = SentryAi.conversation("first")) {
            assertThat(CompletableFuture.supplyAsync(id, executor).join()).isEqualTo("first");
        }

        assertThat(CompletableFuture.supplyAsync(id, executor).join()).isEqualTo("none");
        assertThat(SentryAi.wrap(executor)).isSameAs(executor);
    }

    @Test
    void executorServiceCarriesByEveryMethod() throws Exception {
        ExecutorService service = SentryAi.wrap(pool);
        BlockingQueue<String> seen = new LinkedBlockingQueue<>();
        Callable<String> id = () -> SentryAi.conversationId().orElse("none");
        Runnable note = () -> seen.add(SentryAi.conversationId().orElse("none"));
        try (ContextBlock conversation = SentryAi.conversation("c1")) {
            service.execute(note);
            service.submit(note).get();
            service.submit(note, "").get();
            seen.add(service.submit(id).get());
            seen.add(service.invokeAny(List.of(id)));
            seen.add(service.invokeAny(List.of(id), 10, TimeUnit.SECONDS));
            for (Future<String> future : service.invokeAll(List.of(id))) {
                seen.add(future.get());
            }
            for (Future<String> future : service.invokeAll(List.of(id), 10, TimeUnit.SECONDS)) {
                seen.add(future.get());
            }
        }
        service.shutdown();

        assertThat(service.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
        assertThat(seen).hasSize(8).containsOnly("c1");
        assertThat(pool.isShutdown()).isTrue();
        assertThat(service.isTerminated()).isTrue();
        assertThat(SentryAi.wrap(service)).isSameAs(service);
    }

    @Test
    void virtualThreadsAreThreads() throws Throwable {
        MethodHandle start = startOfVirtualThreads();
        assumeTrue(start != null, "this JDK has no virtual threads");
        CompletableFuture<String> seen = new CompletableFuture<>();
        ITransaction transaction = sentry.transaction("GET /weather");
        try (AiSpan agent = SentryAi.invokeAgent("Planner")) {
            Runnable chat = () -> seen.complete(SentryAi.chat("gpt-4o").record(span -> "sunny"));
            Thread thread = (Thread) start.invoke(SentryAi.wrap(chat));
            thread.join();
        }
        transaction.finish();

        assertThat(seen.join()).isEqualTo("sunny");
        assertThat(sentry.span("chat gpt-4o").parentSpanId())
                .isEqualTo(sentry.span("invoke_agent Planner").spanId());
    }

    private static MethodHandle startOfVirtualThreads() throws IllegalAccessException {
        try {
            return MethodHandles.publicLookup()
                    .findStatic(
                            Thread.class, "startVirtualThread", MethodType.methodType(Thread.class, Runnable.class));
        } catch (NoSuchMethodException beforeJdk21) {
            return null;
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void nothingIsLeftOnAnyThread(boolean isWrapped) throws Exception {
        List<IScopes> before = scopesOfPool();
        IScopes here = Sentry.getCurrentScopes();
        ExecutorService executor = isWrapped ? SentryAi.wrap(pool) : pool;
        Elsewhere elsewhere = new Elsewhere(new LinkedBlockingQueue<>(), new LinkedBlockingQueue<>());
        List<Future<?>> calls = new ArrayList<>();
        ITransaction transaction = sentry.transaction("GET /weather");
        try (AiSpan agent = SentryAi.invokeAgent("Planner")) {
            for (int i = 0; i < CALLS; i++) {
                int kind = i;
                calls.add(executor.submit(() -> call(kind, isWrapped, elsewhere)));
            }
            for (Future<?> call : calls) {
                call.get();
            }
            for (Future<?> later : elsewhere.later()) {
                later.get(20, TimeUnit.SECONDS); // or it would go on inside of the next test
            }
        }
        elsewhere.handedOver().forEach(AiSpan::close);
        transaction.finish();

        assertThat(Sentry.getCurrentScopes()).isSameAs(here);
        assertThat(scopesOfPool()).containsExactlyInAnyOrderElementsOf(before);
        assertThat(onEachThread(() -> SentryAi.conversationId().isEmpty()
                        && SentryAi.pipelineName().isEmpty()
                        && isNullOrFinished(Sentry.getSpan())))
                .containsOnly(true);
    }

    private static boolean isNullOrFinished(ISpan span) {
        return span == null || span.isFinished();
    }

    /** What does not end on the thread where it began. */
    private record Elsewhere(BlockingQueue<AiSpan> handedOver, BlockingQueue<Future<?>> later) {}

    /** @param mayLeaveOpen whether a span may stay current on its thread until another one ends it */
    private static void call(int kind, boolean mayLeaveOpen, Elsewhere elsewhere) {
        switch (kind % 6) {
            case 0 -> SentryAi.chat("gpt-4o").close();
            case 1 -> SentryAi.track("work", () -> SentryAi.chat("gpt-4o").close());
            case 2 -> {
                try (ContextBlock conversation = SentryAi.conversation("c" + kind)) {
                    elsewhere
                            .later()
                            .add(SentryAi.trackAsync(
                                    "async",
                                    () -> CompletableFuture.runAsync(
                                            () -> SentryAi.chat("a").close())));
                }
            }
            case 3 -> {
                try (ContextBlock pipeline = SentryAi.pipeline("p" + kind);
                        AiSpan tool = SentryAi.executeTool("tool")) {
                    SentryAi.track("stream", () -> List.of(1, 2).stream()).close();
                }
            }
            case 4 -> {
                AiSpan over = elsewhere.handedOver().poll();
                if (over != null) {
                    over.close();
                }
            }
            default -> {
                if (mayLeaveOpen) {
                    elsewhere.handedOver().add(SentryAi.chat("handed over"));
                }
            }
        }
    }

    private List<IScopes> scopesOfPool() throws Exception {
        return onEachThread(Sentry::getCurrentScopes);
    }

    private <T> List<T> onEachThread(Callable<T> question) throws Exception {
        CyclicBarrier all = new CyclicBarrier(THREADS);
        List<Future<T>> answers = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            answers.add(pool.submit(() -> {
                all.await(20, TimeUnit.SECONDS);
                return question.call();
            }));
        }
        List<T> all4 = new ArrayList<>();
        for (Future<T> answer : answers) {
            all4.add(answer.get(20, TimeUnit.SECONDS));
        }
        return all4;
    }
}
