package dev.sentryai.telemetry.rules.operation;

import dev.sentryai.protocol.GenAiAttributes;
import dev.sentryai.protocol.price.ModelPrice;
import dev.sentryai.telemetry.rules.fact.Fact;
import dev.sentryai.telemetry.rules.subject.Count;
import dev.sentryai.telemetry.rules.subject.Rule;
import dev.sentryai.telemetry.rules.subject.SpanSubject;
import dev.sentryai.telemetry.rules.subject.Violation;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The models of a call, what they cost and take in: GENAI111 and GENAI127 to GENAI129. */
public final class ModelRules {

    private static final int LONGEST_ID = 128;

    /** Providers whose answers do not say which model gave them, so that nobody can. */
    private static final Set<String> WITHOUT_RESPONSE_MODEL = Set.of("aws.bedrock", "cohere");

    private ModelRules() {}

    public static List<Rule<SpanSubject>> all() {
        return List.of(
                Rule.of("GENAI111", ModelRules::noResponseModel, Fact.MODEL_CALL),
                Rule.of("GENAI127", ModelRules::noPrice, Fact.MODEL_CALL),
                Rule.of("GENAI128", ModelRules::noModelId, Fact.MODEL),
                Rule.of("GENAI129", ModelRules::beyondWindow, Fact.MODEL_CALL, Fact.USAGE));
    }

    static void noResponseModel(SpanSubject span, Consumer<Violation> found) {
        if (span.isModelCall()
                && span.isSuccess()
                && text(span, GenAiAttributes.RESPONSE_MODEL) == null
                && text(span, GenAiAttributes.REQUEST_MODEL) != null
                && !WITHOUT_RESPONSE_MODEL.contains(
                        span.text(GenAiAttributes.PROVIDER_NAME).orElse(""))) {
            found.accept(new Violation().attribute(GenAiAttributes.RESPONSE_MODEL));
        }
    }

    static void noPrice(SpanSubject span, Consumer<Violation> found) {
        String model = span.isModelCall() && !span.counts().isEmpty() ? pricedModel(span) : null;
        if (model != null && span.prices().find(model).isEmpty()) {
            found.accept(
                    new Violation().attribute(GenAiAttributes.RESPONSE_MODEL).actual(model));
        }
    }

    static void noModelId(SpanSubject span, Consumer<Violation> found) {
        noModelId(span, GenAiAttributes.REQUEST_MODEL, found);
        noModelId(span, GenAiAttributes.RESPONSE_MODEL, found);
    }

    private static void noModelId(SpanSubject span, String key, Consumer<Violation> found) {
        String model = text(span, key);
        String problem = model == null ? null : problem(model);
        if (model != null && problem != null) {
            found.accept(new Violation().attribute(key).actual(model).with("problem", problem));
        }
    }

    private static @Nullable String problem(String model) {
        if (model.length() > LONGEST_ID) {
            return "has " + model.length() + " characters";
        }
        if (model.contains("://")) {
            return "is a URL";
        }
        if (model.startsWith("arn:")) {
            return "is the name of a resource of AWS";
        }
        return model.startsWith("/") || model.contains("/deployments/") ? "is a path" : null;
    }

    static void beyondWindow(SpanSubject span, Consumer<Violation> found) {
        Count input = span.isModelCall() ? span.counts().input() : null;
        String model = input == null ? null : pricedModel(span);
        ModelPrice price = model == null ? null : span.prices().find(model).orElse(null);
        Long window = price == null ? null : price.contextWindow();
        if (input != null && model != null && window != null && input.tokens() > window) {
            found.accept(new Violation()
                    .attribute(input.key())
                    .actual(input.tokens())
                    .with("window", window)
                    .with("model", model));
        }
    }

    /** The model that Sentry looks up: that of the response, which it takes from the request if need be. */
    private static @Nullable String pricedModel(SpanSubject span) {
        String model = text(span, GenAiAttributes.RESPONSE_MODEL);
        return model == null ? text(span, GenAiAttributes.REQUEST_MODEL) : model;
    }

    private static @Nullable String text(SpanSubject span, String key) {
        return span.text(key).filter(text -> !text.isBlank()).orElse(null);
    }
}
