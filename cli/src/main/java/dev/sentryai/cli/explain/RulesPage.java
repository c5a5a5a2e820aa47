package dev.sentryai.cli.explain;

import dev.sentryai.cli.json.JsonLine;
import dev.sentryai.telemetry.rules.RuleDefinition;
import dev.sentryai.telemetry.rules.RuleExample;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Lists of rules for people, machines and web pages. */
public final class RulesPage {

    private RulesPage() {}

    /**
     * An array with one object for each rule. Its shape is an interface: fields are only ever added.
     *
     * @param rules any
     * @return JSON with one rule a line
     */
    public static String json(List<RuleDefinition> rules) {
        List<String> objects =
                rules.stream().map(rule -> JsonLine.of(object(rule))).toList();
        return "[\n" + String.join(",\n", objects) + "\n]\n";
    }

    private static Map<String, @Nullable Object> object(RuleDefinition rule) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("rule", rule.id());
        json.put("severity", rule.severity().toString());
        json.put("milder_severity", rule.milder().map(Object::toString).orElse(null));
        json.put("title", rule.title());
        json.put("message", rule.message());
        json.put("citation", rule.citation());
        json.put("fix", rule.fix());
        json.put("repair", rule.repair().toString());
        return json;
    }

    /**
     * A page in Markdown: a table of all, then a section for each.
     *
     * @param rules any
     * @return the page
     */
    public static String markdown(List<RuleDefinition> rules) {
        List<String> lines = new ArrayList<>();
        lines.add("# Rules of sentry-ai validate\n");
        lines.add("Made by `sentry-ai rules --format md`; do not edit. Words in braces are filled in by findings.\n");
        lines.add("| rule | severity | what |\n| --- | --- | --- |");
        rules.forEach(rule -> lines.add("| [" + rule.id() + "](#" + rule.id().toLowerCase(Locale.ROOT) + ") | "
                + RuleExplainer.severity(rule) + " | " + cell(rule.title()) + " |"));
        rules.forEach(rule -> section(rule, lines));
        return String.join("\n", lines) + "\n";
    }

    private static void section(RuleDefinition rule, List<String> lines) {
        lines.add("\n## " + rule.id() + "\n");
        lines.add("**" + cell(rule.title()) + "** (" + RuleExplainer.severity(rule) + ")\n");
        lines.add("- says: " + cell(rule.message()));
        lines.add("- why: " + cell(rule.citation()));
        lines.add("- fix: " + cell(rule.fix()) + RuleExplainer.repair(rule));
        RuleExample.of(rule.id()).ifPresent(example -> {
            if (example.settings() != null) {
                lines.add("\nIf `sentry-ai.yml` says `" + example.settings() + "`:");
            }
            lines.add("\nBad:\n\n```json\n" + String.join("\n", example.bad()) + "\n```");
            lines.add("\nGood:\n\n```json\n" + String.join("\n", example.good()) + "\n```");
        });
        RuleExample.absence(rule.id()).ifPresent(reason -> lines.add("- example: none, as " + reason));
    }

    private static String cell(String text) {
        return text.replace("|", "\\|").replace("<", "&lt;").replace("*", "\\*").replace("_", "\\_");
    }
}
