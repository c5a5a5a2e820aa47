package dev.sentryai.telemetry.rules.content;

import dev.sentryai.telemetry.json.JsonObject;
import dev.sentryai.telemetry.rules.fact.Fact;
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

/** Questions, fields and answers of the operations decide and extract: GENAI199. */
public final class DecisionRules {

    private static final Set<String> QUESTIONS = Set.of("noul", "boolean", "choice", "score");
    private static final Set<String> FIELDS = Set.of("text", "date", "number", "list", "estimate");
    private static final Set<String> DECISIONS = Set.of("noul", "boolean", "probability", "choice", "score");

    private DecisionRules() {}

    public static List<Rule<SpanSubject>> all() {
        return List.of(Rule.of("GENAI199", DecisionRules::payload, Fact.DECISION));
    }

    static void payload(SpanSubject span, Consumer<Violation> found) {
        boolean extract = span.hasOpPrefix("gen_ai.extract");
        if (!extract && !span.hasOpPrefix("gen_ai.decide")) {
            return;
        }
        ContentSubject questions = span.content(ContentKind.QUESTIONS);
        ContentSubject answers = span.content(ContentKind.ANSWERS);
        if (questions != null) {
            checkQuestions(questions, extract, found);
        }
        if (answers != null) {
            checkAnswers(answers, extract, found);
        }
        if (questions != null && answers != null) {
            unanswered(member(questions, asked(extract)), answers, found);
        }
    }

    private static String asked(boolean extract) {
        return extract ? "fields" : "questions";
    }

    private static void checkQuestions(ContentSubject content, boolean extract, Consumer<Violation> found) {
        JsonObject asked = member(content, asked(extract));
        if (asked.isEmpty()) {
            report(content, "", "holds no object with " + asked(extract), found);
        }
        for (Map.Entry<String, @Nullable Object> question : asked.entrySet()) {
            String type = question.getValue() instanceof JsonObject object ? object.text("type") : null;
            if (type == null || !(extract ? FIELDS : QUESTIONS).contains(type)) {
                report(content, "/0/" + asked(extract) + '/' + question.getKey(), "has no type that is known", found);
            }
        }
    }

    private static void checkAnswers(ContentSubject content, boolean extract, Consumer<Violation> found) {
        JsonObject answers = member(content, "answers");
        if (answers.isEmpty()) {
            report(content, "", "holds no object with answers", found);
        }
        for (Map.Entry<String, @Nullable Object> answer : answers.entrySet()) {
            JsonObject object = answer.getValue() instanceof JsonObject value ? value : JsonObject.EMPTY;
            boolean answered = extract
                    ? object.containsKey("value")
                    : object.keySet().stream().anyMatch(DECISIONS::contains);
            if (!answered) {
                report(content, "/0/answers/" + answer.getKey(), "has no value", found);
            }
        }
    }

    private static void unanswered(JsonObject asked, ContentSubject content, Consumer<Violation> found) {
        JsonObject answers = member(content, "answers");
        if (answers.isEmpty()) {
            return;
        }
        for (String name : asked.keySet()) {
            if (!answers.containsKey(name)) {
                found.accept(new Violation()
                        .attribute(content.key())
                        .pointer("/0/answers")
                        .with("place", content.place("/0/answers"))
                        .with("problem", "has no answer to " + name)
                        .milder(true));
            }
        }
    }

    private static JsonObject member(ContentSubject content, String name) {
        return content.json() instanceof List<?> list && !list.isEmpty() && list.get(0) instanceof JsonObject object
                ? object.object(name)
                : JsonObject.EMPTY;
    }

    private static void report(ContentSubject content, String pointer, String problem, Consumer<Violation> found) {
        found.accept(new Violation()
                .attribute(content.key())
                .pointer(pointer)
                .with("place", content.place(pointer))
                .with("problem", problem));
    }
}
