package dev.sentryai.instrument;

import dev.sentryai.runtime.AiRuntime;
import dev.sentryai.runtime.GenAiSpan;
import dev.sentryai.runtime.SpanSource;
import io.sentry.IScopes;
import java.util.function.Supplier;

/**
 * A call of which nothing is sent but its failure. Most succeed, and then leave next to nothing to be done; so there is no span until
 * one fails.
 *
 * @param place where the call was started
 * @param request run only when something fails
 */
record UnrecordedCall(AiRuntime runtime, SpanSource source, IScopes place, Supplier<GenAiRequest> request) {

    /** Tells whether the message of an error may quote the response. */
    boolean recordsOutputs() {
        return runtime.recordsOutputs(source);
    }

    /** Ends it: what fails further out may still quote it. */
    void succeed(Supplier<GenAiResponse> response) {
        runtime.hide(place, source, this::inputs, () -> response.get().texts());
    }

    /** Ends it and captures what it failed with. */
    void fail(Throwable failure, Supplier<GenAiResponse> partial) {
        GenAiSpan failed = runtime.at(place).startUnrecorded(source);
        failed.hideInputs(this::inputs);
        failed.hideOutputs(() -> partial.get().texts());
        failed.fail(failure);
    }

    private Object inputs() {
        return request.get().texts();
    }
}
