package dev.sentryai.telemetry.rules.attribute;

import dev.sentryai.telemetry.json.JsonSize;
import dev.sentryai.telemetry.rules.fact.Fact;
import dev.sentryai.telemetry.rules.subject.AttributeSubject;
import dev.sentryai.telemetry.rules.subject.Rule;
import dev.sentryai.telemetry.rules.subject.Violation;
import dev.sentryai.telemetry.rules.subject.Vocabulary;
import java.util.List;
import java.util.function.Consumer;

/** What an attribute may say and who may say it: GENAI077 to GENAI079, GENAI082 and GENAI255. */
public final class ValueRules {

    /** Where SDKs truncate messages that travel in a transaction. */
    private static final int MAX_CONTENT = 20_000;

    /** No character takes more bytes in UTF-8. */
    private static final int MAX_BYTES_PER_CHAR = 3;

    private ValueRules() {}

    public static List<Rule<AttributeSubject>> all() {
        return List.of(
                Rule.of("GENAI077", ValueRules::reserved, Fact.RESERVED),
                Rule.of("GENAI078", ValueRules::computedOnArrival, Fact.COMPUTED),
                Rule.of("GENAI079", ValueRules::empty, Fact.EMPTY),
                Rule.of("GENAI082", ValueRules::unknownValue, Fact.ENUMERATED),
                Rule.of("GENAI255", ValueRules::largeContent, Fact.JSON_TEXT));
    }

    static void reserved(AttributeSubject attribute, Consumer<Violation> found) {
        if (attribute.key().startsWith("sentry.dsc.") || attribute.key().startsWith("sentry.relay.")) {
            found.accept(new Violation().attribute(attribute.key()));
        }
    }

    static void computedOnArrival(AttributeSubject attribute, Consumer<Violation> found) {
        if (attribute.isGenAi() && attribute.value() != null && Vocabulary.COMPUTED.contains(attribute.key())) {
            found.accept(new Violation().attribute(attribute.key()).actual(attribute.shownValue()));
        }
    }

    static void empty(AttributeSubject attribute, Consumer<Violation> found) {
        if (attribute.isEmpty()
                && attribute.isGenAi()
                && !attribute.isJsonText()) { // empty content is a matter of its own
            found.accept(new Violation().attribute(attribute.key()));
        }
    }

    static void unknownValue(AttributeSubject attribute, Consumer<Violation> found) {
        String key = attribute.key();
        if (Vocabulary.ENUMERATED.contains(key)
                && attribute.span().conventions().isUnknownValue(key, attribute.value())) {
            found.accept(new Violation()
                    .attribute(key)
                    .expected(attribute.span().conventions().knownValues(key))
                    .actual(attribute.shownValue()));
        }
    }

    static void largeContent(AttributeSubject attribute, Consumer<Violation> found) {
        if (attribute.value() instanceof String text
                && text.length() > MAX_CONTENT / MAX_BYTES_PER_CHAR
                && !attribute.isStreamed()
                && attribute.isJsonText()) {
            long bytes = JsonSize.utf8(text);
            if (bytes > MAX_CONTENT) {
                found.accept(new Violation()
                        .attribute(attribute.key())
                        .expected("at most " + MAX_CONTENT)
                        .actual(bytes));
            }
        }
    }
}
