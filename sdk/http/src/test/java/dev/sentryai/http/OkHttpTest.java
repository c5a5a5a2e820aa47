package dev.sentryai.http;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sentryai.fixtures.Reply;
import dev.sentryai.providertests.Bench;
import dev.sentryai.providertests.Gap;
import dev.sentryai.providertests.http.HttpProvider;
import dev.sentryai.providertests.http.OkHttpTransport;
import dev.sentryai.providertests.http.OpenAiProtocol;
import dev.sentryai.telemetry.SpanRecord;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.EventListener;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.BufferedSink;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OkHttpTest {

    private static final MediaType JSON = MediaType.get("application/json");

    private final Bench<OkHttpTransport> bench =
            new Bench<>(new HttpProvider<>(new OpenAiProtocol("openai"), new OkHttp()));
    private final OkHttpClient client = bench.client().client();

    @BeforeEach
    void record() {
        bench.recordContent();
        bench.leavesOut(Gap.values()); // the requests are as short as can be
    }

    @AfterEach
    void close() {
        try (bench) {
            bench.verifySent();
        }
    }

    private Request.Builder request(RequestBody body) {
        return new Request.Builder()
                .url(bench.llm().openAiUrl() + "/chat/completions")
                .post(body);
    }

    private Request chat() {
        return request(RequestBody.create(HttpBench.CHAT, JSON)).build();
    }

    private Request stream() {
        return request(RequestBody.create(HttpBench.STREAM, JSON)).build();
    }

    private static String ask(OkHttpClient client, Request request) throws IOException {
        try (Response response = client.newCall(request).execute()) {
            return requireNonNull(response.body()).string();
        }
    }

    @Test
    void applicationsHearOfTheirEventsAsBefore() throws Exception {
        List<String> events = new CopyOnWriteArrayList<>();
        OkHttpClient listened = SentryAiHttp.wrapOkHttp(new OkHttpClient.Builder()
                .eventListener(new EventListener() {
                    @Override
                    public void callStart(Call call) {
                        events.add("start");
                    }

                    @Override
                    public void callEnd(Call call) {
                        events.add("end");
                    }
                })
                .build());

        ask(listened, chat());

        assertThat(events).containsExactly("start", "end");
        assertThat(bench.onlyAiSpan().status()).isEqualTo("ok");
    }

    @Test
    void whatAnInterceptorRepeatsIsOneCall() throws Exception {
        bench.answer(Reply.error(500), Reply.text("Hello"));
        OkHttpClient repeating = SentryAiHttp.wrapOkHttp(new OkHttpClient.Builder()
                .addInterceptor(chain -> {
                    Response first = chain.proceed(chain.request());
                    first.close();
                    return chain.proceed(chain.request());
                })
                .build());

        ask(repeating, chat());

        assertThat(HttpBench.text(bench.onlyAiSpan())).isEqualTo("Hello");
    }

    @Test
    void derivedClientsRecordOnce() throws Exception {
        OkHttpClient derived =
                client.newBuilder().readTimeout(Duration.ofSeconds(30)).build();

        ask(derived, chat());

        assertThat(bench.telemetry().aiSpans()).hasSize(1);
        assertThat(SentryAiHttp.wrapOkHttp(derived)).isSameAs(derived);
    }

    @Test
    void aCancelledCallIsNoFailure() throws Exception {
        CompletableFuture<Void> gate = new CompletableFuture<>();
        bench.answer(Reply.text("never").holdAfterChunks(0, gate));
        CompletableFuture<IOException> failed = new CompletableFuture<>();
        Call call = client.newCall(chat());

        call.enqueue(new Callback() {
            @Override
            public void onFailure(Call failedCall, IOException failure) {
                failed.complete(failure);
            }

            @Override
            public void onResponse(Call answered, Response response) {
                failed.completeExceptionally(new AssertionError("Expected to be cancelled"));
            }
        });
        bench.llm().takeRequest(Bench.PATIENCE);
        call.cancel();

        assertThat(failed).succeedsWithin(Bench.PATIENCE);
        gate.complete(null);
        assertThat(bench.onlyAiSpan().status()).isEqualTo("ok");
        assertThat(bench.telemetry().events()).isEmpty();
    }

    @Test
    void anErrorWhoseBodyNobodyReadsHasItsStatus() throws Exception {
        bench.answer(Reply.error(429));

        client.newCall(chat()).execute().close();

        SpanRecord span = bench.onlyAiSpan();
        assertThat(span.status()).isNotEqualTo("ok");
        assertThat(span.attributes())
                .containsEntry("error.type", "429")
                .containsEntry("http.response.status_code", 429L);
    }

    @Test
    void aStreamIsNeitherHeldBackNorBuffered() throws Exception {
        CompletableFuture<Void> gate = new CompletableFuture<>();
        bench.answer(Reply.text("ignored").withChunks("one ", "two").holdAfterChunks(1, gate));

        try (Response response = client.newCall(stream()).execute()) {
            String line = requireNonNull(response.body()).source().readUtf8LineStrict();
            while (!line.contains("one ")) {
                line = requireNonNull(response.body()).source().readUtf8LineStrict();
            }
            gate.complete(null);
            assertThat(requireNonNull(response.body()).string()).contains("two");
        }

        assertThat(HttpBench.text(bench.onlyAiSpan())).isEqualTo("one two");
    }

    @Test
    void bodiesThatCanBeSentOnceAreSentAndNotRead() throws Exception {
        RequestBody once = new RequestBody() {
            @Override
            public MediaType contentType() {
                return JSON;
            }

            @Override
            public boolean isOneShot() {
                return true;
            }

            @Override
            public long contentLength() {
                return HttpBench.CHAT.length();
            }

            @Override
            public void writeTo(BufferedSink sink) throws IOException {
                sink.writeUtf8(HttpBench.CHAT);
            }
        };

        assertThat(ask(client, request(once).build())).contains("choices");
        assertThat(bench.telemetry().spans()).isEmpty();
    }

    @Test
    void aBodyThatCanNotBeWrittenFailsAsItWouldWithoutUs() {
        RequestBody broken = new RequestBody() {
            @Override
            public MediaType contentType() {
                return JSON;
            }

            @Override
            public long contentLength() {
                return 10;
            }

            @Override
            public void writeTo(BufferedSink sink) throws IOException {
                throw new IOException("the disk is gone");
            }
        };

        assertThatThrownBy(() -> ask(client, request(broken).build())).hasMessage("the disk is gone");
        assertThat(bench.telemetry().spans()).isEmpty();
    }
}
