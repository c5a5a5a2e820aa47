package dev.sentryai.telemetry.rules;

import static dev.sentryai.telemetry.rules.TestEnvelope.of;
import static dev.sentryai.telemetry.rules.TestEnvelope.streamed;
import static dev.sentryai.telemetry.rules.TestEnvelope.transaction;
import static dev.sentryai.telemetry.rules.TestSpan.chat;
import static dev.sentryai.telemetry.rules.TestSpan.root;

import dev.sentryai.protocol.CommonAttributes;
import dev.sentryai.telemetry.rules.TestEnvelope.TestItem;
import java.util.List;
import java.util.Map;

/** Samples of the rules about what an envelope says of itself: time, sampling, kinds of items, sender. */
final class HeaderSamples {

    private static final String CLOCK = ": Sentry can not correct the sender's clock";

    private HeaderSamples() {}

    static List<RuleSamples> all() {
        return List.of(
                RuleSamples.of("GENAI003")
                        .warning(streamed(chat()).withoutHeader("sent_at"), "sent_at is missing" + CLOCK)
                        .warning(streamed(chat()).header("sent_at", 1795189244), sentAt("1795189244"))
                        .warning(streamed(chat()).header("sent_at", "yesterday"), sentAt("yesterday"))
                        .warning(
                                streamed(chat()).header("sent_at", "2026-11-20 15:40:44Z"),
                                sentAt("2026-11-20 15:40:44Z"))
                        .warning(
                                streamed(chat()).header("sent_at", "2026-13-20T15:40:44Z"),
                                sentAt("2026-13-20T15:40:44Z"))
                        .warning(
                                streamed(chat()).header("sent_at", "2026-11-00T15:40:44Z"),
                                sentAt("2026-11-00T15:40:44Z"))
                        .warning(
                                streamed(chat()).header("sent_at", "2026-11-20T24:40:44Z"),
                                sentAt("2026-11-20T24:40:44Z"))
                        .warning(
                                streamed(chat()).header("sent_at", "2026-11-20T15:60:44Z"),
                                sentAt("2026-11-20T15:60:44Z"))
                        .warning(
                                streamed(chat()).header("sent_at", "2026-11-20T15:40:61Z"),
                                sentAt("2026-11-20T15:40:61Z"))
                        .warning(
                                streamed(chat()).header("sent_at", "2026-11-20T15:40:44+01:00"),
                                sentAt("2026-11-20T15:40:44+01:00"))
                        .warning(
                                streamed(chat()).header("sent_at", "2026-11-20T15:40:44Zulu"),
                                sentAt("2026-11-20T15:40:44Zulu"))
                        .warning(
                                streamed(chat()).header("sent_at", "2026-11-20T15:40:44.x"),
                                sentAt("2026-11-20T15:40:44.x"))
                        .warning(streamed(chat()).repeatedHeader("sent_at"), "sent_at stands twice" + CLOCK)
                        .clean(streamed(chat()).header("sent_at", "2026-11-20T15:40:44.123456+00:00"))
                        .clean(streamed(chat()).header("sent_at", "2026-12-31T23:59:60Z"))
                        .clean(streamed(chat()).header("sent_at", "2026-01-01T00:00:00Z"))
                        .clean(streamed(chat()).repeatedHeader("dsn"))
                        .warning(streamed(chat()).header("sent_at", "2026-11-20T15:40"), sentAt("2026-11-20T15:40"))
                        .warning(
                                streamed(chat()).header("sent_at", "2026-11-20T15:40:44"),
                                sentAt("2026-11-20T15:40:44"))
                        .warning(
                                streamed(chat()).header("sent_at", "2026-11-20T15:40:44."),
                                sentAt("2026-11-20T15:40:44."))
                        .warning(
                                streamed(chat()).header("sent_at", "2026-11-20T15:40:44.5"),
                                sentAt("2026-11-20T15:40:44.5")),
                RuleSamples.of("GENAI008")
                        .warning(
                                streamed(chat()).trace("sampled", true),
                                "Trace header's sampled must be a string, is true")
                        .warning(
                                transaction(chat()).trace("sample_rate", 0.25),
                                "Trace header's sample_rate must be a string, is 0.25")
                        .clean(streamed(chat()).trace("sampled", "true").trace("transaction", null)),
                RuleSamples.of("GENAI009")
                        .warning(
                                streamed(chat()).trace("sample_rand", "1"),
                                "Trace header contradicts itself: sample_rand 1 is not between 0 and 1")
                        .warning(
                                streamed(chat()).trace("sample_rand", "-0.1"),
                                "Trace header contradicts itself: sample_rand -0.1 is not between 0 and 1")
                        .warning(
                                streamed(chat()).trace("sample_rand", "often"),
                                "Trace header contradicts itself: sample_rand often is not between 0 and 1")
                        .warning(
                                sampling("true", "0.25", "0.25"),
                                "Trace header contradicts itself: sampled is true but sample_rand 0.25 is not below"
                                        + " sample_rate 0.25")
                        .warning(
                                sampling("false", "0.25", "0.2"),
                                "Trace header contradicts itself: sampled is false but sample_rand 0.2 is below"
                                        + " sample_rate 0.25")
                        .clean(sampling("true", "1.0", "0"))
                        .clean(sampling("false", "0", "0"))
                        .clean(sampling("false", "0.5", "0.75"))
                        .clean(sampling("true", "unknown", "0.75"))
                        .clean(streamed(chat()).trace("sample_rand", "0.5").trace("sample_rate", "0.1"))
                        .clean(streamed(chat()).trace("sampled", "true").trace("sample_rate", "0")),
                RuleSamples.of("GENAI015")
                        .warning(of(TestItem.container(chat()), TestItem.of("log")), "Envelope mixes spans and logs")
                        .warning(
                                of(TestItem.of("event"), TestItem.of("session"), TestItem.transaction(root())),
                                "Envelope mixes errors and spans")
                        .clean(of(TestItem.transaction(root()), TestItem.container(chat()), TestItem.of("profile")))
                        .clean(of(TestItem.of("event"), TestItem.of("attachment"), TestItem.of("client_report")))
                        .clean(of(TestItem.of("replay_event"), TestItem.of("replay_recording")))
                        .clean(of(TestItem.of("log"), TestItem.of("no_such_type"))),
                RuleSamples.of("GENAI017")
                        .info(of(TestItem.of("spam")), "Item type spam is unknown: Sentry ignores the item")
                        .clean(of(TestItem.of("log"), TestItem.of("check_in"), TestItem.container(chat()))),
                RuleSamples.of("GENAI019")
                        .warning(
                                report(discard("before_send", "transaction", 2)),
                                "Client report discards 2 transactions (before_send) but 0 spans")
                        .warning(
                                report(discard("before_send", "transaction", 2), discard("before_send", "span", 1)),
                                "Client report discards 2 transactions (before_send) but 1 spans")
                        .warning(
                                report(discard("before_send", "transaction", 1), discard("sample_rate", "span", 9)),
                                "Client report discards 1 transactions (before_send) but 0 spans")
                        .clean(report(
                                discard("before_send", "transaction", 2),
                                discard("before_send", "span", 1),
                                discard("before_send", "span", 1)))
                        .clean(report(discard("before_send", "error", 2)))
                        .clean(of(TestItem.of("log")
                                .payload("discarded_events", List.of(discard("before_send", "transaction", 2))))),
                RuleSamples.of("GENAI050")
                        .warning(
                                streamed(chat().without(CommonAttributes.SENTRY_SDK_NAME), chat()),
                                "Sender does not say sentry.sdk.name")
                        .warning(
                                streamed(chat(), chat().with(CommonAttributes.SENTRY_SDK_VERSION, " ")),
                                "Sender does not say sentry.sdk.version")
                        .warning(
                                of(TestItem.transaction(root(), chat()).withoutPayload("sdk")),
                                "Sender does not say sdk.name and sdk.version")
                        .clean(of(TestItem.transaction(root(), chat()).withoutPayload("sdk"))
                                .header("sdk", Map.of("name", "sentry.java", "version", "8.52.0")))
                        .clean(of(TestItem.standalone(chat()), TestItem.of("log"))),
                RuleSamples.of("GENAI052")
                        .info(
                                streamed(
                                        chat().without(CommonAttributes.SENTRY_RELEASE),
                                        chat().without(CommonAttributes.SENTRY_ENVIRONMENT)),
                                "Sender does not say sentry.release")
                        .info(
                                of(TestItem.transaction(root()).withoutPayload("environment")),
                                "Sender does not say environment")
                        .clean(streamed(chat()))
                        .clean(transaction(chat())));
    }

    private static String sentAt(String value) {
        return "sent_at " + value + " is no RFC 3339 time in UTC" + CLOCK;
    }

    private static TestEnvelope sampling(String sampled, String rate, String random) {
        return streamed(chat())
                .trace("sampled", sampled)
                .trace("sample_rate", rate)
                .trace("sample_rand", random);
    }

    private static TestEnvelope report(Object... discards) {
        return of(TestItem.of("client_report").payload("discarded_events", List.of(discards)));
    }

    private static Map<String, Object> discard(String reason, String category, int quantity) {
        return Map.of("reason", reason, "category", category, "quantity", quantity);
    }
}
