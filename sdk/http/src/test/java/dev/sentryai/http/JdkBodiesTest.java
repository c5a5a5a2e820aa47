package dev.sentryai.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sentryai.fixtures.Reply;
import dev.sentryai.providertests.Bench;
import dev.sentryai.telemetry.SpanRecord;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever becomes of a body, the application gets it as it would without us, and the call is recorded. */
class JdkBodiesTest extends HttpBench {

    @BeforeEach
    void script() {
        bench.answer(Reply.text("ignored").withChunks("one ", "two"));
    }

    @Test
    void inputStreams() throws Exception {
        try (InputStream body =
                client.send(stream(), BodyHandlers.ofInputStream()).body()) {
            assertThat(new String(body.readAllBytes(), StandardCharsets.UTF_8)).endsWith("data: [DONE]\n\n");
        }

        hasAnswered("one two");
    }

    @Test
    void inputStreamsOfWhichSingleBytesAreRead() throws Exception {
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        try (InputStream body =
                client.send(stream(), BodyHandlers.ofInputStream()).body()) {
            for (int next = body.read(); next >= 0; next = body.read()) {
                read.write(next);
            }
        }

        assertThat(read.toString(StandardCharsets.UTF_8)).endsWith("data: [DONE]\n\n");
        hasAnswered("one two");
    }

    @Test
    void inputStreamsThatTheApplicationDecorates() throws Exception {
        HttpResponse<DecoratedStream> response = client.send(
                stream(), info -> BodySubscribers.mapping(BodySubscribers.ofInputStream(), DecoratedStream::new));

        assertThat(response.body().readAllBytes()).isNotEmpty();
        hasAnswered("one two");
    }

    /** A type of the application's own. */
    private static final class DecoratedStream extends FilterInputStream {
        DecoratedStream(InputStream original) {
            super(original);
        }
    }

    @Test
    void texts() throws Exception {
        assertThat(client.send(stream(), BodyHandlers.ofString()).body()).contains("[DONE]");

        hasAnswered("one two");
    }

    @Test
    void arrays() throws Exception {
        assertThat(client.send(stream(), BodyHandlers.ofByteArray()).body()).isNotEmpty();

        hasAnswered("one two");
    }

    @Test
    void linesInOrder() throws Exception {
        try (Stream<String> lines =
                client.send(stream(), BodyHandlers.ofLines()).body()) {
            assertThat(lines.filter(line -> !line.isEmpty()).reduce((first, last) -> last))
                    .contains("data: [DONE]");
        }

        hasAnswered("one two");
    }

    @Test
    void files(@TempDir Path folder) throws Exception {
        Path file = client.send(stream(), BodyHandlers.ofFile(folder.resolve("answer")))
                .body();

        assertThat(Files.readString(file)).contains("[DONE]");
        hasAnswered("one two");
    }

    @Test
    void consumersOfBytes() throws Exception {
        ByteArrayOutputStream received = new ByteArrayOutputStream();

        client.send(stream(), BodyHandlers.ofByteArrayConsumer(part -> part.ifPresent(received::writeBytes)));

        assertThat(received.toString(StandardCharsets.UTF_8)).contains("[DONE]");
        hasAnswered("one two");
    }

    @Test
    void subscribersToLines() throws Exception {
        List<String> lines = new CopyOnWriteArrayList<>();
        CompletableFuture<Void> done = new CompletableFuture<>();

        client.send(stream(), BodyHandlers.fromLineSubscriber(new Collector<>(lines, done)));
        get(done);

        assertThat(lines).contains("data: [DONE]");
        hasAnswered("one two");
    }

    @Test
    void publishers() throws Exception {
        CompletableFuture<Void> done = new CompletableFuture<>();
        List<List<ByteBuffer>> parts = new CopyOnWriteArrayList<>();

        client.send(stream(), BodyHandlers.ofPublisher()).body().subscribe(new Collector<>(parts, done));
        get(done);

        assertThat(parts).isNotEmpty();
        hasAnswered("one two");
    }

    /** Takes everything at once. */
    private record Collector<T>(List<T> collected, CompletableFuture<Void> done) implements Flow.Subscriber<T> {

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            subscription.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(T next) {
            collected.add(next);
        }

        @Override
        public void onError(Throwable failure) {
            done.completeExceptionally(failure);
        }

        @Override
        public void onComplete() {
            done.complete(null);
        }
    }

    @Test
    void bodiesThatNobodyWants() throws Exception {
        client.send(stream(), BodyHandlers.discarding());
        client.sendAsync(stream(), BodyHandlers.replacing("mine")).get(20, TimeUnit.SECONDS);

        assertThat(bench.telemetry().aiSpans())
                .hasSize(2)
                .extracting(SpanRecord::status)
                .containsOnly("ok");
    }

    @Test
    void aCancelledFutureEndsTheCallWithoutAnError() throws Exception {
        CompletableFuture<Void> gate = new CompletableFuture<>();
        bench.answer(Reply.text("one two").holdAfterChunks(0, gate));

        CompletableFuture<HttpResponse<String>> future =
                client.sendAsync(chat(), BodyHandlers.ofString()).thenApply(response -> response);
        bench.llm().takeRequest(Bench.PATIENCE);
        future.cancel(true);

        assertThat(future)
                .failsWithin(Bench.PATIENCE)
                .withThrowableThat()
                .matches(thrown ->
                        thrown instanceof CancellationException || thrown.getCause() instanceof CancellationException);
        gate.complete(null);
        bench.sentry().awaitAiSpans(1, Bench.PATIENCE);
        assertThat(bench.onlyAiSpan().status()).isEqualTo("ok");
        assertThat(bench.telemetry().events()).isEmpty();
    }

    @Test
    void aStreamThatBreaksUnseenIsAFailureAllTheSame() throws Exception {
        bench.answer(Reply.text("ignored").withChunks("one ", "two").cutAfterChunks(1));
        CompletableFuture<Void> broken = new CompletableFuture<>();

        assertThatThrownBy(() -> client.send(
                        stream(),
                        BodyHandlers.ofByteArrayConsumer(part -> part.ifPresent(bytes -> broken.complete(null)))))
                .isInstanceOf(IOException.class);

        SpanRecord span = bench.onlyAiSpan();
        assertThat(span.status()).isNotEqualTo("ok");
        assertThat(text(span)).isEqualTo("one ");
        assertThat(bench.telemetry().events()).hasSize(1);
    }

    @Test
    void aDecoratedStreamThatBreaksIsAFailure() throws Exception {
        CompletableFuture<Void> gate = new CompletableFuture<>();
        bench.answer(Reply.text("ignored")
                .withChunks("one ", "two")
                .holdAfterChunks(1, gate)
                .cutAfterChunks(1));
        HttpResponse<DecoratedStream> response = client.send(
                stream(), info -> BodySubscribers.mapping(BodySubscribers.ofInputStream(), DecoratedStream::new));
        gate.complete(null);

        assertThatThrownBy(() -> response.body().readAllBytes()).isInstanceOf(IOException.class);

        SpanRecord span = bench.onlyAiSpan();
        assertThat(span.status()).isNotEqualTo("ok");
        assertThat(text(span)).isEqualTo("one ");
        assertThat(bench.telemetry().events()).hasSize(1);
    }

    @Test
    void whatTheHandlerThrowsReachesTheCaller() {
        assertThatThrownBy(() -> client.send(stream(), info -> {
                    throw new IllegalStateException("not like this");
                }))
                .hasRootCauseMessage("not like this");

        assertThat(bench.onlyAiSpan().status()).isNotEqualTo("ok");
    }
}
