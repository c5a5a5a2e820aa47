package dev.sentryai.telemetry.rules.attribute;

import dev.sentryai.protocol.Deprecation;
import dev.sentryai.protocol.UnregisteredAttribute;
import dev.sentryai.telemetry.rules.fact.Fact;
import dev.sentryai.telemetry.rules.subject.AttributeSubject;
import dev.sentryai.telemetry.rules.subject.Conventions;
import dev.sentryai.telemetry.rules.subject.Rule;
import dev.sentryai.telemetry.rules.subject.Violation;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Keys of attributes: GENAI060 to GENAI062, GENAI068, GENAI080, GENAI081 and GENAI083. */
public final class KeyRules {

    private static final int MAX_KEY = 200;

    private KeyRules() {}

    public static List<Rule<AttributeSubject>> all() {
        return List.of(
                Rule.of("GENAI060", KeyRules::unknownKey, Fact.UNREGISTERED),
                Rule.of("GENAI061", KeyRules::knownToOpenTelemetry, Fact.UNREGISTERED),
                Rule.of("GENAI062", KeyRules::removedKey, Fact.UNREGISTERED),
                Rule.of("GENAI068", KeyRules::contradictsReplacement, Fact.DEPRECATED),
                Rule.of("GENAI080", KeyRules::malformedKey, Fact.ODD_KEY),
                Rule.of("GENAI081", KeyRules::suffixMissing, Fact.SUFFIX_MISSING),
                Rule.of("GENAI083", KeyRules::keyOfMetrics, Fact.UNREGISTERED));
    }

    static void unknownKey(AttributeSubject attribute, Consumer<Violation> found) {
        String key = attribute.key();
        Conventions conventions = attribute.span().conventions();
        if (!attribute.isGenAi()
                || attribute.definition().isPresent()
                || conventions.dynamicKey(key).isPresent()
                || conventions.unregistered(key).isPresent()) {
            return;
        }
        Optional<String> meant = conventions.similarTo(key);
        Violation violation = new Violation().attribute(key);
        meant.ifPresent(violation::expected);
        found.accept(violation
                .with("suggestion", suggestion(conventions, key, meant))
                .with(
                        "advice",
                        meant.map(replacement -> "rename it to " + replacement)
                                .orElse("use a key of the conventions, or one outside the gen_ai namespace")));
    }

    private static String suggestion(Conventions conventions, String key, Optional<String> meant) {
        return conventions
                .laterVersionWith(key)
                .map(version -> " in conventions " + conventions.version() + "; " + version + " has it")
                .orElse(meant.map(replacement -> "; did you mean " + replacement + '?')
                        .orElse(""));
    }

    static void knownToOpenTelemetry(AttributeSubject attribute, Consumer<Violation> found) {
        UnregisteredAttribute known = unregistered(attribute, UnregisteredAttribute.Source.OTEL);
        if (known != null) {
            String nearest = known.nearest();
            found.accept(new Violation()
                    .attribute(attribute.key())
                    .with("suggestion", nearest == null ? "" : "; the nearest that it has is " + nearest)
                    .with("advice", nearest == null ? "expect no view to show it" : "send " + nearest));
        }
    }

    static void removedKey(AttributeSubject attribute, Consumer<Violation> found) {
        UnregisteredAttribute removed = unregistered(attribute, UnregisteredAttribute.Source.REMOVED);
        if (removed != null) {
            String replacement = removed.nearest() == null ? "nothing" : removed.nearest();
            found.accept(new Violation()
                    .attribute(attribute.key())
                    .expected(replacement)
                    .with("replacement", replacement));
        }
    }

    static void keyOfMetrics(AttributeSubject attribute, Consumer<Violation> found) {
        if (unregistered(attribute, UnregisteredAttribute.Source.OTEL_METRIC) != null) {
            found.accept(new Violation().attribute(attribute.key()));
        }
    }

    private static @Nullable UnregisteredAttribute unregistered(
            AttributeSubject attribute, UnregisteredAttribute.Source source) {
        if (!attribute.isGenAi() || attribute.definition().isPresent()) {
            return null;
        }
        UnregisteredAttribute known =
                attribute.span().conventions().unregistered(attribute.key()).orElse(null);
        return known == null || known.source() != source ? null : known;
    }

    static void malformedKey(AttributeSubject attribute, Consumer<Violation> found) {
        String problem = keyProblem(attribute);
        if (problem != null
                && attribute.span().isAi()
                && (attribute.key().length() > MAX_KEY || attribute.definition().isEmpty())) {
            found.accept(new Violation().attribute(attribute.key()).with("problem", problem));
        }
    }

    /** Keys of an application's own may be written as it likes, as long as they can be typed into a search. */
    private static @Nullable String keyProblem(AttributeSubject attribute) {
        String key = attribute.key();
        if (key.length() > MAX_KEY) {
            return "more than " + MAX_KEY + " characters";
        }
        for (int i = 0; i < key.length(); i++) {
            char c = key.charAt(i);
            if (Character.isUpperCase(c) && (attribute.isOfAiVocabulary() || key.startsWith("sentry."))) {
                return "upper case";
            } else if (Character.isWhitespace(c)) {
                return "white space";
            }
        }
        return null;
    }

    static void contradictsReplacement(AttributeSubject attribute, Consumer<Violation> found) {
        if (!attribute.isOfAiVocabulary() || attribute.value() == null) {
            return;
        }
        String replacement = attribute
                .definition()
                .map(definition -> definition.deprecation())
                .map(KeyRules::keptKey)
                .orElse(null);
        Object kept = replacement == null ? null : attribute.span().attributes().get(replacement);
        if (replacement != null && kept != null && !isSame(attribute.value(), kept)) {
            found.accept(new Violation()
                    .attribute(attribute.key())
                    .expected(attribute.isJsonText() ? "another text" : kept)
                    .actual(
                            attribute.isJsonText()
                                    ? "one text"
                                    : attribute.shownValue()) // content stays out of messages
                    .with("replacement", replacement));
        }
    }

    /** A transformed value has another shape, so the two can not be compared. */
    private static @Nullable String keptKey(Deprecation deprecation) {
        boolean comparable = deprecation.status() == Deprecation.Status.BACKFILL
                || deprecation.status() == Deprecation.Status.NORMALIZE;
        return comparable ? deprecation.replacement() : null;
    }

    private static boolean isSame(@Nullable Object old, Object kept) {
        if (old instanceof Number one && kept instanceof Number other) {
            return one.doubleValue() == other.doubleValue();
        }
        boolean listOfOne = kept.equals("[\"" + old + "\"]"); // finish_reason "stop", finish_reasons "[\"stop\"]"
        return kept.equals(old) || listOfOne;
    }

    static void suffixMissing(AttributeSubject attribute, Consumer<Violation> found) {
        attribute
                .span()
                .conventions()
                .dynamicKey(attribute.key())
                .ifPresent(template -> found.accept(new Violation()
                        .attribute(attribute.key())
                        .expected(template)
                        .actual(attribute.key())));
    }
}
