package dev.sentryai.telemetry.rules.privacy;

import dev.sentryai.telemetry.json.JsonObject;
import dev.sentryai.telemetry.rules.fact.Fact;
import dev.sentryai.telemetry.rules.subject.Rule;
import dev.sentryai.telemetry.rules.subject.SpanSubject;
import dev.sentryai.telemetry.rules.subject.Violation;
import dev.sentryai.telemetry.rules.subject.Vocabulary;
import dev.sentryai.telemetry.rules.subject.content.ContentKind;
import dev.sentryai.telemetry.rules.subject.content.ContentSubject;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Content where Sentry's rules for content do not reach: GENAI237 to GENAI239. */
public final class LeakRules {

    private LeakRules() {}

    public static List<Rule<ContentSubject>> ofContent() {
        return List.of(Rule.of("GENAI237", LeakRules::secretMember));
    }

    public static List<Rule<SpanSubject>> all() {
        return List.of(
                Rule.of("GENAI238", LeakRules::contentElsewhere, Fact.AI),
                Rule.of("GENAI239", LeakRules::unregistered, Fact.AI, Fact.FOREIGN));
    }

    /** In what tools were given and gave back, wherever that stands. */
    static void secretMember(ContentSubject content, Consumer<Violation> found) {
        boolean ofTool = content.kind() == ContentKind.ARGUMENTS || content.kind() == ContentKind.RESULT;
        if ((ofTool || content.kind().isMessages()) && content.looksLikeJson() && content.failure() == null) {
            content.eachText((name, text, path) -> {
                if (name != null
                        && (ofTool || path.isBelowAnyOf("arguments", "response", "result"))
                        && DeniedNames.isDenied(name)
                        && !text.isEmpty()
                        && !text.equals(ContentSubject.FILTERED)) {
                    String pointer = path.pointer();
                    found.accept(new Violation()
                            .pointer(pointer)
                            .expected(ContentSubject.FILTERED)
                            .with("member", name)
                            .with("place", content.place(pointer)));
                }
            });
        }
    }

    static void contentElsewhere(SpanSubject span, Consumer<Violation> found) {
        if (!span.isAi()) {
            return;
        }
        if (span.shows(Fact.FOREIGN_CONTENT)) {
            foreignContent(span, found);
        }
        copyIn(span, "The span's name", span.name(), found);
        JsonObject tags = span.record().raw().object("tags");
        for (Map.Entry<String, @Nullable Object> tag : tags.entrySet()) {
            if (tag.getValue() instanceof String text) {
                copyIn(span, "Tag " + tag.getKey(), text, found);
            }
        }
    }

    private static void foreignContent(SpanSubject span, Consumer<Violation> found) {
        span.attributes().forEach((key, value) -> {
            if (value instanceof String text && !text.isEmpty() && Vocabulary.isForeignContent(key)) {
                found.accept(new Violation().attribute(key).with("where", key));
            }
        });
    }

    private static void copyIn(SpanSubject span, String where, String candidate, Consumer<Violation> found) {
        for (ContentSubject content : span.contents()) {
            if (content.kind() != ContentKind.DEFINITIONS && content.isCopiedTo(candidate)) {
                found.accept(new Violation().with("where", where));
                return;
            }
        }
    }

    /** Once per span: SDKs and applications that have keys of their own have many. */
    static void unregistered(SpanSubject span, Consumer<Violation> found) {
        if (!span.isAi()) {
            return;
        }
        String first = null;
        int others = 0;
        for (String key : span.attributes().keySet()) {
            if (!isRegistered(key, span)) {
                others += first == null ? 0 : 1;
                first = first == null ? key : first;
            }
        }
        if (first != null) {
            found.accept(new Violation()
                    .attribute(first)
                    .with("others", others == 0 ? " is" : " and " + others + " more are"));
        }
    }

    private static boolean isRegistered(String key, SpanSubject span) {
        return Vocabulary.isForeignContent(key) || span.conventions().knowsNamespaceOf(key);
    }
}
