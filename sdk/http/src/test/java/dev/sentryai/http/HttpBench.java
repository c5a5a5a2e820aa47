package dev.sentryai.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sentryai.protocol.message.Part;
import dev.sentryai.providertests.Bench;
import dev.sentryai.providertests.Gap;
import dev.sentryai.providertests.http.HttpProvider;
import dev.sentryai.providertests.http.JdkTransport;
import dev.sentryai.providertests.http.OpenAiProtocol;
import dev.sentryai.telemetry.SpanRecord;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A bench per test, with content recorded. */
abstract class HttpBench {

    static final String CHAT = "{\"model\":\"m\",\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"}]}";
    static final String STREAM =
            "{\"model\":\"m\",\"stream\":true,\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"}]}";

    final Bench<JdkTransport> bench = new Bench<>(new HttpProvider<>(new OpenAiProtocol("openai"), new JdkClient()));
    final HttpClient client = bench.client().client();

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

    HttpRequest chat() {
        return request("/v1/chat/completions", BodyPublishers.ofString(CHAT));
    }

    HttpRequest stream() {
        return request("/v1/chat/completions", BodyPublishers.ofString(STREAM));
    }

    HttpRequest request(String path, BodyPublisher body) {
        return HttpRequest.newBuilder(URI.create(bench.llm().baseUrl() + path))
                .header("Authorization", "Bearer any")
                .header("Content-Type", "application/json")
                .POST(body)
                .build();
    }

    static <T> T get(CompletableFuture<T> future) throws Exception {
        return future.get(Bench.PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    }

    SpanRecord hasAnswered(String text) {
        SpanRecord span = bench.onlyAiSpan();
        assertThat(span.status()).isEqualTo("ok");
        assertThat(text(span)).isEqualTo(text);
        return span;
    }

    static String text(SpanRecord span) {
        return span.outputMessages().stream()
                .flatMap(message -> message.parts().stream())
                .map(part -> part instanceof Part.Text text ? text.content() : "")
                .collect(Collectors.joining());
    }
}
