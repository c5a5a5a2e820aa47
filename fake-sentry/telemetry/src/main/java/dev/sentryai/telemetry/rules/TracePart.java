package dev.sentryai.telemetry.rules;

import dev.sentryai.telemetry.rules.subject.SpanSubject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of a trace at once, which nearly always is all of it.
 *
 * @param traceId null for spans without one
 * @param spans at least one, in the order of the wire
 * @param findings what the rules say about the trace if there is no more of it
 */
record TracePart(@Nullable String traceId, List<SpanSubject> spans, Findings findings) {}
