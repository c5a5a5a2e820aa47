package dev.sentryai.telemetry.rules.envelope;

import dev.sentryai.telemetry.json.JsonObject;
import dev.sentryai.telemetry.rules.subject.EnvelopeSubject;
import dev.sentryai.telemetry.rules.subject.Hex;
import dev.sentryai.telemetry.rules.subject.ItemSubject;
import dev.sentryai.telemetry.rules.subject.Rule;
import dev.sentryai.telemetry.rules.subject.SpanSubject;
import dev.sentryai.telemetry.rules.subject.Violation;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
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
        for (Object id : Stream.of(Optional.ofNullable(inHeader), Optional.ofNullable(inPayload))
                .flatMap(Optional::stream)
                .toList()) {
            if (!(id instanceof String text && Hex.is(text, EVENT_ID_LENGTH))) {
                return id + " is not " + EVENT_ID_LENGTH + " hexadecimal digits";
            }
        }
        boolean differ =
                inHeader != null && inPayload != null && !lower(inHeader).equals(lower(inPayload));
        return differ ? "the envelope header says " + inHeader + ", the payload " + inPayload : null;
    }

    private static String lower(Object id) {
        return id.toString().toLowerCase(Locale.ROOT);
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
        JsonObject trace = envelope.trace();
        String missing = Stream.of("trace_id", "public_key")
                .filter(name ->
                        trace.string(name).filter(value -> !value.isBlank()).isEmpty())
                .reduce((one, other) -> one + " and " + other)
                .orElse("");
        if (!missing.isEmpty()) {
            found.accept(new Violation().pointer("/trace").with("missing", missing));
        }
    }

    static void foreignTraceId(EnvelopeSubject envelope, Consumer<Violation> found) {
        Optional<String> expected = envelope.trace().string("trace_id");
        for (ItemSubject item : envelope.items()) {
            Set<String> ids = item.traceIds();
            // Several traces in one item are a fault of their own.
            if (expected.isPresent() && ids.size() == 1 && !ids.contains(expected.get())) {
                found.accept(new Violation()
                        .item(item)
                        .expected(expected.get())
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
