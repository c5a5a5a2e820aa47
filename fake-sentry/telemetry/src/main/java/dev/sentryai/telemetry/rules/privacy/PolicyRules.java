package dev.sentryai.telemetry.rules.privacy;

import dev.sentryai.telemetry.json.JsonObject;
import dev.sentryai.telemetry.rules.fact.Fact;
import dev.sentryai.telemetry.rules.policy.Demand;
import dev.sentryai.telemetry.rules.subject.Rule;
import dev.sentryai.telemetry.rules.subject.SpanSubject;
import dev.sentryai.telemetry.rules.subject.TraceSubject;
import dev.sentryai.telemetry.rules.subject.Violation;
import dev.sentryai.telemetry.rules.subject.content.ContentSubject;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What the policy forbids or requires: GENAI230, GENAI231, GENAI236 and GENAI240. */
public final class PolicyRules {

    private PolicyRules() {}

    public static List<Rule<SpanSubject>> all() {
        return List.of(
                Rule.of("GENAI230", PolicyRules::forbiddenInput, Fact.CONTENT),
                Rule.of("GENAI231", PolicyRules::forbiddenOutput, Fact.CONTENT),
                Rule.of("GENAI236", PolicyRules::forbiddenUser));
    }

    public static List<Rule<TraceSubject>> ofTraces() {
        return List.of(Rule.of("GENAI240", PolicyRules::noContent, Fact.AI));
    }

    static void forbiddenInput(SpanSubject span, Consumer<Violation> found) {
        if (span.policy().inputs() == Demand.FORBIDDEN) {
            forbidden(span, content -> content.kind().isInput(), found);
        }
    }

    static void forbiddenOutput(SpanSubject span, Consumer<Violation> found) {
        if (span.policy().outputs() == Demand.FORBIDDEN) {
            forbidden(span, content -> content.kind().isOutput(), found);
        }
    }

    private static void forbidden(SpanSubject span, Predicate<ContentSubject> judged, Consumer<Violation> found) {
        for (ContentSubject content : span.contents()) {
            if (judged.test(content) && saysSomething(content)) {
                found.accept(new Violation().attribute(content.key()));
            }
        }
    }

    private static boolean saysSomething(ContentSubject content) {
        if (!(content.value() instanceof String text)) {
            return true;
        }
        return switch (text) {
            case "", "[]", "{}", "\"\"", "null", ContentSubject.FILTERED -> false;
            default -> true;
        };
    }

    static void forbiddenUser(SpanSubject span, Consumer<Violation> found) {
        if (span.policy().userIdentity() != Demand.FORBIDDEN) {
            return;
        }
        span.attributes().forEach((key, value) -> {
            if (key.startsWith("user.") && tells(value)) {
                found.accept(new Violation().attribute(key).with("member", key));
            }
        });
        if (span.isTransactionRoot()) {
            JsonObject user = span.record().raw().object("user");
            user.forEach((name, value) -> {
                if (tells(value)) {
                    found.accept(new Violation().pointer("/user/" + name).with("member", "user." + name));
                }
            });
        }
    }

    private static boolean tells(@Nullable Object value) {
        return value != null && !value.equals("") && !value.equals(ContentSubject.FILTERED);
    }

    /** Once per trace: whether content is captured is a setting of the application. */
    static void noContent(TraceSubject trace, Consumer<Violation> found) {
        SpanSubject first = null;
        boolean input = false;
        boolean output = false;
        for (SpanSubject span : trace.spans()) {
            if (span.isAi()) {
                first = first == null ? span : first;
                for (ContentSubject content : span.contents()) {
                    input |= content.kind().isInput();
                    output |= content.kind().isOutput();
                }
            }
        }
        if (first != null) {
            noContent(first, "input", input || first.policy().inputs() != Demand.REQUIRED, found);
            noContent(first, "output", output || first.policy().outputs() != Demand.REQUIRED, found);
        }
    }

    private static void noContent(SpanSubject span, String kind, boolean satisfied, Consumer<Violation> found) {
        if (!satisfied) {
            found.accept(new Violation().span(span.record()).with("kind", kind));
        }
    }
}
