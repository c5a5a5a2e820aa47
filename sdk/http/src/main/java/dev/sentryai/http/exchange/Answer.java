package dev.sentryai.http.exchange;

import dev.sentryai.format.WireOperation;
import dev.sentryai.instrument.GenAiCall;
import dev.sentryai.instrument.GenAiResponse;
import dev.sentryai.instrument.ProviderError;
import dev.sentryai.instrument.ResponseReader;
import dev.sentryai.wire.Wire;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a provider answers, as far as it has arrived. Used by one thread at a time. */
final class Answer {

    private static final int MAX_WHOLE_BYTES = 8 << 20;
    private static final int MAX_ERROR_BYTES = 64 << 10;

    private final GenAiCall call;
    private final WireOperation operation;
    private @Nullable ResponseReader<Wire> reader;
    private @Nullable ResponseHead head;
    private @Nullable String errorType;

    Answer(GenAiCall call, WireOperation operation) {
        this.call = call;
        this.operation = operation;
    }

    /** Returns what reads the body after this head. */
    BodyReader begin(ResponseHead begun, boolean isStreamed) {
        head = begun;
        errorType = begun.isError() ? operation.headers().errorType().apply(begun.headers()) : null;
        if (!begun.isReadable()) {
            return BodyReader.UNREAD;
        }
        if (begun.isError()) {
            return new WholeBody(MAX_ERROR_BYTES, this::noteError);
        }
        if (begun.isOf("vnd.amazon.eventstream")) {
            return new EventMessages(streamed());
        }
        if (begun.isOf("event-stream")) {
            return new EventStream(streamed());
        }
        if (begun.isOf("ndjson") || begun.isOf("jsonl") || begun.isOf("stream+json")) {
            return new JsonLines(streamed());
        }
        if (begun.isOf("json")) {
            return new WholeBody(MAX_WHOLE_BYTES, whole(isStreamed));
        }
        return isStreamed ? new EventStream(streamed()) : BodyReader.UNREAD;
    }

    private JsonSink streamed() {
        ResponseReader<Wire> chunks = operation.streamed().get();
        reader = chunks;
        return chunk -> {
            call.firstChunk();
            noteError(chunk);
            chunks.accept(chunk);
        };
    }

    /** Some servers answer with a list: of what could have been chunks, or of one answer for each input. */
    private JsonSink whole(boolean isStreamed) {
        ResponseReader<Wire> bodies = (isStreamed ? operation.streamed() : operation.whole()).get();
        reader = bodies;
        return body -> {
            for (Wire part : body.isList() ? body.items() : List.of(body)) {
                noteError(part);
                bodies.accept(part);
            }
        };
    }

    private void noteError(Wire bodyOrEvent) {
        String type = operation.errorType().apply(bodyOrEvent);
        if (type != null) {
            errorType = type;
        }
    }

    GenAiResponse response() {
        GenAiResponse read = reader == null ? GenAiResponse.NONE : reader.response();
        return head == null
                ? read
                : GenAiResponse.builder()
                        .usage(operation.headers().usage().apply(head.headers()))
                        .from(read)
                        .build();
    }

    /** Ends the call by what the provider said. */
    void end() {
        if (errorType != null || (head != null && head.isError())) {
            call.giveUp(this::response, this::error);
        } else {
            call.succeed(this::response);
        }
    }

    ProviderError error() {
        Integer status = head != null && head.isError() ? head.status() : null;
        ProviderError told = new ProviderError(errorType, status);
        return told.type() == null && status != null ? new ProviderError(status.toString(), status) : told;
    }
}
