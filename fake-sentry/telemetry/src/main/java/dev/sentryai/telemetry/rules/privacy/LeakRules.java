package dev.sentryai.telemetry.rules.privacy;

import dev.sentryai.telemetry.json.JsonObject;
import dev.sentryai.telemetry.rules.subject.Rule;
import dev.sentryai.telemetry.rules.subject.SpanSubject;
import dev.sentryai.telemetry.rules.subject.Violation;
import dev.sentryai.telemetry.rules.subject.content.ContentKind;
import dev.sentryai.telemetry.rules.subject.content.ContentSubject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Content where Sentry's rules for content do not reach: GENAI237 to GENAI239. */
public final class LeakRules {

    /** Shorter texts occur in names by chance. */
    private static final int SHORTEST_COPY = 20;

    /** Keys under which other libraries send content. */
    private static final Set<String> FOREIGN_KEYS = Set.of(
            "prompt",
            "completion",
            "messages",
            "llm.prompt",
            "llm.prompts",
            "llm.completion",
            "llm.completions",
            "llm.input_messages",
            "llm.output_messages",
            "input.value",
            "output.value",
            "traceloop.entity.input",
            "traceloop.entity.output",
            "vercel.ai.prompt",
            "vercel.ai.prompt.messages",
            "vercel.ai.response.text");

    private static final List<String> FOREIGN_PREFIXES =
            List.of("llm.prompts.", "llm.completions.", "llm.input_messages.", "llm.output_messages.");

    private LeakRules() {}

    public static List<Rule<ContentSubject>> ofContent() {
        return List.of(Rule.of("GENAI237", LeakRules::secretMember));
    }

    public static List<Rule<SpanSubject>> all() {
        return List.of(Rule.of("GENAI238", LeakRules::contentElsewhere), Rule.of("GENAI239", LeakRules::unregistered));
    }

    /** In what tools were given and gave back, wherever that stands. */
    static void secretMember(ContentSubject content, Consumer<Violation> found) {
        boolean ofTool = content.kind() == ContentKind.ARGUMENTS || content.kind() == ContentKind.RESULT;
        if ((ofTool || content.kind().isMessages()) && content.looksLikeJson() && content.failure() == null) {
            content.eachText((name, text, path) -> {
                if (name != null
                        && DeniedNames.isDenied(name)
                        && !text.isEmpty()
                        && !text.equals(ContentSubject.FILTERED)
                        && (ofTool || path.isBelowAnyOf("arguments", "response", "result"))) {
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
        for (Map.Entry<String, @Nullable Object> attribute : span.attributes().entrySet()) {
            if (attribute.getValue() instanceof String text && !text.isEmpty() && isForeign(attribute.getKey())) {
                found.accept(new Violation().attribute(attribute.getKey()).with("where", attribute.getKey()));
            }
        }
        copyIn(span, "The span's name", span.name(), found);
        JsonObject tags = span.record().raw().object("tags");
        for (Map.Entry<String, @Nullable Object> tag : tags.entrySet()) {
            if (tag.getValue() instanceof String text) {
                copyIn(span, "Tag " + tag.getKey(), text, found);
            }
        }
    }

    private static boolean isForeign(String key) {
        if (FOREIGN_KEYS.contains(key)) {
            return true;
        }
        if (key.startsWith("llm.")) {
            for (String prefix : FOREIGN_PREFIXES) {
                if (key.startsWith(prefix)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static void copyIn(SpanSubject span, String where, String candidate, Consumer<Violation> found) {
        if (candidate.length() >= SHORTEST_COPY && isCopied(span, candidate)) {
            found.accept(new Violation().with("where", where));
        }
    }

    private static boolean isCopied(SpanSubject span, String candidate) {
        boolean[] copied = new boolean[1];
        for (ContentSubject content : span.contents()) {
            if (content.kind() != ContentKind.DEFINITIONS) {
                content.eachText(
                        (name, text, path) -> copied[0] |= text.length() >= SHORTEST_COPY && candidate.contains(text));
            }
        }
        return copied[0];
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
        return isForeign(key) || span.conventions().knowsNamespaceOf(key);
    }
}
