package dev.sentryai.context;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sentryai.WarningCollector;
import io.sentry.ISentryLifecycleToken;
import io.sentry.NoOpTransportFactory;
import io.sentry.Sentry;
import io.sentry.SentryWrapper;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@SuppressWarnings("try") // a block is opened for its effect, not to be referenced
class AiContextTest {

    private final List<String> warnings = new CopyOnWriteArrayList<>();
    private final ExecutorService executor = Executors.newFixedThreadPool(4);

    @BeforeEach
    void initSentry() {
        Sentry.init(options -> {
            options.setDsn("http://key@127.0.0.1:1/1");
            options.setTransportFactory(NoOpTransportFactory.getInstance());
            options.setEnableUncaughtExceptionHandler(false);
            options.setDebug(true);
            options.setLogger(new WarningCollector(warnings));
        });
    }

    @AfterEach
    void closeSentry() {
        executor.shutdownNow();
        Sentry.close();
    }

    @Test
    void idStaysInItsRequest() {
        try (ISentryLifecycleToken request = Sentry.pushIsolationScope()) {
            AiContext.setConversationId(Sentry.getCurrentScopes(), "one");

            assertThat(conversation()).contains("one");
        }
        try (ISentryLifecycleToken request = Sentry.pushIsolationScope()) {
            assertThat(conversation()).isEmpty();
        }

        assertThat(conversation()).isEmpty();
    }

    @Test
    void parallelRequestsKeepTheirOwnIds() throws Exception {
        CyclicBarrier allSet = new CyclicBarrier(4);
        Callable<List<Optional<String>>> request = () -> {
            try (ISentryLifecycleToken scope = Sentry.pushIsolationScope()) {
                String id = "id-" + Thread.currentThread().getId();
                AiContext.setConversationId(Sentry.getCurrentScopes(), id);
                allSet.await(10, TimeUnit.SECONDS);
                return List.of(Optional.of(id), conversation());
            }
        };

        List<Future<List<Optional<String>>>> seen =
                IntStream.range(0, 4).mapToObj(i -> executor.submit(request)).toList();

        for (Future<List<Optional<String>>> ids : seen) {
            assertThat(ids.get().get(1)).isEqualTo(ids.get().get(0));
        }
    }

    @Test
    void idSetInAnInnerScopeCountsForTheWholeRequest() {
        try (ISentryLifecycleToken request = Sentry.pushIsolationScope()) {
            try (ISentryLifecycleToken inner = Sentry.pushScope()) {
                AiContext.setConversationId(Sentry.getCurrentScopes(), "late");
            }

            assertThat(conversation()).contains("late");
        }
    }

    @Test
    void blockReturnsToWhatWasBefore() {
        try (ISentryLifecycleToken request = Sentry.pushIsolationScope()) {
            AiContext.setPipelineName(Sentry.getCurrentScopes(), "outer");
            try (ContextBlock block = AiContext.openPipeline(Sentry.getCurrentScopes(), "inner")) {
                assertThat(pipeline()).contains("inner");
                try (ISentryLifecycleToken fork = Sentry.pushScope()) {
                    AiContext.setPipelineName(Sentry.getCurrentScopes(), "changed");
                }
                assertThat(pipeline()).contains("changed");
            }
            assertThat(pipeline()).contains("outer");
            try (ContextBlock block = AiContext.openPipeline(Sentry.getCurrentScopes(), null)) {
                assertThat(pipeline()).isEmpty();
            }
            AiContext.setPipelineName(Sentry.getCurrentScopes(), null);
            assertThat(pipeline()).isEmpty();
        }
    }

    @Test
    void wrappedTaskKeepsTheBlockItWasWrappedIn() throws Exception {
        Callable<Optional<String>> task;
        try (ContextBlock block = AiContext.openConversation(Sentry.getCurrentScopes(), "wrapped")) {
            task = SentryWrapper.wrapCallable(AiContextTest::conversation);
        }

        assertThat(executor.submit(task).get()).contains("wrapped");
        assertThat(executor.submit(AiContextTest::conversation).get()).isEmpty();
    }

    @Test
    void wrappedTaskChangesNothingForWhoStartedIt() throws Exception {
        try (ISentryLifecycleToken request = Sentry.pushIsolationScope()) {
            AiContext.setConversationId(Sentry.getCurrentScopes(), "request");
            Optional<String> inTask = CompletableFuture.supplyAsync(
                            SentryWrapper.wrapSupplier(() -> {
                                AiContext.setConversationId(Sentry.getCurrentScopes(), "task");
                                return conversation();
                            }),
                            executor)
                    .get();

            assertThat(inTask).contains("task");
            assertThat(conversation()).contains("request");
        }
    }

    @Test
    void clearedIdIsGoneInATaskOnly() throws Exception {
        try (ContextBlock block = AiContext.openConversation(Sentry.getCurrentScopes(), "request")) {
            Callable<Optional<String>> task = SentryWrapper.wrapCallable(() -> {
                AiContext.setConversationId(Sentry.getCurrentScopes(), null);
                return conversation();
            });

            assertThat(executor.submit(task).get()).isEmpty();
            assertThat(conversation()).contains("request");
        }
    }

    @Test
    void closingOnAnotherThreadChangesNeither() throws Exception {
        ContextBlock block = AiContext.openConversation(Sentry.getCurrentScopes(), "here");

        Optional<String> there = executor.submit(() -> {
                    block.close();
                    return conversation();
                })
                .get();

        assertThat(there).isEmpty();
        assertThat(conversation()).contains("here");
        assertThat(warnings).singleElement().asString().contains("closed on another thread");
        block.close();
        assertThat(conversation()).isEmpty();
    }

    @Test
    void unfitIdIsKeptAndWarnedAboutOnce() {
        try (ISentryLifecycleToken request = Sentry.pushIsolationScope()) {
            AiContext.setConversationId(Sentry.getCurrentScopes(), "fits_-09AZ");
            assertThat(warnings).isEmpty();

            AiContext.setConversationId(Sentry.getCurrentScopes(), "someone@example.com");
            AiContext.setConversationId(Sentry.getCurrentScopes(), "a/b");

            assertThat(conversation()).contains("a/b");
            assertThat(warnings)
                    .singleElement()
                    .asString()
                    .contains("conversation id")
                    .doesNotContain("someone");
        }
    }

    @Test
    void nothingIsKeptWithoutSentry() {
        Sentry.close();

        AiContext.setConversationId(Sentry.getCurrentScopes(), "nobody");
        try (ContextBlock block = AiContext.openTracked(Sentry.getCurrentScopes(), "nobody")) {
            assertThat(pipeline()).isEmpty();
        }

        assertThat(conversation()).isEmpty();
    }

    private static Optional<String> conversation() {
        return AiContext.conversationId(Sentry.getCurrentScopes());
    }

    private static Optional<String> pipeline() {
        return AiContext.pipelineName(Sentry.getCurrentScopes());
    }
}
