package dev.sentryai.reactor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sentryai.AiSpan;
import dev.sentryai.SentryAi;
import dev.sentryai.context.ContextBlock;
import dev.sentryai.telemetry.SpanRecord;
import dev.sentryai.testing.SentrySession;
import io.sentry.IScopes;
import io.sentry.ISentryLifecycleToken;
import io.sentry.ITransaction;
import io.sentry.Sentry;
import java.io.File;
import java.net.URL;
import java.net.URLClassLoader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Hooks;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import reactor.util.context.Context;

@SuppressWarnings("try") // a block is there for its surroundings
class ReactorTest {

    private static final int THREADS = 4;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Scheduler one = Schedulers.newParallel("one", THREADS);
    private final Scheduler other = Schedulers.newBoundedElastic(THREADS, 10_000, "other");

    /** Not in anybody's surroundings, as the threads of a driver are. */
    private final ExecutorService outsider = Executors.newSingleThreadExecutor();

    @AfterEach
    void stop() {
        one.dispose();
        other.dispose();
        outsider.shutdownNow();
    }

    private static String ask(String model) {
        SentryAi.chat(model).close();
        return model;
    }

    /** Runs the work where everything that flows down is set, inside of an agent. */
    private static void asAgent(Runnable work) {
        try (ContextBlock pipeline = SentryAi.pipeline("weather");
                ContextBlock conversation = SentryAi.conversation("c-1");
                ContextBlock attributes = SentryAi.withAttributes(Map.of("tenant", "t-1"));
                AiSpan agent = SentryAi.invokeAgent("Planner")) {
            work.run();
        }
    }

    private static void assertInAgent(SentrySession sentry, String name) {
        SpanRecord span = sentry.span(name);
        assertThat(span.parentSpanId())
                .as("parent of " + name)
                .isEqualTo(sentry.span("invoke_agent Planner").spanId());
        assertThat(span.attributes())
                .containsEntry("gen_ai.agent.name", "Planner")
                .containsEntry("gen_ai.pipeline.name", "weather")
                .containsEntry("gen_ai.conversation.id", "c-1")
                .containsEntry("tenant", "t-1");
    }

    @Test
    void surroundingsCrossThreads() {
        try (SentrySession sentry = SentrySession.streaming(ai -> {})) {
            ITransaction transaction = sentry.transaction("GET /weather");
            asAgent(() -> Mono.fromCallable(() -> ask("subscribed"))
                    .subscribeOn(other)
                    .publishOn(one)
                    .map(before -> ask("published"))
                    .delayElement(Duration.ofMillis(1), other)
                    .map(before -> ask("delayed"))
                    .flatMap(before -> Mono.fromCallable(() -> ask("nested")).subscribeOn(one))
                    .block(PATIENCE));
            transaction.finish();

            for (String model : List.of("subscribed", "published", "delayed", "nested")) {
                assertInAgent(sentry, "chat " + model);
            }
        }
    }

    @Test
    void parallelCallsAreSiblings() {
        try (SentrySession sentry = SentrySession.streaming(ai -> {})) {
            ITransaction transaction = sentry.transaction("GET /weather");
            asAgent(() -> {
                Flux.range(0, 50)
                        .flatMap(i -> Mono.fromCallable(() -> ask("flat-" + i)).subscribeOn(one))
                        .blockLast(PATIENCE);
                Flux.range(0, 50)
                        .parallel(THREADS)
                        .runOn(other)
                        .map(i -> ask("rail-" + i))
                        .sequential()
                        .blockLast(PATIENCE);
            });
            transaction.finish();

            for (int i = 0; i < 50; i++) {
                assertInAgent(sentry, "chat flat-" + i);
                assertInAgent(sentry, "chat rail-" + i);
            }
        }
    }

    @Test
    void requestsOnTheSameThreadsKeepApart() {
        try (SentrySession sentry = SentrySession.streaming(ai -> {})) {
            List<Mono<String>> requests = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                String id = "c-" + i;
                try (ISentryLifecycleToken request = Sentry.pushIsolationScope()) {
                    sentry.transaction(id);
                    SentryAi.setConversationId(id);
                    requests.add(Mono.fromFuture(Flux.range(0, 3)
                            .delayElements(Duration.ofMillis(1), one)
                            .publishOn(other)
                            .map(round -> ask(id))
                            .last()
                            .toFuture()));
                }
            }
            Flux.merge(requests).blockLast(PATIENCE);

            assertThat(sentry.flush().aiSpans())
                    .hasSize(300)
                    .allSatisfy(span -> assertThat(span.attributes())
                            .containsEntry(
                                    "gen_ai.conversation.id", span.attributes().get("gen_ai.request.model")));
        }
    }

    @Test
    void nothingIsLeftOnTheThreadsOfSchedulers() throws Exception {
        try (SentrySession sentry = SentrySession.streaming(ai -> {})) {
            ITransaction transaction = sentry.transaction("GET /weather");
            asAgent(() -> Flux.range(0, 2_000)
                    .flatMap(i -> Mono.fromCallable(() -> SentryAi.chat("gpt-4o"))
                            .subscribeOn(one)
                            // ends on another thread than it was made current on, some of them by being cancelled
                            .publishOn(other)
                            .doOnNext(chat -> {
                                if (i % 3 == 0) {
                                    chat.fail(new CancellationException());
                                }
                                chat.close();
                            }))
                    .blockLast(PATIENCE));
            transaction.finish();

            assertThat(whatIsCurrentOn(one)).hasSize(THREADS).allMatch(IScopes::isNoOp);
            assertThat(whatIsCurrentOn(other)).hasSize(THREADS).allMatch(IScopes::isNoOp);
            assertThat(sentry.flush().aiSpans()).hasSize(2_001);
        }
    }

    /**
     * Asks each thread of the scheduler, from outside of all surroundings. Those that were asked wait for the others; a question
     * may still be given to one of them, when another thread is not yet known to be free, and then there is one more.
     */
    private Collection<IScopes> whatIsCurrentOn(Scheduler scheduler) throws Exception {
        Map<Thread, IScopes> answers = new ConcurrentHashMap<>();
        CountDownLatch allAnswered = new CountDownLatch(THREADS);
        Runnable question = () -> {
            if (answers.put(Thread.currentThread(), Sentry.getCurrentScopes(false)) == null) {
                allAnswered.countDown();
            }
            await(allAnswered, PATIENCE);
        };
        outsider.submit(() -> {
                    long deadline = System.nanoTime() + PATIENCE.toNanos();
                    do {
                        scheduler.schedule(question);
                    } while (!await(allAnswered, Duration.ofMillis(10)) && System.nanoTime() < deadline);
                })
                .get();
        return answers.values();
    }

    private static boolean await(CountDownLatch latch, Duration patience) {
        try {
            return latch.await(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** The source emits on a thread that no scheduler knows, so only Reactor's own context can help. */
    private Mono<String> fromADriver() {
        return Mono.create(sink -> outsider.execute(() -> sink.success("answer")));
    }

    private static void withContextPropagation(Runnable work) {
        Hooks.enableAutomaticContextPropagation();
        try {
            work.run();
        } finally {
            Hooks.disableAutomaticContextPropagation();
        }
    }

    @Test
    void contextPropagationCarriesThemEverywhere() throws Exception {
        try (SentrySession sentry = SentrySession.streaming(ai -> {})) {
            ITransaction transaction = sentry.transaction("GET /weather");
            withContextPropagation(() -> asAgent(() -> fromADriver()
                    .map(answer -> ask("driver"))
                    .publishOn(one)
                    .map(answer -> ask("published"))
                    .block(PATIENCE)));
            transaction.finish();

            assertInAgent(sentry, "chat driver");
            assertInAgent(sentry, "chat published");
            assertThat(outsider.submit(() -> Sentry.getCurrentScopes(false)).get(10, TimeUnit.SECONDS))
                    .matches(IScopes::isNoOp);
            assertThat(whatIsCurrentOn(one)).allMatch(IScopes::isNoOp);
        }
    }

    @Test
    void scopesThatSentryPutsIntoReactorsContextCount() {
        try (SentrySession sentry = SentrySession.streaming(ai -> {})) {
            IScopes request = Sentry.forkedRootScopes("request");
            try (ISentryLifecycleToken current = request.makeCurrent()) {
                SentryAi.setConversationId("c-7");
            }

            withContextPropagation(() -> fromADriver()
                    .map(answer -> ask("gpt-4o"))
                    .contextWrite(Context.of("sentry-scopes", request))
                    .block(PATIENCE));

            assertThat(sentry.span("chat gpt-4o").attributes()).containsEntry("gen_ai.conversation.id", "c-7");
        }
    }

    @Test
    void nothingIsCarriedWhileSentryIsOff() throws Exception {
        SentrySession.streaming(ai -> {}).close();

        IScopes there = Mono.fromCallable(() -> Sentry.getCurrentScopes(false))
                .subscribeOn(one)
                .block(PATIENCE);

        assertThat(there).matches(IScopes::isNoOp);
    }

    /** In a class loader that has all there is on this class path but Reactor and Micrometer. */
    @Test
    void everythingWorksWithoutReactor() throws Exception {
        List<URL> classPath = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            if (!entry.contains("reactor-core") && !entry.contains("context-propagation")) {
                classPath.add(new File(entry).toURI().toURL());
            }
        }
        try (URLClassLoader without =
                new URLClassLoader(classPath.toArray(URL[]::new), ClassLoader.getPlatformClassLoader())) {
            Object answer = without.loadClass(WithoutReactor.class.getName())
                    .asSubclass(Supplier.class)
                    .getDeclaredConstructor()
                    .newInstance()
                    .get();

            assertThat(answer).isEqualTo(List.of("chat gpt-4o"));
        }
    }
}
