package dev.sentryai.telemetry.rules.content;

import dev.sentryai.telemetry.json.JsonObject;
import dev.sentryai.telemetry.json.MalformedJsonException;
import dev.sentryai.telemetry.rules.fact.Fact;
import dev.sentryai.telemetry.rules.subject.JsonKind;
import dev.sentryai.telemetry.rules.subject.Rule;
import dev.sentryai.telemetry.rules.subject.Violation;
import dev.sentryai.telemetry.rules.subject.content.ContentKind;
import dev.sentryai.telemetry.rules.subject.content.ContentSubject;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** An attribute of content as a whole: GENAI170, GENAI171, GENAI192, GENAI194 to GENAI196, and GENAI200 to GENAI202. */
public final class TextRules {

    /** How printed objects begin, which are easily mistaken for JSON, and the language that prints them so. */
    private static final Map<String, String> DUMPS = Map.of(
            "[{'", "Python",
            "{'", "Python",
            "['", "Python",
            "[Message[", "Java",
            "Message[", "Java",
            "[UserMessage", "Java",
            "UserMessage", "Java",
            "[Message{", "Java",
            "Message{", "Java",
            "[object Object", "JavaScript");

    private TextRules() {}

    public static List<Rule<ContentSubject>> all() {
        return List.of(
                Rule.of("GENAI170", TextRules::notJson, Fact.MESSAGES, Fact.ODD_TEXT),
                Rule.of("GENAI171", TextRules::notAnArray, Fact.MESSAGES),
                Rule.of("GENAI192", TextRules::encodedTwice, Fact.ODD_TEXT),
                Rule.of("GENAI194", TextRules::truncated, Fact.ODD_TEXT),
                Rule.of("GENAI195", TextRules::empty, Fact.ODD_TEXT),
                Rule.of("GENAI196", TextRules::dump, Fact.ODD_TEXT),
                Rule.of("GENAI200", TextRules::filtered, Fact.ODD_TEXT),
                Rule.of("GENAI201", TextRules::broken),
                Rule.of("GENAI202", TextRules::repeatedMember, Fact.REPEATED));
    }

    static void notJson(ContentSubject content, Consumer<Violation> found) {
        MalformedJsonException failure = content.failure();
        boolean json = content.looksLikeJson() && failure == null;
        if (!content.kind().isMessages() || json || isExplained(content)) {
            return;
        }
        if (failure != null) {
            found.accept(new Violation()
                    .with("problem", "is not JSON (at character " + failure.offset() + "): " + failure.reason()));
        } else {
            found.accept(new Violation().with("problem", "is plain text"));
        }
    }

    /** Other rules say more about it. */
    private static boolean isExplained(ContentSubject content) {
        return language(content.text()) != null || isEmpty(content.text()) || isFiltered(content) || isCut(content);
    }

    static void notAnArray(ContentSubject content, Consumer<Violation> found) {
        if (!content.kind().isMessages() || !content.looksLikeJson() || content.failure() != null) {
            return;
        }
        Object json = content.json();
        if (!(json instanceof List) && !isEmpty(content.text())) {
            boolean tolerated = content.isWrapped() || json instanceof String;
            found.accept(
                    new Violation().expected("array").actual(JsonKind.of(json)).milder(tolerated));
        }
    }

    static void encodedTwice(ContentSubject content, Consumer<Violation> found) {
        if (content.looksLikeJson() && content.isEncodedTwice()) {
            found.accept(new Violation());
        }
    }

    static void truncated(ContentSubject content, Consumer<Violation> found) {
        if (isCut(content)) {
            found.accept(new Violation());
        }
    }

    /** What begins like JSON can not end with an ellipsis, unless someone cut it off. */
    private static boolean isCut(ContentSubject content) {
        String text = content.text();
        return (text.endsWith("...") || text.endsWith("…")) && content.looksLikeJson();
    }

    static void empty(ContentSubject content, Consumer<Violation> found) {
        if (isEmpty(content.text()) && !mayBeEmpty(content.kind(), content.text())) {
            found.accept(new Violation().actual(content.text()));
        }
    }

    private static boolean isEmpty(String text) {
        return switch (text) {
            case "[]", "{}", "\"\"", "null" -> true;
            default -> false;
        };
    }

    /** A tool can be called without arguments, and what it answers is its own business. */
    private static boolean mayBeEmpty(ContentKind kind, String text) {
        return kind == ContentKind.RESULT || (kind == ContentKind.ARGUMENTS && text.equals("{}"));
    }

    static void dump(ContentSubject content, Consumer<Violation> found) {
        if (content.looksLikeJson() && content.failure() == null) {
            return;
        }
        String language = language(content.text());
        if (language != null) {
            found.accept(new Violation().with("language", language));
        }
    }

    private static @Nullable String language(String text) {
        if (text.isEmpty() || "[{MU".indexOf(text.charAt(0)) < 0) {
            return null;
        }
        for (Map.Entry<String, String> dump : DUMPS.entrySet()) {
            if (text.startsWith(dump.getKey())) {
                return dump.getValue();
            }
        }
        return null;
    }

    static void filtered(ContentSubject content, Consumer<Violation> found) {
        if (isFiltered(content)) {
            found.accept(new Violation());
        }
    }

    private static boolean isFiltered(ContentSubject content) {
        return content.value().equals(ContentSubject.FILTERED);
    }

    static void broken(ContentSubject content, Consumer<Violation> found) {
        String text = content.text();
        if (BrokenText.isIn(text)) {
            found.accept(new Violation().with("place", content.key()));
        } else if (text.contains("\\u")) {
            content.eachText((name, value, path) -> {
                if (BrokenText.isIn(value)) {
                    found.accept(new Violation().pointer(path.pointer()).with("place", content.place(path.pointer())));
                }
            });
        }
    }

    static void repeatedMember(ContentSubject content, Consumer<Violation> found) {
        if (content.looksLikeJson() && content.failure() == null) {
            repeatedMember(content.json(), found);
        }
    }

    /** Once per attribute: who writes one object so writes others so. */
    private static boolean repeatedMember(@Nullable Object value, Consumer<Violation> found) {
        if (value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                if (repeatedMember(list.get(i), found)) {
                    return true;
                }
            }
        } else if (value instanceof JsonObject object) {
            String name = object.repeated();
            if (name != null) {
                found.accept(new Violation()
                        .with("name", name)
                        .with("unit", "character")
                        .with("offset", object.offset()));
                return true;
            }
            for (Object member : object.values()) {
                if (repeatedMember(member, found)) {
                    return true;
                }
            }
        }
        return false;
    }
}
