package dev.sentryai.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.sentryai.SentryAi;
import dev.sentryai.TrackOptions;
import dev.sentryai.fixtures.Reply;
import dev.sentryai.telemetry.EventRecord;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okio.BufferedSink;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What happens in traces of which nothing is sent. */
class UnsampledTest extends HttpBench {

    @BeforeEach
    void sampleNothing() {
        sample(0);
    }

    private void sample(double rate) {
        bench.configure(options -> options.setTracesSampleRate(rate), ai -> {});
    }

    /** A body that counts how often it is written. */
    private static final class CountingBody extends RequestBody {

        private final AtomicInteger written = new AtomicInteger();

        @Override
        public MediaType contentType() {
            return MediaType.get("application/json");
        }

        @Override
        public long contentLength() {
            return CHAT.length();
        }

        @Override
        public void writeTo(BufferedSink sink) throws IOException {
            written.incrementAndGet();
            sink.writeUtf8(CHAT);
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "1, 2"})
    void bodiesAreSentAndNotRead(double rate, int times) throws Exception {
        sample(rate);
        OkHttpClient okHttp = SentryAiHttp.wrapOkHttp(new OkHttpClient());
        CountingBody body = new CountingBody();
        Request request = new Request.Builder()
                .url(bench.llm().openAiUrl() + "/chat/completions")
                .post(body)
                .build();

        bench.inTransaction(() -> {
            okHttp.newCall(request).execute().close();
            return null;
        });

        assertThat(body.written).hasValue(times);
        assertThat(bench.telemetry().aiSpans()).hasSize((int) rate);
    }

    @Test
    void aCallThatFailsIsCapturedAllTheSame() throws Exception {
        bench.llm().onChat().reply(Reply.text("one two three").cutAfterChunks(1));

        Throwable thrown =
                bench.inTransaction(() -> catchThrowable(() -> client.send(stream(), BodyHandlers.ofString())));

        assertThat(thrown).isInstanceOf(IOException.class);
        assertThat(bench.telemetry().events()).hasSize(1);
        EventRecord event = bench.telemetry().events().get(0);
        assertThat(event.exceptions()).anySatisfy(exception -> {
            assertThat(exception.mechanism()).isNotNull();
            assertThat(exception.type()).isEqualTo(thrown.getClass().getSimpleName());
        });
        assertThat(bench.telemetry().spans()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"report\":7}", "no JSON", ""})
    void anotherRequestThatFailsIsNot(String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + freePort() + "/v1/chat/completions"))
                .POST(BodyPublishers.ofString(body))
                .build();

        Throwable thrown =
                bench.inTransaction(() -> catchThrowable(() -> client.send(request, BodyHandlers.ofString())));

        assertThat(thrown).isInstanceOf(IOException.class);
        assertThat(bench.telemetry().events()).isEmpty();
    }

    @Test
    void whatAnotherRequestSaysMayBeTold() throws Exception {
        catchThrowable(() -> SentryAi.track(TrackOptions.of("mine"), () -> {
            client.send(
                    request("/v1/chat/completions", BodyPublishers.ofString("{\"a\":\"b\"}")), BodyHandlers.ofString());
            throw new IllegalStateException("It says b");
        }));

        assertThat(bench.telemetry().events())
                .flatExtracting(EventRecord::exceptions)
                .extracting(EventRecord.ExceptionRecord::value)
                .containsExactly("It says b");
    }

    /** Nobody listens there: the port has just been given back. */
    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
