package dev.sentryai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sentryai.telemetry.SpanRecord;
import dev.sentryai.testing.SentrySession;
import io.sentry.Sentry;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TrackedProxyTest {

    private static final Duration DEADLINE = Duration.ofSeconds(20);

    private final SentrySession sentry = SentrySession.streaming(ai -> {});

    @AfterEach
    void closeSentry() {
        sentry.close();
    }

    interface Researcher {

        @AiTracked(name = "research", op = "ai.chain")
        String research(String topic) throws IOException;

        @AiTracked
        default String twice(String topic) throws IOException {
            return research(topic) + research(topic);
        }

        @AiTracked
        CompletionStage<String> later();

        @AiTracked
        Stream<String> stream();

        @AiTracked
        Iterator<String> iterator();

        @AiTracked
        Flow.Publisher<String> publisher();

        @AiTracked
        List<String> list();

        String untracked();
    }

    private static final class Library implements Researcher {

        private final CompletableFuture<String> answer = new CompletableFuture<>();
        private Flow.Publisher<String> publisher = subscriber -> {};

        @Override
        public String research(String topic) throws IOException {
            if (topic.isEmpty()) {
                throw new IOException("no topic");
            }
            return topic + " in " + SentryAi.pipelineName().orElse("none");
        }

        @Override
        public CompletionStage<String> later() {
            return answer;
        }

        @Override
        public Stream<String> stream() {
            return Stream.of("a", "b").peek(chunk -> SentryAi.chat(chunk).close());
        }

        @Override
        public Iterator<String> iterator() {
            return List.of("a", "b").iterator();
        }

        @Override
        public Flow.Publisher<String> publisher() {
            return publisher;
        }

        @Override
        public List<String> list() {
            return List.of("a");
        }

        @Override
        public String untracked() {
            return SentryAi.pipelineName().orElse("none");
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Library;
        }

        @Override
        public int hashCode() {
            return 42;
        }

        @Override
        public String toString() {
            return "library";
        }
    }

    private final Library library = new Library();
    private final Researcher researcher = SentryAi.trackedProxy(Researcher.class, library);

    @Test
    void markedMethodsAreTracked() throws IOException {
        String result = researcher.research("rain");

        assertThat(result).isEqualTo("rain in research");
        SpanRecord span = sentry.span("research");
        assertThat(span.op()).isEqualTo("ai.chain");
        assertThat(span.status()).isEqualTo("ok");
    }

    @Test
    void defaultMethodsRunAsTheyAre() throws IOException {
        String result = researcher.twice("rain");

        assertThat(result).isEqualTo("rain in Researcher.twicerain in Researcher.twice");
        assertThat(sentry.flush().spans()).singleElement().satisfies(span -> {
            assertThat(span.name()).isEqualTo("Researcher.twice");
            assertThat(span.op()).isEqualTo("ai.pipeline");
        });
    }

    @Test
    void otherMethodsPass() {
        assertThat(researcher.untracked()).isEqualTo("none");
        assertThat(sentry.flush().spans()).isEmpty();
    }

    @Test
    void exceptionsArriveUnchanged() {
        assertThatThrownBy(() -> researcher.research(""))
                .isExactlyInstanceOf(IOException.class)
                .hasMessage("no topic");

        assertThat(sentry.span("research").attributes()).containsEntry("error.type", "java.io.IOException");
        assertThat(sentry.server().telemetry().events()).hasSize(1);
    }

    @Test
    void equalsWhatItsTargetEquals() {
        assertThat(researcher)
                .isEqualTo(SentryAi.trackedProxy(Researcher.class, new Library()))
                .isEqualTo(new Library())
                .isNotEqualTo(null)
                .hasSameHashCodeAs(library)
                .hasToString("library");
    }

    @Test
    void wrappingTwiceIsOneWrapping() {
        assertThat(SentryAi.trackedProxy(Researcher.class, researcher)).isSameAs(researcher);
    }

    @Test
    void onlyInterfacesHaveProxies() {
        assertThatThrownBy(() -> SentryAi.trackedProxy(Library.class, library))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must be an interface")
                .hasMessageContaining("Library");
    }

    @AiTracked(name = "assistant")
    interface Assistant {
        String answer();

        @AiTracked
        String name();
    }

    @Test
    void markOnTheInterfaceCountsForAllItsMethods() {
        Assistant assistant = SentryAi.trackedProxy(Assistant.class, new Assistant() {
            @Override
            public String answer() {
                return "42";
            }

            @Override
            public String name() {
                return "deep thought";
            }
        });

        assertThat(assistant.answer() + assistant.name()).isEqualTo("42deep thought");

        assertThat(names()).containsExactlyInAnyOrder("assistant", "Assistant.name");
    }

    interface Plain {
        String work();
    }

    static final class Marked implements Plain {
        @Override
        @AiTracked(name = "marked")
        public String work() {
            return "done";
        }
    }

    @Test
    void markMayBeOnWhatImplementsTheInterface() {
        assertThat(SentryAi.trackedProxy(Plain.class, new Marked()).work()).isEqualTo("done");

        assertThat(names()).containsExactly("marked");
    }

    @Test
    void stageEndsTheSpanWhenItCompletes() {
        CompletionStage<String> stage = researcher.later();
        assertThat(names()).isEmpty();

        library.answer.complete("late");

        assertThat(stage.toCompletableFuture().join()).isEqualTo("late");
        assertThat(names()).containsExactly("Researcher.later");
    }

    @Test
    void streamEndsTheSpanWhenItIsReadAndIsComputedInside() {
        Stream<String> stream = researcher.stream().map(String::toUpperCase);
        assertThat(names()).isEmpty();

        assertThat(stream.toList()).containsExactly("A", "B");

        SpanRecord span = sentry.span("Researcher.stream");
        assertThat(sentry.span("chat a").parentSpanId()).isEqualTo(span.spanId());
        assertThat(sentry.span("chat b").traceId()).isEqualTo(span.traceId());
        assertThat(Sentry.getSpan()).isNull();
    }

    @Test
    void streamStaysLazy() {
        Stream<Integer> endless = SentryAi.track("endless", () -> Stream.of(1).flatMap(i -> Stream.generate(() -> i)));

        assertThat(endless.limit(3).toList()).containsExactly(1, 1, 1);

        assertThat(names()).containsExactly("endless");
    }

    @Test
    void streamEndsTheSpanWhenItIsClosed() {
        Stream<String> stream = researcher.stream();

        stream.close();

        assertThat(sentry.span("Researcher.stream").status()).isEqualTo("ok");
    }

    @Test
    void streamsOtherWaysToBeReadEndTheSpan() {
        Iterator<String> iterator = researcher.stream().iterator();
        iterator.forEachRemaining(chunk -> assertThat(chunk).isNotEmpty());
        assertThat(names()).contains("Researcher.stream");

        assertThat(Stream.concat(researcher.stream(), Stream.of("c")).parallel().toList())
                .containsExactly("a", "b", "c");

        assertThat(names()).filteredOn("Researcher.stream"::equals).hasSize(2);
    }

    @Test
    void failureWhileReadingIsTheSpans() {
        Stream<String> stream = SentryAi.track(
                "stream",
                () -> Stream.of("a").map(chunk -> {
                    throw new IllegalStateException("cut");
                }));

        assertThatThrownBy(stream::toList).isInstanceOf(IllegalStateException.class);

        assertThat(sentry.span("stream").status()).isNotEqualTo("ok");
        assertThat(sentry.server().telemetry().events()).hasSize(1);
    }

    @Test
    void iteratorEndsTheSpanWhenItIsExhausted() {
        Iterator<String> iterator = researcher.iterator();
        assertThat(iterator.next()).isEqualTo("a");
        assertThat(iterator.hasNext()).isTrue();
        assertThat(iterator.next()).isEqualTo("b");
        assertThat(names()).isEmpty();

        assertThatThrownBy(iterator::next).isInstanceOf(NoSuchElementException.class);

        assertThat(sentry.span("Researcher.iterator").status()).isEqualTo("ok");
        assertThat(iterator.hasNext()).isFalse();
    }

    @Test
    void resultOutOfReachEndsTheSpan() {
        assertThat(researcher.iterator().next()).isEqualTo("a");

        long deadline = System.nanoTime() + DEADLINE.toNanos();
        while (names().isEmpty() && System.nanoTime() < deadline) {
            System.gc();
        }

        assertThat(sentry.span("Researcher.iterator").status()).isEqualTo("ok");
    }

    @Test
    void publisherEndsTheSpanBeforeItCompletes() {
        library.publisher = subscriber -> {
            subscriber.onSubscribe(new Counted(subscriber));
        };
        List<String> seen = new ArrayList<>();

        researcher.publisher().subscribe(new Collector(seen, Integer.MAX_VALUE));

        assertThat(seen).containsExactly("chunk none", "complete");
        assertThat(sentry.span("Researcher.publisher").status()).isEqualTo("ok");
        assertThat(sentry.span("chat inside").parentSpanId())
                .isEqualTo(sentry.span("Researcher.publisher").spanId());
    }

    @Test
    void publishersFailureIsTheSpans() {
        IOException failure = new IOException("cut");
        library.publisher = subscriber -> subscriber.onError(failure);
        List<String> seen = new ArrayList<>();

        researcher.publisher().subscribe(new Collector(seen, 1));

        assertThat(seen).containsExactly("failed cut");
        assertThat(sentry.span("Researcher.publisher").attributes()).containsEntry("error.type", "java.io.IOException");
    }

    @Test
    void cancelledSubscriptionEndsTheSpan() {
        library.publisher = subscriber -> subscriber.onSubscribe(new Counted(subscriber));

        researcher.publisher().subscribe(new Collector(new ArrayList<>(), 0));

        assertThat(sentry.span("Researcher.publisher").status()).isEqualTo("ok");
    }

    @Test
    void otherResultsEndTheSpanAtOnce() {
        assertThat(researcher.list()).isEqualTo(List.of("a")).isInstanceOf(List.class);

        assertThat(names()).containsExactly("Researcher.list");
    }

    @Test
    void classesOfTheApplicationAreNotReplaced() {
        Countdown countdown = SentryAi.track("countdown", Countdown::new);

        assertThat(countdown.next()).isEqualTo(2);
        assertThat(names()).containsExactly("countdown");
    }

    @Test
    void futureOfAnotherClassIsFollowedButNotReplaced() {
        class OwnFuture extends CompletableFuture<String> {}
        OwnFuture own = SentryAi.track("own", OwnFuture::new);
        assertThat(names()).isEmpty();

        own.complete("");

        assertThat(names()).containsExactly("own");
    }

    @Test
    void nothingIsInTheWayWithoutSentry() throws IOException {
        Sentry.close();

        assertThat(researcher.research("rain")).isEqualTo("rain in none");
        assertThat(researcher.later()).isSameAs(library.answer);
    }

    private List<String> names() {
        return sentry.flush().spans().stream()
                .map(span -> Optional.ofNullable(span.name()).orElse(""))
                .toList();
    }

    public static final class Countdown implements Iterator<Integer> {

        private int left = 3;

        @Override
        public boolean hasNext() {
            return left > 0;
        }

        @Override
        public Integer next() {
            return --left;
        }
    }

    /** Publishes one chunk on request, with a call to a model. */
    private record Counted(Flow.Subscriber<? super String> subscriber) implements Flow.Subscription {

        @Override
        public void request(long n) {
            SentryAi.chat("inside").close();
            subscriber.onNext("chunk");
            subscriber.onComplete();
        }

        @Override
        public void cancel() {}
    }

    /** @param requests zero to cancel */
    private record Collector(List<String> seen, long requests) implements Flow.Subscriber<String> {

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            if (requests == 0) {
                subscription.cancel();
            } else {
                subscription.request(requests);
            }
        }

        @Override
        public void onNext(String item) {
            seen.add(item + " " + SentryAi.pipelineName().orElse("none"));
        }

        @Override
        public void onError(Throwable failure) {
            seen.add("failed " + failure.getMessage());
        }

        @Override
        public void onComplete() {
            seen.add("complete");
        }
    }
}
