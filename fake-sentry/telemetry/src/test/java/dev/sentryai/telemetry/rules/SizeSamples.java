package dev.sentryai.telemetry.rules;

import static dev.sentryai.telemetry.rules.TestEnvelope.of;
import static dev.sentryai.telemetry.rules.TestEnvelope.streamed;
import static dev.sentryai.telemetry.rules.TestEnvelope.transaction;
import static dev.sentryai.telemetry.rules.TestSpan.chat;
import static dev.sentryai.telemetry.rules.TestSpan.http;
import static dev.sentryai.telemetry.rules.TestSpan.root;

import dev.sentryai.protocol.GenAiAttributes;
import dev.sentryai.telemetry.rules.TestEnvelope.TestItem;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Samples of the rules about sizes. Only the part that is large counts, so the exact sums follow from its filling. */
final class SizeSamples {

    private static final int KIB = 1024;
    private static final int MIB = 1024 * KIB;

    private SizeSamples() {}

    static List<RuleSamples> all() {
        return List.of(
                RuleSamples.of("GENAI250")
                        .error(
                                transactionOf(MIB + 1),
                                "Transaction has 1048577 bytes, 1 MiB is allowed: Sentry rejects the envelope (413)")
                        .warning(transactionOf(MIB), "Transaction has 1048576 bytes, 1 MiB is allowed: near the limit")
                        .warning(
                                transactionOf(838861), "Transaction has 838861 bytes, 1 MiB is allowed: near the limit")
                        .clean(transactionOf(838860))
                        .clean(of(TestItem.container(http()).paddedTo(2 * MIB))),
                RuleSamples.of("GENAI251")
                        .error(
                                transaction(filled(300 * KIB), filled(300 * KIB), filled(190 * KIB), filled(10 * KIB)),
                                "Spans of the transaction have 822537 bytes, 800 KiB are allowed: Sentry cuts the last 1 of 4")
                        .error(
                                transaction(filled(300 * KIB), filled(300 * KIB), filled(300 * KIB), filled(300 * KIB)),
                                "Spans of the transaction have 1232137 bytes, 800 KiB are allowed: Sentry cuts the last 2 of 4")
                        .warning(
                                transaction(filled(700 * KIB)),
                                "Spans of the transaction have 717635 bytes, 800 KiB are allowed: near the limit")
                        .clean(transaction(filled(630 * KIB)))
                        .clean(of(TestItem.transaction(filled(700 * KIB))))
                        .error(
                                transaction(filled(818_365), chat()),
                                "Spans of the transaction have 820024 bytes, 800 KiB are allowed: Sentry cuts the last 1 of 2")
                        .warning(
                                transaction(filled(818_365)),
                                "Spans of the transaction have 819200 bytes, 800 KiB are allowed: near the limit")
                        .clean(transaction(filled(654_525))),
                RuleSamples.of("GENAI252")
                        .error(
                                streamed(bare(1_000_001)),
                                "Attributes of the span have 1000001 bytes, about 1 MB is kept: text is cut and no longer JSON")
                        .warning(
                                streamed(bare(1_000_000)),
                                "Attributes of the span have 1000000 bytes, about 1 MB is kept: near the limit")
                        .warning(
                                transaction(http().without("http.response.status_code")
                                        .with("text", "€".repeat(266_665))
                                        .with("n", 1)),
                                "Attributes of the span have 800008 bytes, about 1 MB is kept: near the limit")
                        .clean(streamed(bare(800_000)))
                        .clean(transaction(filled(400 * KIB), filled(400 * KIB)))
                        .warning(
                                streamed(root().bare()
                                        .with("text", "x".repeat(450_000))
                                        .with("tex2", "x".repeat(450_000))),
                                "Attributes of the span have 900008 bytes, about 1 MB is kept: near the limit"),
                RuleSamples.of("GENAI253")
                        .error(
                                of(TestItem.container(http(), chat()).paddedTo(12 * MIB + 1)),
                                "Container has 12582913 bytes, at most 12582912 are allowed: Sentry rejects the envelope (413)")
                        .error(
                                of(TestItem.container(http()).paddedTo(10 * MIB + 1)),
                                "Average span has 10485761 bytes, at most 10485760 are allowed: Sentry rejects the"
                                        + " envelope (413)")
                        .clean(of(TestItem.container(http(), chat()).paddedTo(12 * MIB)))
                        .clean(of(TestItem.container(http()).paddedTo(10 * MIB)))
                        .clean(of(TestItem.transaction(root()).paddedTo(12 * MIB + 1))),
                RuleSamples.of("GENAI255")
                        .warning(
                                transaction(chat().with(GenAiAttributes.INPUT_MESSAGES, "é".repeat(10_001))),
                                GenAiAttributes.INPUT_MESSAGES + " has 20002 bytes: SDKs truncate it at 20000")
                        .clean(transaction(chat().with(GenAiAttributes.INPUT_MESSAGES, "é".repeat(10_000))
                                .with("story", "x".repeat(20_001))))
                        .clean(streamed(chat().with(GenAiAttributes.INPUT_MESSAGES, "x".repeat(20_001)))),
                RuleSamples.of("GENAI256")
                        .warning(transaction(withAttributes(1001)), "Span has 1001 attributes, 1000 is the limit")
                        .warning(streamed(http().with("é".repeat(101), 1)), "A key has 202 bytes, 200 is the limit")
                        .clean(transaction(withAttributes(1000)))
                        .clean(streamed(http().with("é".repeat(100), 1).with("x".repeat(200), 1))),
                RuleSamples.of("GENAI257")
                        .warning(transaction(children(1001)), "Transaction has 1001 spans, SDKs send at most 1000")
                        .clean(transaction(children(1000)))
                        .clean(streamed(children(1002))),
                RuleSamples.of("GENAI258")
                        .warning(
                                streamed(chat().field("op", "x".repeat(129))),
                                "Op has 129 characters: Sentry cuts it at 128")
                        .warning(
                                transaction(chat().field("origin", "auto." + "x".repeat(124))),
                                "Origin has 129 characters: Sentry cuts it at 128")
                        .clean(streamed(chat().field("op", "x".repeat(128)).field("origin", "x".repeat(128))))
                        .clean(streamed(chat().withoutField("op").withoutField("origin"))),
                RuleSamples.of("GENAI259")
                        .error(
                                report(101, 8 * KIB),
                                "Client report has 8192 bytes and 101 entries: Sentry rejects it (413)")
                        .error(
                                report(1, 100 * KIB + 1),
                                "Client report has 102401 bytes and 1 entries: Sentry rejects it (413)")
                        .warning(report(100, 100 * KIB), "Client report has 102400 bytes and 100 entries")
                        .warning(report(1, 4 * KIB + 1), "Client report has 4097 bytes and 1 entries")
                        .clean(report(1, 4 * KIB))
                        .clean(of(TestItem.of("log").paddedTo(5 * KIB))));
    }

    private static TestEnvelope transactionOf(int bytes) {
        return of(TestItem.transaction(root()).paddedTo(bytes));
    }

    private static TestSpan filled(int bytes) {
        return chat().with("text", "x".repeat(bytes));
    }

    /** A streamed span whose attributes have so many bytes by Relay's count. */
    private static TestSpan bare(int bytes) {
        return root().bare().with("flag", true).with("text", "x".repeat(bytes - "flag".length() - 1 - "text".length()));
    }

    private static TestSpan withAttributes(int count) {
        TestSpan span = http().without("http.response.status_code");
        IntStream.range(0, count).forEach(index -> span.with("colour." + index, index));
        return span;
    }

    private static TestSpan[] children(int count) {
        return IntStream.range(0, count)
                .mapToObj(index -> http().id(String.format("8f22363d%08x", index)))
                .toArray(TestSpan[]::new);
    }

    private static TestEnvelope report(int discards, int bytes) {
        List<Map<String, Object>> entries = IntStream.range(0, discards)
                .mapToObj(index -> Map.<String, Object>of("reason", "sample_rate", "category", "error", "quantity", 1))
                .toList();
        return of(TestItem.of("client_report")
                .payload("discarded_events", entries)
                .paddedTo(bytes));
    }
}
