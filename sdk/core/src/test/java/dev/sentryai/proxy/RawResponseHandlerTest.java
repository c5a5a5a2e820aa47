package dev.sentryai.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sentryai.proxy.mini.Chunks;
import dev.sentryai.proxy.mini.MiniService.Params;
import dev.sentryai.proxy.mini.Raw;
import java.lang.ref.WeakReference;
import java.util.Iterator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RawResponseHandlerTest {

    private static final Params PARAMS = new Params("model-1");

    private final MiniBench bench = new MiniBench();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void parsingEndsTheCall() {
        try (Raw<String> raw = bench.client.service().createRaw(PARAMS, "options")) {
            assertThat(raw.status()).isEqualTo(200);
            assertThat(raw.parse()).isEqualTo("model-1");
            assertThat(raw.parse()).isEqualTo("model-1");
        }

        assertThat(MiniBench.idOf(bench.onlyCall())).isEqualTo("model-1");
        assertThat(bench.replies.closed).containsExactly("raw");
    }

    @Test
    void closingUnparsedEndsTheCallWithoutError() {
        bench.client.service().createRaw(PARAMS, "options").close();

        assertThat(bench.onlyCall().status()).isEqualTo("ok");
    }

    @Test
    void failureToParseFailsTheCall() {
        IllegalStateException failure = new IllegalStateException("not JSON");
        bench.replies.whole = text -> {
            throw failure;
        };
        Raw<String> raw = bench.client.service().createRaw(PARAMS, "options");

        assertThatThrownBy(raw::parse).isSameAs(failure);

        assertThat(bench.onlyCall().sent("error.type")).contains(IllegalStateException.class.getName());
    }

    @Test
    void responseThatNobodyReachesEndsTheCallWithoutError() {
        bench.client.service().createRaw(PARAMS, "options");

        bench.awaitAbandonment();

        assertThat(bench.onlyCall().status()).isEqualTo("ok");
    }

    @Test
    void streamKeepsTheCallOpenThoughItsRawResponseIsGone() {
        Iterator<String> chunks = bench.client.service().createRawStreaming(PARAMS, "options").parse().stream()
                .iterator();
        WeakReference<Object> canary = new WeakReference<>(new Object());
        while (canary.get() != null) {
            System.gc();
        }

        assertThat(chunks).toIterable().containsExactly("one", "two", "three");
        assertThat(MiniBench.idOf(bench.onlyCall())).isEqualTo("onetwothree");
    }

    @Test
    void parsedStreamIsFollowedToItsEnd() {
        Raw<Chunks<String>> raw = bench.client.service().createRawStreaming(PARAMS, "options");
        Chunks<String> chunks = raw.parse();

        assertThat(raw.parse()).isSameAs(chunks);
        assertThat(chunks.stream()).containsExactly("one", "two", "three");
        assertThat(MiniBench.idOf(bench.onlyCall())).isEqualTo("onetwothree");
    }
}
