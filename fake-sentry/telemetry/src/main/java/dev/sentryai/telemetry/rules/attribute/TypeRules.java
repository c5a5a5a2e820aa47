package dev.sentryai.telemetry.rules.attribute;

import dev.sentryai.telemetry.rules.fact.Fact;
import dev.sentryai.telemetry.rules.subject.AttributeFault;
import dev.sentryai.telemetry.rules.subject.AttributeSubject;
import dev.sentryai.telemetry.rules.subject.JsonKind;
import dev.sentryai.telemetry.rules.subject.Rule;
import dev.sentryai.telemetry.rules.subject.Violation;
import java.util.List;
import java.util.function.Consumer;

/** Types and values of attributes: GENAI069 to GENAI076. */
public final class TypeRules {

    private TypeRules() {}

    public static List<Rule<AttributeSubject>> all() {
        return List.of(
                Rule.of("GENAI069", TypeRules::wrongType, Fact.FAULTY),
                Rule.of("GENAI070", TypeRules::misdeclared, Fact.FAULTY),
                Rule.of("GENAI071", TypeRules::unusable, Fact.FAULTY),
                Rule.of("GENAI072", TypeRules::structureInsteadOfText, Fact.FAULTY),
                Rule.of("GENAI073", TypeRules::notFlat, Fact.FAULTY),
                Rule.of("GENAI074", TypeRules::decimal, Fact.FAULTY),
                Rule.of("GENAI075", TypeRules::numberAsText, Fact.FAULTY),
                Rule.of("GENAI076", TypeRules::unrepresentable, Fact.FAULTY));
    }

    static void wrongType(AttributeSubject attribute, Consumer<Violation> found) {
        if (attribute.fault() == AttributeFault.MISTYPED) {
            found.accept(violation(attribute).expected(registered(attribute)).actual(kind(attribute)));
        }
    }

    static void misdeclared(AttributeSubject attribute, Consumer<Violation> found) {
        if (attribute.fault() == AttributeFault.MISDECLARED) {
            JsonKind kind = kind(attribute);
            found.accept(violation(attribute)
                    .expected(String.valueOf(attribute.declaredType()))
                    .actual(kind)
                    .with("declare", kind == JsonKind.OBJECT ? "string, and write the object as JSON text" : kind));
        }
    }

    static void unusable(AttributeSubject attribute, Consumer<Violation> found) {
        if (attribute.fault() != AttributeFault.UNUSABLE) {
            return;
        }
        String type = attribute.declaredType();
        String problem;
        if (attribute.wrapper() == null) {
            problem = "no object with value and type around it";
        } else if (attribute.value() == null) {
            problem = "no value";
        } else {
            problem = type == null ? "no type" : "the unknown type \"" + type + '"';
        }
        found.accept(
                violation(attribute)
                        .with("problem", problem)
                        .with(
                                "advice",
                                attribute.value() == null
                                        ? "leave the attribute out when it has no value"
                                        : "send an object of value and type; the type is one of string, boolean, integer, double, array"));
    }

    static void structureInsteadOfText(AttributeSubject attribute, Consumer<Violation> found) {
        if (attribute.fault() == AttributeFault.STRUCTURE) {
            found.accept(violation(attribute)
                    .expected("string")
                    .actual(kind(attribute))
                    .milder(!attribute.isStreamed()));
        }
    }

    static void notFlat(AttributeSubject attribute, Consumer<Violation> found) {
        if (attribute.fault() == AttributeFault.NOT_FLAT && attribute.value() instanceof List<?> list) {
            found.accept(violation(attribute).with("problem", unfitElement(list)));
        }
    }

    private static String unfitElement(List<?> list) {
        return list.stream()
                .map(JsonKind::of)
                .filter(kind -> kind == JsonKind.ARRAY || kind == JsonKind.OBJECT)
                .findFirst()
                .map(kind -> kind + "s")
                .orElse("values of several types");
    }

    static void decimal(AttributeSubject attribute, Consumer<Violation> found) {
        if (attribute.fault() == AttributeFault.DECIMAL && attribute.value() instanceof Number number) {
            boolean whole = number.doubleValue() == Math.rint(number.doubleValue());
            found.accept(violation(attribute)
                    .expected("integer")
                    .actual(number instanceof Long ? number + " declared as double" : number)
                    .milder(whole));
        }
    }

    static void numberAsText(AttributeSubject attribute, Consumer<Violation> found) {
        if (attribute.fault() == AttributeFault.TEXTUAL) {
            found.accept(
                    violation(attribute).expected(registered(attribute)).actual("\"" + attribute.shownValue() + '"'));
        }
    }

    static void unrepresentable(AttributeSubject attribute, Consumer<Violation> found) {
        if (attribute.fault() == AttributeFault.UNREPRESENTABLE) {
            found.accept(violation(attribute).actual(attribute.shownValue()));
        }
    }

    private static Violation violation(AttributeSubject attribute) {
        return new Violation().attribute(attribute.key());
    }

    private static JsonKind kind(AttributeSubject attribute) {
        return JsonKind.of(attribute.value());
    }

    private static String registered(AttributeSubject attribute) {
        return attribute.definition().orElseThrow().type().toString();
    }
}
