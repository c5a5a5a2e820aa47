package dev.sentryai.format;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sentryai.instrument.GenAiCall;
import dev.sentryai.instrument.GenAiRequest;
import dev.sentryai.instrument.Instrumentation;
import dev.sentryai.instrument.ResponseReader;
import dev.sentryai.junit.SentryAiExtension;
import dev.sentryai.protocol.ConventionsVersion;
import dev.sentryai.telemetry.SpanRecord;
import dev.sentryai.telemetry.Telemetry;
import dev.sentryai.telemetry.rules.Rules;
import dev.sentryai.telemetry.rules.Severity;
import dev.sentryai.wire.Wire;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;

/** Records calls of which there is nothing but their JSON, and tells what Sentry got of them. */
@ExtendWith(SentryAiExtension.class)
public abstract class FormatTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Supplier<Telemetry> telemetry;

    @BeforeEach
    void receive(Supplier<Telemetry> telemetry) {
        this.telemetry = telemetry;
    }

    /** Records a request that was answered in one piece. */
    protected final SpanRecord whole(WireOperation operation, String request, String response) {
        return record(operation, request, operation.whole().get(), response);
    }

    /** Records a request that was answered by a stream. */
    protected final SpanRecord streamed(WireOperation operation, String request, String... events) {
        return record(operation, request, operation.streamed().get(), events);
    }

    private SpanRecord record(
            WireOperation operation, String request, ResponseReader<Wire> reader, String... valueOrChunks) {
        GenAiCall call = GenAiCall.start(
                new Instrumentation("format"),
                () -> carried(operation.request().apply(json(request))).build());
        for (String valueOrChunk : valueOrChunks) {
            reader.accept(json(valueOrChunk));
        }
        call.succeed(reader::response);
        Telemetry sent = telemetry.get();
        assertThat(Rules.of(ConventionsVersion.newest()).check(sent))
                .filteredOn(finding -> finding.severity() == Severity.ERROR)
                .isEmpty();
        assertThat(sent.spans()).hasSize(1);
        return sent.spans().get(0);
    }

    /** Adds what is not in the body of a request. */
    protected GenAiRequest.Builder carried(GenAiRequest.Builder request) {
        return request.provider("example");
    }

    /** Returns a view of JSON. */
    protected static Wire json(String text) {
        try {
            return Wire.of(MAPPER.readValue(text, Object.class));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(text, e);
        }
    }
}
