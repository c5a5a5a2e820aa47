package dev.sentryai.telemetry.rules.attribute;

import dev.sentryai.protocol.Deprecation;
import dev.sentryai.protocol.DeprecationStatus;
import dev.sentryai.protocol.UnregisteredAttribute;
import dev.sentryai.telemetry.rules.subject.AttributeSubject;
import dev.sentryai.telemetry.rules.subject.Conventions;
import dev.sentryai.telemetry.rules.subject.Rule;
import dev.sentryai.telemetry.rules.subject.Violation;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Keys of attributes: GENAI060, GENAI062, GENAI068 and GENAI081. */
public final class KeyRules {

    private KeyRules() {}

    public static List<Rule<AttributeSubject>> all() {
        return List.of(
                Rule.of("GENAI060", KeyRules::unknownKey),
                Rule.of("GENAI062", KeyRules::removedKey),
                Rule.of("GENAI068", KeyRules::contradictsReplacement),
                Rule.of("GENAI081", KeyRules::suffixMissing));
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

    static void removedKey(AttributeSubject attribute, Consumer<Violation> found) {
        attribute
                .span()
                .conventions()
                .unregistered(attribute.key())
                .filter(known -> known.source() == UnregisteredAttribute.Source.REMOVED)
                .ifPresent(removed -> {
                    String replacement = removed.nearest() == null ? "nothing" : removed.nearest();
                    found.accept(new Violation()
                            .attribute(attribute.key())
                            .expected(replacement)
                            .with("replacement", replacement));
                });
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
        boolean comparable = deprecation.status() == DeprecationStatus.BACKFILL
                || deprecation.status() == DeprecationStatus.NORMALIZE;
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
