package dev.sentryai.telemetry.rules.envelope;

import dev.sentryai.telemetry.json.JsonObject;
import dev.sentryai.telemetry.rules.subject.EnvelopeSubject;
import dev.sentryai.telemetry.rules.subject.Rule;
import dev.sentryai.telemetry.rules.subject.Violation;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Time of sending and sampling context in the envelope's header: GENAI003, GENAI008 and GENAI009. */
public final class HeaderRules {

    private static final String SENT_AT = "sent_at";

    private HeaderRules() {}

    public static List<Rule<EnvelopeSubject>> all() {
        return List.of(
                Rule.of("GENAI003", HeaderRules::unusableSentAt),
                Rule.of("GENAI008", HeaderRules::contextIsNotText),
                Rule.of("GENAI009", HeaderRules::inconsistentSampling));
    }

    static void unusableSentAt(EnvelopeSubject envelope, Consumer<Violation> found) {
        Object sentAt = envelope.header().get(SENT_AT);
        String problem = sentAtProblem(envelope.header(), sentAt);
        if (problem != null) {
            found.accept(new Violation()
                    .pointer("/" + SENT_AT)
                    .expected("a time in UTC as RFC 3339 has it")
                    .actual(sentAt == null ? "missing" : sentAt)
                    .with("problem", problem));
        }
    }

    private static @Nullable String sentAtProblem(JsonObject header, @Nullable Object sentAt) {
        if (sentAt == null) {
            return "is missing";
        }
        if (!(sentAt instanceof String text && SentAtFormat.is(text))) {
            return sentAt + " is no RFC 3339 time in UTC";
        }
        return SENT_AT.equals(header.repeated()) ? "stands twice" : null;
    }

    static void contextIsNotText(EnvelopeSubject envelope, Consumer<Violation> found) {
        for (Map.Entry<String, @Nullable Object> member : envelope.trace().entrySet()) {
            Object value = member.getValue();
            if (value != null && !(value instanceof String)) {
                found.accept(new Violation()
                        .pointer("/trace/" + member.getKey())
                        .expected("\"" + value + '"')
                        .actual(value)
                        .with("member", member.getKey()));
            }
        }
    }

    static void inconsistentSampling(EnvelopeSubject envelope, Consumer<Violation> found) {
        JsonObject trace = envelope.trace();
        Object random = trace.get("sample_rand");
        if (random == null) {
            return;
        }
        double rand = number(random);
        if (!(rand >= 0 && rand < 1)) {
            found.accept(inconsistent("/trace/sample_rand", "sample_rand " + random + " is not between 0 and 1"));
            return;
        }
        Object sampled = trace.get("sampled");
        double rate = number(trace.get("sample_rate"));
        if (sampled != null && !Double.isNaN(rate) && sampled.toString().equals("true") != rand < rate) {
            found.accept(inconsistent(
                    "/trace/sampled",
                    "sampled is " + sampled + " but sample_rand " + random + " is "
                            + (rand < rate ? "below" : "not below") + " sample_rate " + trace.get("sample_rate")));
        }
    }

    private static Violation inconsistent(String pointer, String problem) {
        return new Violation().pointer(pointer).with("problem", problem);
    }

    /** Not a number if it is none. */
    private static double number(@Nullable Object value) {
        try {
            return value == null ? Double.NaN : Double.parseDouble(value.toString());
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }
}
