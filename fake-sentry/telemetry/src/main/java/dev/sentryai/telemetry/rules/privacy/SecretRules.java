package dev.sentryai.telemetry.rules.privacy;

import dev.sentryai.telemetry.rules.fact.Fact;
import dev.sentryai.telemetry.rules.secret.SecretKind;
import dev.sentryai.telemetry.rules.secret.SecretKind.Group;
import dev.sentryai.telemetry.rules.subject.Rule;
import dev.sentryai.telemetry.rules.subject.Violation;
import dev.sentryai.telemetry.rules.subject.content.ContentSubject;
import dev.sentryai.telemetry.rules.subject.content.FoundSecret;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Secrets and personal data in content, shown masked: GENAI232 to GENAI235. */
public final class SecretRules {

    /** What Sentry's default scrubbing looks into. */
    private static final Set<String> SCRUBBED = Set.of(
            "gen_ai.input.messages",
            "gen_ai.output.messages",
            "gen_ai.prompt",
            "gen_ai.request.messages",
            "gen_ai.tool.call.arguments",
            "gen_ai.tool.call.result",
            "gen_ai.tool.input",
            "gen_ai.tool.output",
            "gen_ai.response.text",
            "gen_ai.response.tool_calls",
            "gen_ai.response.object",
            "gen_ai.tool.definitions",
            "mcp.tool.result.content",
            "mcp.prompt.result.message_content");

    private SecretRules() {}

    public static List<Rule<ContentSubject>> all() {
        return List.of(
                Rule.of("GENAI232", SecretRules::keys, Fact.SECRET),
                Rule.of("GENAI233", SecretRules::tokens, Fact.SECRET),
                Rule.of("GENAI234", SecretRules::credentials, Fact.SECRET),
                Rule.of("GENAI235", SecretRules::personalData, Fact.SECRET));
    }

    static void keys(ContentSubject content, Consumer<Violation> found) {
        report(content, Group.KEY, found);
    }

    static void tokens(ContentSubject content, Consumer<Violation> found) {
        report(content, Group.TOKEN, found);
    }

    static void credentials(ContentSubject content, Consumer<Violation> found) {
        report(content, Group.CREDENTIAL, found);
    }

    static void personalData(ContentSubject content, Consumer<Violation> found) {
        report(content, Group.PERSONAL, found);
    }

    /** Every kind once per attribute: the place of the first is enough to look for the others. */
    private static void report(ContentSubject content, Group group, Consumer<Violation> found) {
        if (content.secrets().isEmpty()) {
            return;
        }
        Set<SecretKind> seen = EnumSet.noneOf(SecretKind.class);
        for (FoundSecret secret : content.secrets()) {
            SecretKind kind = secret.kind();
            if (kind.group() == group && seen.add(kind)) {
                found.accept(new Violation()
                        .pointer(secret.pointer())
                        .actual(secret.masked())
                        .with("kind", kind)
                        .with("place", content.place(secret.pointer()))
                        .with("scrubbing", isScrubbed(kind, content) ? "replaces it" : "does not replace it"));
            }
        }
    }

    private static boolean isScrubbed(SecretKind kind, ContentSubject content) {
        return kind.isScrubbedInMessages() && SCRUBBED.contains(content.key());
    }
}
