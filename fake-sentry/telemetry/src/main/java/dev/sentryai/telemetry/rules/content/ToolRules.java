package dev.sentryai.telemetry.rules.content;

import dev.sentryai.telemetry.json.JsonObject;
import dev.sentryai.telemetry.rules.fact.Fact;
import dev.sentryai.telemetry.rules.subject.JsonKind;
import dev.sentryai.telemetry.rules.subject.Rule;
import dev.sentryai.telemetry.rules.subject.Violation;
import dev.sentryai.telemetry.rules.subject.content.ContentKind;
import dev.sentryai.telemetry.rules.subject.content.ContentSubject;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Instructions, tool definitions, arguments of calls and memory records: GENAI188 to GENAI190 and GENAI198. */
public final class ToolRules {

    private ToolRules() {}

    public static List<Rule<ContentSubject>> all() {
        return List.of(
                Rule.of("GENAI188", ToolRules::instructions, Fact.INSTRUCTIONS),
                Rule.of("GENAI189", ToolRules::definitions, Fact.DEFINITIONS),
                Rule.of("GENAI190", ToolRules::arguments, Fact.ARGUMENTS),
                Rule.of("GENAI198", ToolRules::records, Fact.RECORDS));
    }

    static void instructions(ContentSubject content, Consumer<Violation> found) {
        if (content.kind() != ContentKind.INSTRUCTIONS || isFiltered(content)) {
            return;
        }
        if (!content.looksLikeJson() || content.failure() != null) {
            found.accept(new Violation().with("problem", "is plain text").milder(true));
        } else if (!(content.json() instanceof List<?> list)) {
            found.accept(new Violation()
                    .actual(JsonKind.of(content.json()))
                    .with("problem", "is no array")
                    .milder(content.json() instanceof String));
        } else {
            for (int i = 0; i < list.size(); i++) {
                if (!(list.get(i) instanceof JsonObject part && part.text("type") != null)) {
                    found.accept(new Violation().pointer("/" + i).with("problem", "has no typed part at place " + i));
                }
            }
        }
    }

    static void definitions(ContentSubject content, Consumer<Violation> found) {
        if (content.kind() != ContentKind.DEFINITIONS || isFiltered(content)) {
            return;
        }
        if (!(content.json() instanceof List<?> list)) {
            found.accept(new Violation().with("problem", "Tool definitions are no JSON array"));
            return;
        }
        for (int i = 0; i < list.size(); i++) {
            JsonObject definition = list.get(i) instanceof JsonObject object ? object : JsonObject.EMPTY;
            String problem = problem(definition);
            if (problem != null || definition.text("type") == null) {
                found.accept(new Violation()
                        .pointer("/" + i)
                        .with("problem", "Tool definition " + i + ' ' + (problem == null ? "has no type" : problem))
                        .milder(problem == null));
            }
        }
    }

    private static @Nullable String problem(JsonObject definition) {
        if (definition.isEmpty()) {
            return "is no object with members";
        }
        if (definition.text("name") == null) {
            return definition.object("function").text("name") == null
                    ? "has no name"
                    : "keeps its name inside of function";
        }
        String fault = definition.containsKey("parameters") ? SchemaCheck.fault(definition.get("parameters")) : null;
        return fault == null ? null : "has parameters that are no JSON Schema: " + fault;
    }

    static void arguments(ContentSubject content, Consumer<Violation> found) {
        if (content.kind() != ContentKind.ARGUMENTS
                || isFiltered(content)
                || content.text().isEmpty()) {
            return;
        }
        boolean broken = content.looksLikeJson() && content.failure() != null;
        if (broken || !(content.json() instanceof JsonObject)) {
            found.accept(new Violation()
                    .expected("object")
                    .with("problem", broken ? "look like JSON that was cut off" : "are no JSON object")
                    .milder(!broken));
        }
    }

    static void records(ContentSubject content, Consumer<Violation> found) {
        if (content.kind() != ContentKind.MEMORY_RECORDS || isFiltered(content)) {
            return;
        }
        if (!(content.json() instanceof List<?> list)) {
            found.accept(new Violation().with("problem", "Memory records are no JSON array"));
            return;
        }
        for (int i = 0; i < list.size(); i++) {
            String problem = recordProblem(list.get(i));
            if (problem != null) {
                found.accept(new Violation().pointer("/" + i).with("problem", "Memory record " + i + ' ' + problem));
            }
        }
    }

    private static @Nullable String recordProblem(@Nullable Object value) {
        if (!(value instanceof JsonObject entry)) {
            return "is no object";
        }
        JsonKind content = JsonKind.of(entry.get("content"));
        if (content != JsonKind.STRING && content != JsonKind.OBJECT) {
            return "has no content";
        }
        Object score = entry.get("score");
        return score == null || score instanceof Number ? null : "has a score that is no number";
    }

    private static boolean isFiltered(ContentSubject content) {
        return content.value().equals(ContentSubject.FILTERED);
    }
}
