package dev.sentryai.sentry;

import static org.assertj.core.api.Assertions.assertThat;

import io.sentry.SentryEnvelope;
import io.sentry.SentryEnvelopeHeader;
import io.sentry.SentryEnvelopeItem;
import io.sentry.SentryOptions;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpanItemsTest {

    private static final byte[] PAYLOAD =
            "{\"version\":2,\"items\":[{\"name\":\"a\\n\u20AC\"},{}]}".getBytes(StandardCharsets.UTF_8);

    private final SentryOptions options = new SentryOptions();

    private String written(SentryEnvelopeItem item) throws Exception {
        SentryEnvelope envelope = new SentryEnvelope(new SentryEnvelopeHeader(null, null, null), List.of(item));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        options.getSerializer().serialize(envelope, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void thisVersionOfTheSdkMakesThem() {
        assertThat(SpanItems.fault(options)).isEmpty();
    }

    @Test
    void bothWaysMakeTheSameItem() throws Exception {
        String direct = written(SpanItems.item(options, PAYLOAD, 2));

        assertThat(direct)
                .contains("\"type\":\"span\"", "\"item_count\":2", "\"length\":" + PAYLOAD.length)
                .isEqualTo(written(SpanItems.read(options, PAYLOAD, 2)));
    }

    @Test
    void theShortWayIsOpen() throws Exception {
        assertThat(SpanItems.item(options, PAYLOAD, 2).getData()).isSameAs(PAYLOAD);
    }
}
