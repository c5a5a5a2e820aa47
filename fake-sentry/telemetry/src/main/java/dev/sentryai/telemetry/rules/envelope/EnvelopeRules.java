package dev.sentryai.telemetry.rules.envelope;

import dev.sentryai.telemetry.rules.subject.EnvelopeSubject;
import dev.sentryai.telemetry.rules.subject.Hex;
import dev.sentryai.telemetry.rules.subject.ItemSubject;
import dev.sentryai.telemetry.rules.subject.Rule;
import dev.sentryai.telemetry.rules.subject.SpanSubject;
import dev.sentryai.telemetry.rules.subject.Violation;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The envelope's header and what it says about the items: GENAI004 to GENAI007 and GENAI034. */
public final class EnvelopeRules {

    private static final int EVENT_ID_LENGTH = 32;

    private EnvelopeRules() {}

    public static List<Rule<EnvelopeSubject>> all() {
        return List.of(
                Rule.of("GENAI004", EnvelopeRules::unusableEventId),
                Rule.of("GENAI005", EnvelopeRules::foreignDsn),
                Rule.of("GENAI006", EnvelopeRules::noSamplingContext),
                Rule.of("GENAI007", EnvelopeRules::foreignTraceId),
                Rule.of("GENAI034", EnvelopeRules::spanIdUsedTwice));
    }

    static void unusableEventId(EnvelopeSubject envelope, Consumer<Violation> found) {
        for (ItemSubject item : envelope.items()) {
            if (item.isTransaction() && !item.spans().isEmpty()) {
                Object inHeader = envelope.header().get("event_id");
                Object inPayload = item.spans().get(0).record().raw().get("event_id");
                String problem = eventIdProblem(inHeader, inPayload);
                if (problem != null) {
                    found.accept(new Violation()
                            .item(item)
                            .pointer("/event_id")
                            .expected(EVENT_ID_LENGTH + " hexadecimal digits")
                            .with("problem", problem));
                }
            }
        }
    }

    private static @Nullable String eventIdProblem(@Nullable Object inHeader, @Nullable Object inPayload) {
        if (inHeader == null && inPayload == null) {
            return "neither the envelope header nor the payload has one";
        }
        if (!isAbsentOrId(inHeader) || !isAbsentOrId(inPayload)) {
            return (isAbsentOrId(inHeader) ? inPayload : inHeader) + " is not " + EVENT_ID_LENGTH
                    + " hexadecimal digits";
        }
        boolean differ =
                inHeader instanceof String one && inPayload instanceof String other && !one.equalsIgnoreCase(other);
        return differ ? "the envelope header says " + inHeader + ", the payload " + inPayload : null;
    }

    private static boolean isAbsentOrId(@Nullable Object id) {
        return id == null || (id instanceof String text && Hex.is(text, EVENT_ID_LENGTH));
    }

    static void foreignDsn(EnvelopeSubject envelope, Consumer<Violation> found) {
        String dsn = envelope.header().text("dsn");
        if (dsn != null) {
            foreignPublicKey(envelope, dsn, found);
            foreignProject(envelope, dsn, found);
        }
    }

    private static void foreignPublicKey(EnvelopeSubject envelope, String dsn, Consumer<Violation> found) {
        Optional<String> expected = publicKey(dsn);
        Optional<String> actual = envelope.trace().string("public_key");
        if (expected.isPresent() && actual.isPresent() && !expected.equals(actual)) {
            found.accept(new Violation()
                    .pointer("/trace/public_key")
                    .expected(expected.get())
                    .actual(actual.get())
                    .with(
                            "problem",
                            "Trace header names public key " + actual.get() + ", but the DSN belongs to "
                                    + expected.get())
                    .with("advice", "take trace.public_key from the DSN that the envelope is sent to"));
        }
    }

    private static void foreignProject(EnvelopeSubject envelope, String dsn, Consumer<Violation> found) {
        String expected = envelope.policy().projectId();
        String actual = dsn.substring(dsn.lastIndexOf('/') + 1);
        if (expected != null && !expected.equals(actual)) {
            found.accept(new Violation()
                    .pointer("/dsn")
                    .expected(expected)
                    .actual(actual)
                    .with("problem", "DSN is that of project " + actual + ", the policy demands " + expected)
                    .with("advice", "configure the SDK with the DSN of project " + expected));
        }
    }

    /** The part of a DSN between scheme and host, without the secret that very old DSNs carry. */
    private static Optional<String> publicKey(String dsn) {
        int start = dsn.indexOf("://") + 3;
        int end = dsn.indexOf('@');
        if (start < 3 || end < start) {
            return Optional.empty();
        }
        String user = dsn.substring(start, end);
        int secret = user.indexOf(':');
        return Optional.of(secret < 0 ? user : user.substring(0, secret));
    }

    static void noSamplingContext(EnvelopeSubject envelope, Consumer<Violation> found) {
        if (envelope.containers().isEmpty()) {
            return;
        }
        boolean traceId = isThere(envelope.trace().text("trace_id"));
        boolean publicKey = isThere(envelope.trace().text("public_key"));
        if (!traceId || !publicKey) {
            String missing = traceId ? "public_key" : publicKey ? "trace_id" : "trace_id and public_key";
            found.accept(new Violation().pointer("/trace").with("missing", missing));
        }
    }

    private static boolean isThere(@Nullable String value) {
        return value != null && !value.isBlank();
    }

    static void foreignTraceId(EnvelopeSubject envelope, Consumer<Violation> found) {
        String expected = envelope.trace().text("trace_id");
        for (ItemSubject item : envelope.items()) {
            Set<String> ids = item.traceIds();
            // Several traces in one item are a fault of their own.
            if (expected != null && ids.size() == 1 && !ids.contains(expected)) {
                found.accept(new Violation()
                        .item(item)
                        .expected(expected)
                        .actual(ids.iterator().next()));
            }
        }
    }

    static void spanIdUsedTwice(EnvelopeSubject envelope, Consumer<Violation> found) {
        Set<String> seen = new HashSet<>();
        for (SpanSubject span : envelope.spans()) {
            String id = span.record().spanId();
            if (id != null && !seen.add(id)) {
                found.accept(new Violation()
                        .span(span.record())
                        .pointer(span.pointer("span_id"))
                        .actual(id));
            }
        }
    }
}
