package dev.sentryai.telemetry.relay;

import dev.sentryai.protocol.AttributeDefinition;
import dev.sentryai.protocol.AttributeRegistry;
import dev.sentryai.protocol.ConventionsVersion;
import dev.sentryai.protocol.Scrubbing;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Replaces what looks like personal data or a secret, as Sentry does unless a project says otherwise: in content only the places
 * themselves, elsewhere more, up to the whole value. Rules of the customer and those about IP addresses and paths are left out.
 */
final class DefaultScrubbing {

    private static final String FILTERED = "[Filtered]";
    private static final AttributeRegistry REGISTRY = AttributeRegistry.of(ConventionsVersion.newest());

    /** Too important to the product to lose them whole. */
    private static final Set<String> REPLACE_ONLY = Set.of(
            "gen_ai.input.messages",
            "gen_ai.output.messages",
            "gen_ai.prompt",
            "gen_ai.request.messages",
            "gen_ai.request.available_tools",
            "gen_ai.response.object",
            "gen_ai.response.text",
            "gen_ai.response.tool_calls",
            "gen_ai.tool.call.arguments",
            "gen_ai.tool.call.result",
            "gen_ai.tool.definitions",
            "gen_ai.tool.input",
            "gen_ai.tool.name",
            "gen_ai.tool.output",
            "mcp.prompt.result",
            "mcp.tool.result.content");

    // All patterns take time in proportion to the text, however it is made.
    private static final Pattern EMAIL = Pattern.compile(
            "(?<![\\w.!#$%&'*+/=?^`{|}~-])[\\w.!#$%&'*+/=?^`{|}~-]++@(?:[a-zA-Z0-9-]{1,63}\\.){1,10}[a-zA-Z]{2,63}\\b");
    private static final Pattern CARD =
            Pattern.compile("\\b(?:4\\d{3}|5[1-5]\\d{2}|65\\d{2}|6011|3[47]\\d)(?:[-\\s]?\\d){12}\\b");
    private static final Pattern IBAN =
            Pattern.compile("\\b(?:" + String.join("|", Locale.getISOCountries()) + ")\\d{2}[a-zA-Z0-9]{11,29}\\b");
    private static final Pattern SSN = Pattern.compile("\\b\\d{3}-\\d{2}-\\d{4}\\b");
    private static final Pattern BEARER = Pattern.compile("(?i)\\bbearer\\s+\\S+");
    private static final Pattern URL_PASSWORD = Pattern.compile("(?<=//[\\w%.-]{1,99}:)[\\w%.-]+(?=@)");
    private static final Pattern SENSITIVE =
            Pattern.compile("(?i)password|passwd|secret|api[-_]?key|auth|credentials|mysql_pwd"
                    + "|private[-_]?key|token\\S{0,99}[:=]|^otp$|^two[-_]factor$");

    /** Counts of tokens are no secrets. */
    private static final Pattern TOKEN_KEY = Pattern.compile("(?i)token(?!s)");

    private static final List<Rule> REPLACING = List.of(
            new Rule("e-mail addresses", EMAIL, "[email]"),
            new Rule("card numbers", CARD, "[creditcard]"),
            new Rule("IBANs", IBAN, "[iban]"),
            new Rule("social security numbers", SSN, "[us-ssn]"),
            new Rule("bearer tokens", BEARER, "Bearer [token]"));
    private static final List<Rule> FILTERING = List.of(
            new Rule("card numbers", CARD, FILTERED),
            new Rule("IBANs", IBAN, FILTERED),
            new Rule("social security numbers", SSN, FILTERED),
            new Rule("bearer tokens", BEARER, FILTERED),
            new Rule("passwords in URLs", URL_PASSWORD, FILTERED));

    private DefaultScrubbing() {}

    static void apply(Draft draft) {
        for (Map.Entry<String, Object> attribute : new TreeMap<>(draft.attributes()).entrySet()) {
            String key = attribute.getKey();
            if (!(attribute.getValue() instanceof String text)) {
                continue;
            }
            if (REPLACE_ONLY.contains(key)) {
                replace(draft, key, text, REPLACING);
            } else if (isScrubbed(key)) {
                filter(draft, key, text);
            }
        }
    }

    /** What the conventions do not know is scrubbed, too. */
    private static boolean isScrubbed(String key) {
        return REGISTRY.find(key).map(AttributeDefinition::scrubbing).orElse(Scrubbing.AUTO) == Scrubbing.AUTO;
    }

    private static void filter(Draft draft, String key, String text) {
        if (SENSITIVE.matcher(key).find() || TOKEN_KEY.matcher(key).find()) {
            draft.set(ChangeKind.SCRUBBED, key, FILTERED, "its key looks like that of a secret");
        } else if (SENSITIVE.matcher(text).find()) {
            draft.set(ChangeKind.SCRUBBED, key, FILTERED, "its value speaks of a secret");
        } else {
            replace(draft, key, text, FILTERING);
        }
    }

    private static void replace(Draft draft, String key, String text, List<Rule> rules) {
        String scrubbed = text;
        for (Rule rule : rules) {
            String replaced = rule.pattern.matcher(scrubbed).replaceAll(rule.replacement);
            if (!replaced.equals(scrubbed)) {
                draft.set(ChangeKind.SCRUBBED, key, replaced, rule.name + " replaced by " + rule.replacement);
                scrubbed = replaced;
            }
        }
    }

    private record Rule(String name, Pattern pattern, String replacement) {}
}
