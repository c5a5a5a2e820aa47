package dev.sentryai.format.bedrock;

import dev.sentryai.format.WireOperation;
import dev.sentryai.instrument.GenAiResponse;
import dev.sentryai.instrument.ResponseReader;
import dev.sentryai.wire.Wire;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads the response of an invoked model in the format that it turns out to have. */
final class InvokedResponse implements ResponseReader<Wire> {

    private final Function<WireOperation, Supplier<ResponseReader<Wire>>> kind;
    private @Nullable ResponseReader<Wire> reader;
    private Wire metrics = Wire.nothing();

    private InvokedResponse(Function<WireOperation, Supplier<ResponseReader<Wire>>> kind) {
        this.kind = kind;
    }

    static ResponseReader<Wire> whole() {
        return new InvokedResponse(WireOperation::whole);
    }

    static ResponseReader<Wire> streamed() {
        return new InvokedResponse(WireOperation::streamed);
    }

    @Override
    public void accept(Wire bodyOrEvent) {
        if (reader == null) {
            reader = InvokedFormat.ofAnswer(bodyOrEvent)
                    .map(format -> kind.apply(format.operation()).get())
                    .orElse(null);
        }
        if (reader != null) {
            reader.accept(bodyOrEvent);
        }
        // What Bedrock counts stands in the last event, whatever else that has.
        Wire more = bodyOrEvent.get("amazon-bedrock-invocationMetrics");
        metrics = more.isPresent() ? more : metrics;
    }

    @Override
    public GenAiResponse response() {
        GenAiResponse told = reader == null ? GenAiResponse.NONE : reader.response();
        return GenAiResponse.builder()
                .usage(Usage.ofInvocation(metrics))
                .from(told)
                .build();
    }
}
