package dev.sentryai.telemetry.rules.span;

import dev.sentryai.telemetry.json.JsonObject;
import dev.sentryai.telemetry.rules.subject.Rule;
import dev.sentryai.telemetry.rules.subject.SpanSubject;
import dev.sentryai.telemetry.rules.subject.Violation;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Where a span comes from and what it is linked with: GENAI048 and GENAI051. */
public final class OriginRules {

    private static final String LINK_TYPE = "sentry.link.type";

    /** Kind, category, integration and part. */
    private static final int MAX_PARTS = 4;

    private OriginRules() {}

    public static List<Rule<SpanSubject>> all() {
        return List.of(
                Rule.of("GENAI048", OriginRules::malformedOrigin), Rule.of("GENAI051", OriginRules::malformedLink));
    }

    static void malformedOrigin(SpanSubject span, Consumer<Violation> found) {
        String origin = span.record().origin();
        boolean right = origin == null ? !span.isAi() : isOrigin(origin);
        if (!right) {
            found.accept(new Violation()
                    .pointer(span.record().location().pointer() + '/' + span.originField())
                    .expected("auto.ai.openai, for example")
                    .actual(origin == null ? "missing" : origin));
        }
    }

    /** {@code (manual|auto)[.category[.integration[.part]]]} of letters, digits and underscores. */
    private static boolean isOrigin(String origin) {
        int parts = 1;
        for (int i = 0; i < origin.length(); i++) {
            char c = origin.charAt(i);
            if (c == '.') {
                parts++;
            } else if (c != '_' && !isLetterOrDigit(c)) {
                return false;
            }
        }
        return parts <= MAX_PARTS && hasKind(origin) && !origin.endsWith(".") && !origin.contains("..");
    }

    private static boolean isLetterOrDigit(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }

    private static boolean hasKind(String origin) {
        return origin.equals("manual")
                || origin.equals("auto")
                || origin.startsWith("manual.")
                || origin.startsWith("auto.");
    }

    static void malformedLink(SpanSubject span, Consumer<Violation> found) {
        if (span.raw("links") instanceof List<?> links) {
            for (int i = 0; i < links.size(); i++) {
                String problem = linkProblem(span, links.get(i));
                if (problem != null) {
                    found.accept(
                            new Violation().pointer(span.pointer("links/" + i)).with("problem", problem));
                }
            }
        }
    }

    private static @Nullable String linkProblem(SpanSubject span, @Nullable Object element) {
        if (!(element instanceof JsonObject link)) {
            return "is not an object";
        }
        for (String id : List.of("trace_id", "span_id")) {
            if (link.text(id) == null) {
                return "lacks " + id;
            }
        }
        Object type = linkType(link.object("attributes").get(LINK_TYPE));
        return span.conventions().isUnknownValue(LINK_TYPE, type) ? "has the unknown type " + type : null;
    }

    /** Streamed spans wrap the value into an object. */
    private static @Nullable Object linkType(@Nullable Object sent) {
        return sent instanceof JsonObject wrapper ? wrapper.get("value") : sent;
    }
}
