package dev.sentryai.telemetry.rules.subject;

import dev.sentryai.protocol.OperationType;
import java.util.Optional;

/** What op and operation name make of a span. The same two strings always make the same, which is why the conventions remember it. */
record SpanKind(
        Optional<String> op,
        Optional<String> operationName,
        OperationType type,
        boolean isMemory,
        boolean isModelCall,
        Optional<String> opOfName) {}
