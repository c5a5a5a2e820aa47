package dev.sentryai.tracing;

import dev.sentryai.instrument.GenAiRequest;
import dev.sentryai.instrument.ResponseReader;
import java.util.function.Supplier;

/**
 * What becomes a span.
 *
 * @param request reads the request, provider and server included; a pure function
 * @param reader makes what reads the response
 */
public record TracedCall(Supplier<GenAiRequest> request, Supplier<ResponseReader<Object>> reader) {}
