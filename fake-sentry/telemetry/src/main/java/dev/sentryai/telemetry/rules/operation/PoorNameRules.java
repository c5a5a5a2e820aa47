package dev.sentryai.telemetry.rules.operation;

import dev.sentryai.protocol.GenAiAttributes;
import dev.sentryai.protocol.OperationType;
import dev.sentryai.telemetry.rules.fact.Fact;
import dev.sentryai.telemetry.rules.subject.Rule;
import dev.sentryai.telemetry.rules.subject.SpanSubject;
import dev.sentryai.telemetry.rules.subject.Violation;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The names of agents and tools: GENAI116. */
public final class PoorNameRules {

    private static final int LONGEST = 64;
    private static final int MOST_DIGITS = 5;
    private static final int LONGEST_HEX = 11;

    private static final Set<String> PLACEHOLDERS = Set.of(
            "agent",
            "tool",
            "function",
            "unknown",
            "default",
            "none",
            "null",
            "undefined",
            "unnamed",
            "anonymous",
            "test");

    private PoorNameRules() {}

    public static List<Rule<SpanSubject>> all() {
        return List.of(Rule.of("GENAI116", PoorNameRules::poorName, Fact.AI));
    }

    /** Each where it belongs: on the spans below an agent its name is only a copy. */
    static void poorName(SpanSubject span, Consumer<Violation> found) {
        String key = !span.isAi()
                ? null
                : span.isAgent()
                        ? GenAiAttributes.AGENT_NAME
                        : span.operationType() == OperationType.TOOL ? GenAiAttributes.TOOL_NAME : null;
        String name = key == null ? null : span.text(key).orElse(null);
        String problem = name == null ? null : problem(name);
        if (key != null && name != null && problem != null) {
            found.accept(new Violation().attribute(key).actual(name).with("problem", problem));
        }
    }

    private static @Nullable String problem(String name) {
        if (name.length() > LONGEST) {
            return "has " + name.length() + " characters";
        }
        if (holdsId(name)) {
            return "holds an id";
        }
        return PLACEHOLDERS.contains(name.toLowerCase(Locale.ROOT)) ? "says nothing" : null;
    }

    /** Many digits in a row, or many hexadecimal digits of which some are decimal. */
    private static boolean holdsId(String name) {
        int digits = 0;
        int hex = 0;
        boolean decimal = false;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean digit = c >= '0' && c <= '9';
            boolean inHex = Character.digit(c, 16) >= 0;
            digits = digit ? digits + 1 : 0;
            hex = inHex ? hex + 1 : 0;
            decimal = inHex && (decimal || digit);
            if (digits > MOST_DIGITS || (hex > LONGEST_HEX && decimal)) {
                return true;
            }
        }
        return false;
    }
}
