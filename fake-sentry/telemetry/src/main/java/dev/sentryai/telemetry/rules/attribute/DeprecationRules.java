package dev.sentryai.telemetry.rules.attribute;

import dev.sentryai.protocol.AttributeDefinition;
import dev.sentryai.protocol.Deprecation;
import dev.sentryai.telemetry.rules.fact.Fact;
import dev.sentryai.telemetry.rules.subject.AttributeSubject;
import dev.sentryai.telemetry.rules.subject.Rule;
import dev.sentryai.telemetry.rules.subject.Violation;
import dev.sentryai.telemetry.rules.subject.Vocabulary;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Keys that are outdated, told apart by what Sentry does with them: GENAI063 to GENAI067 and GENAI084. */
public final class DeprecationRules {

    private static final String LEGACY = "ai.";

    private DeprecationRules() {}

    public static List<Rule<AttributeSubject>> all() {
        return List.of(
                Rule.of("GENAI063", DeprecationRules::copied, Fact.DEPRECATED),
                Rule.of("GENAI064", DeprecationRules::moved, Fact.DEPRECATED),
                Rule.of("GENAI065", DeprecationRules::reshaped, Fact.DEPRECATED),
                Rule.of("GENAI066", DeprecationRules::withoutEffect, Fact.DEPRECATED),
                Rule.of("GENAI067", DeprecationRules::legacyNamespace, Fact.LEGACY),
                Rule.of("GENAI084", DeprecationRules::otherNamePreferred, Fact.OUTRANKED));
    }

    static void copied(AttributeSubject attribute, Consumer<Violation> found) {
        replaced(attribute, Deprecation.Status.BACKFILL, found);
    }

    static void moved(AttributeSubject attribute, Consumer<Violation> found) {
        replaced(attribute, Deprecation.Status.NORMALIZE, found);
    }

    static void reshaped(AttributeSubject attribute, Consumer<Violation> found) {
        replaced(attribute, Deprecation.Status.TRANSFORM, found);
    }

    private static void replaced(AttributeSubject attribute, Deprecation.Status status, Consumer<Violation> found) {
        Deprecation deprecation = judged(attribute);
        if (deprecation != null && deprecation.status() == status) {
            String replacement = String.valueOf(deprecation.replacement());
            found.accept(new Violation()
                    .attribute(attribute.key())
                    .expected(replacement)
                    .with("replacement", replacement));
        }
    }

    static void withoutEffect(AttributeSubject attribute, Consumer<Violation> found) {
        Deprecation deprecation = judged(attribute);
        if (deprecation != null && deprecation.status() == Deprecation.Status.NONE) {
            found.accept(withAdvice(attribute, deprecation.replacement(), "remove"));
        }
    }

    static void legacyNamespace(AttributeSubject attribute, Consumer<Violation> found) {
        if (isLegacy(attribute)) {
            Deprecation deprecation = deprecation(attribute);
            found.accept(withAdvice(attribute, deprecation == null ? null : deprecation.replacement(), "remove"));
        }
    }

    private static Violation withAdvice(AttributeSubject attribute, @Nullable String replacement, String otherwise) {
        Violation violation = new Violation().attribute(attribute.key());
        if (replacement == null) {
            return violation.with("advice", otherwise + ' ' + attribute.key());
        }
        return violation.expected(replacement).with("advice", "send " + replacement + " instead");
    }

    static void otherNamePreferred(AttributeSubject attribute, Consumer<Violation> found) {
        String preferred = Vocabulary.PREFERRED.get(attribute.key());
        if (preferred != null && attribute.value() != null && attribute.span().isAi()) {
            found.accept(new Violation().attribute(attribute.key()).expected(preferred));
        }
    }

    /** The legacy namespace has a rule of its own, and what is not about AI is the business of the official SDKs. */
    private static @Nullable Deprecation judged(AttributeSubject attribute) {
        Deprecation deprecation = deprecation(attribute);
        if (deprecation == null || isLegacy(attribute)) {
            return null;
        }
        boolean becomesAi = deprecation.replacement() != null
                && deprecation.replacement().startsWith("gen_ai.")
                && attribute.span().isAi();
        return attribute.isOfAiVocabulary() || becomesAi ? deprecation : null;
    }

    private static @Nullable Deprecation deprecation(AttributeSubject attribute) {
        AttributeDefinition definition = attribute.definition().orElse(null);
        return definition == null || attribute.value() == null ? null : definition.deprecation();
    }

    private static boolean isLegacy(AttributeSubject attribute) {
        return attribute.key().startsWith(LEGACY) && attribute.span().isAi();
    }
}
