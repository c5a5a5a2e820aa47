package dev.sentryai.telemetry.rules.envelope;

import dev.sentryai.protocol.CommonAttributes;
import dev.sentryai.telemetry.json.JsonObject;
import dev.sentryai.telemetry.rules.subject.EnvelopeSubject;
import dev.sentryai.telemetry.rules.subject.ItemSubject;
import dev.sentryai.telemetry.rules.subject.Rule;
import dev.sentryai.telemetry.rules.subject.SpanSubject;
import dev.sentryai.telemetry.rules.subject.Violation;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Who sent the spans: GENAI050 and GENAI052. All spans of an item have one sender, so an item has one finding. */
public final class SenderRules {

    private SenderRules() {}

    public static List<Rule<EnvelopeSubject>> all() {
        return List.of(
                Rule.of("GENAI050", SenderRules::unknownSdk), Rule.of("GENAI052", SenderRules::unknownDeployment));
    }

    static void unknownSdk(EnvelopeSubject envelope, Consumer<Violation> found) {
        for (int i = 0; i < envelope.items().size(); i++) {
            ItemSubject item = envelope.items().get(i);
            JsonObject transaction = item.transaction();
            if (!transaction.isEmpty()) {
                JsonObject sdk = transaction.object("sdk");
                JsonObject used = sdk.isEmpty() ? envelope.header().object("sdk") : sdk;
                missing(item, "/sdk", missing("sdk.name", used.get("name"), "sdk.version", used.get("version")), found);
            } else {
                lacking(item, CommonAttributes.SENTRY_SDK_NAME, CommonAttributes.SENTRY_SDK_VERSION, found);
            }
        }
    }

    static void unknownDeployment(EnvelopeSubject envelope, Consumer<Violation> found) {
        for (int i = 0; i < envelope.items().size(); i++) {
            ItemSubject item = envelope.items().get(i);
            JsonObject transaction = item.transaction();
            if (!transaction.isEmpty()) {
                Object release = transaction.get("release");
                Object environment = transaction.get("environment");
                missing(item, "", missing("release", release, "environment", environment), found);
            } else {
                lacking(item, CommonAttributes.SENTRY_RELEASE, CommonAttributes.SENTRY_ENVIRONMENT, found);
            }
        }
    }

    /** Finds the first streamed span that lacks one of the attributes. */
    private static void lacking(ItemSubject item, String one, String other, Consumer<Violation> found) {
        for (int i = 0; i < item.spans().size(); i++) {
            SpanSubject span = item.spans().get(i);
            Map<String, @Nullable Object> sent = span.attributes();
            String missing = span.isStreamed() ? missing(one, sent.get(one), other, sent.get(other)) : null;
            if (missing != null) {
                found.accept(new Violation().span(span.record()).with("missing", missing));
                return;
            }
        }
    }

    private static void missing(ItemSubject item, String pointer, @Nullable String missing, Consumer<Violation> found) {
        if (missing != null) {
            found.accept(new Violation().item(item).pointer(pointer).with("missing", missing));
        }
    }

    private static @Nullable String missing(String one, @Nullable Object value, String other, @Nullable Object second) {
        if (isText(value)) {
            return isText(second) ? null : other;
        }
        return isText(second) ? one : one + " and " + other;
    }

    private static boolean isText(@Nullable Object value) {
        return value instanceof String text && !text.isBlank();
    }
}
