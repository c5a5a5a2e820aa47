package dev.sentryai.telemetry.rules.operation;

import dev.sentryai.protocol.GenAiAttributes;
import dev.sentryai.protocol.WellKnownValue;
import dev.sentryai.protocol.WellKnownValues;
import dev.sentryai.telemetry.rules.fact.Fact;
import dev.sentryai.telemetry.rules.subject.EditDistance;
import dev.sentryai.telemetry.rules.subject.Rule;
import dev.sentryai.telemetry.rules.subject.Sent;
import dev.sentryai.telemetry.rules.subject.SpanSubject;
import dev.sentryai.telemetry.rules.subject.Violation;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The provider's name and address: GENAI113, GENAI114 and GENAI126. */
public final class ProviderRules {

    private static final int MAX_EDITS = 3;

    /** Providers for which the conventions have no name yet, and instrumentations but one. */
    private static final Set<String> NOT_YET_LISTED = Set.of("huggingface", "ollama", "openrouter", "together_ai");

    private ProviderRules() {}

    public static List<Rule<SpanSubject>> all() {
        return List.of(
                Rule.of("GENAI113", ProviderRules::unknownProvider, Fact.PROVIDER),
                Rule.of("GENAI114", ProviderRules::olderSpelling, Fact.PROVIDER),
                Rule.of("GENAI126", ProviderRules::noAddress, Fact.MODEL_CALL));
    }

    static void unknownProvider(SpanSubject span, Consumer<Violation> found) {
        Sent sent = provider(span);
        if (sent != null
                && sent.value() instanceof String name
                && !name.isBlank()
                && !NOT_YET_LISTED.contains(name)
                && known(span, name).isEmpty()) {
            Optional<String> similar = similar(values(span), name);
            Violation violation = new Violation()
                    .attribute(sent.key())
                    .actual(name)
                    .with(
                            "suggestion",
                            similar.map(value -> "; did you mean " + value + "?")
                                    .orElse(""))
                    .with("advice", similar.orElse("one of the provider names of the conventions"));
            similar.ifPresent(violation::expected);
            found.accept(violation);
        }
    }

    static void olderSpelling(SpanSubject span, Consumer<Violation> found) {
        Sent sent = provider(span);
        if (sent != null && sent.value() instanceof String name) {
            known(span, name)
                    .map(WellKnownValue::replacement)
                    .ifPresent(replacement -> found.accept(new Violation()
                            .attribute(sent.key())
                            .expected(replacement)
                            .actual(name)));
        }
    }

    private static @Nullable Sent provider(SpanSubject span) {
        return span.isAi() ? span.sent(GenAiAttributes.PROVIDER_NAME).orElse(null) : null;
    }

    private static WellKnownValues values(SpanSubject span) {
        return WellKnownValues.of(span.conventions().version());
    }

    private static Optional<WellKnownValue> known(SpanSubject span, String name) {
        return values(span).find(GenAiAttributes.PROVIDER_NAME, name);
    }

    private static Optional<String> similar(WellKnownValues values, String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        String closest = null;
        int fewest = Math.min(MAX_EDITS, lower.length() / 2) + 1;
        for (WellKnownValue value : values.all(GenAiAttributes.PROVIDER_NAME)) {
            int edits = value.replacement() == null && Math.abs(value.value().length() - lower.length()) < fewest
                    ? EditDistance.between(lower, value.value())
                    : fewest;
            if (edits < fewest) {
                closest = value.value();
                fewest = edits;
            }
        }
        return Optional.ofNullable(closest);
    }

    static void noAddress(SpanSubject span, Consumer<Violation> found) {
        if (span.isModelCall() && span.attributes().get("server.address") == null) {
            found.accept(new Violation().attribute("server.address"));
        }
    }
}
