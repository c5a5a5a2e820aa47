package dev.sentryai.telemetry.rules;

import static dev.sentryai.telemetry.rules.TestEnvelope.EVENT_ID;
import static dev.sentryai.telemetry.rules.TestEnvelope.PUBLIC_KEY;
import static dev.sentryai.telemetry.rules.TestEnvelope.of;
import static dev.sentryai.telemetry.rules.TestEnvelope.streamed;
import static dev.sentryai.telemetry.rules.TestEnvelope.transaction;
import static dev.sentryai.telemetry.rules.TestSpan.TRACE_ID;
import static dev.sentryai.telemetry.rules.TestSpan.chat;
import static dev.sentryai.telemetry.rules.TestSpan.http;
import static dev.sentryai.telemetry.rules.TestSpan.root;

import dev.sentryai.telemetry.rules.TestEnvelope.TestItem;
import dev.sentryai.telemetry.rules.policy.Policy;
import java.util.List;
import java.util.stream.IntStream;

/** Samples of the rules about envelopes and containers. */
final class EnvelopeSamples {

    private static final String OTHER_TRACE = "850f98ce4199e14605160583c7996506";
    private static final String CONTAINER_TYPE = "application/vnd.sentry.items.span.v2+json";

    private EnvelopeSamples() {}

    static List<RuleSamples> all() {
        return List.of(
                RuleSamples.of("GENAI002")
                        .error(
                                of(TestItem.container(chat()).withoutPayload("items")),
                                "Item can not be read: span payload is neither a span nor a container with an array \"items\"")
                        .clean(streamed(chat())),
                RuleSamples.of("GENAI004")
                        .error(
                                of(TestItem.transaction(root()).withoutPayload("event_id"))
                                        .withoutHeader("event_id"),
                                "Transaction has no usable event_id: neither the envelope header nor the payload has one")
                        .error(
                                of(TestItem.transaction(root()).payload("event_id", "4711")),
                                "Transaction has no usable event_id: 4711 is not 32 hexadecimal digits")
                        .error(
                                transaction(chat()).header("event_id", TRACE_ID),
                                "Transaction has no usable event_id: the envelope header says " + TRACE_ID
                                        + ", the payload " + EVENT_ID)
                        .clean(transaction(chat()).withoutHeader("event_id"))
                        .clean(of(TestItem.transaction(root()).withoutPayload("event_id")))
                        .clean(streamed(chat()).withoutHeader("event_id")),
                RuleSamples.of("GENAI005")
                        .error(
                                streamed(chat()).trace("public_key", "abc"),
                                "Trace header names public key abc, but the DSN belongs to " + PUBLIC_KEY)
                        .under(Policy.NONE.withProjectId("2"))
                        .error(streamed(chat()), "DSN is that of project 1, the policy demands 2")
                        .clean(streamed(chat()).withoutHeader("dsn"))
                        .under(Policy.NONE.withProjectId("1"))
                        .clean(streamed(chat())
                                .trace("public_key", "abc")
                                .header("dsn", "https://abc:secret@sentry.io/1"))
                        .clean(streamed(chat()).trace("public_key", "abc").withoutHeader("dsn")),
                RuleSamples.of("GENAI006")
                        .error(
                                streamed(chat()).withoutHeader("trace"),
                                "Envelope carries streamed spans but its trace header lacks trace_id and public_key")
                        .error(
                                streamed(chat()).withoutTrace("public_key"),
                                "Envelope carries streamed spans but its trace header lacks public_key")
                        .clean(transaction(chat()).withoutHeader("trace"))
                        .error(
                                streamed(chat()).trace("trace_id", " "),
                                "Envelope carries streamed spans but its trace header lacks trace_id"),
                RuleSamples.of("GENAI007")
                        .error(
                                streamed(chat()).trace("trace_id", OTHER_TRACE),
                                "Trace header says " + OTHER_TRACE + ", the spans belong to trace " + TRACE_ID)
                        .error(
                                transaction(chat()).trace("trace_id", OTHER_TRACE),
                                "Trace header says " + OTHER_TRACE + ", the spans belong to trace " + TRACE_ID)
                        .clean(streamed(chat()).withoutTrace("trace_id")),
                RuleSamples.of("GENAI010")
                        .error(
                                of(TestItem.container(chat()).header("item_count", 2)),
                                "item_count is 2 but the container holds 1 spans: Relay rejects all of them")
                        .error(
                                of(TestItem.container(chat()).withoutHeader("item_count")),
                                "item_count is missing but the container holds 1 spans: Relay rejects all of them")
                        .clean(streamed(chat())),
                RuleSamples.of("GENAI011")
                        .error(
                                of(TestItem.container(chat()).withoutHeader("content_type")),
                                "Span item lists spans under \"items\" but has no content type")
                        .error(
                                of(TestItem.container(chat()).header("content_type", "application/json")),
                                "Span item lists spans under \"items\" but has content type application/json")
                        .error(
                                of(TestItem.standalone(chat()).header("content_type", CONTAINER_TYPE)),
                                "Span item has the content type of a container but holds a single span")
                        .clean(of(TestItem.standalone(chat()))),
                RuleSamples.of("GENAI012")
                        .error(
                                of(TestItem.container(chat()).payload("version", 3)),
                                "Span container has version 3, only 2 is known: Relay rejects it")
                        .clean(of(TestItem.container(chat()).withoutPayload("version"))),
                RuleSamples.of("GENAI013")
                        .error(
                                of(TestItem.container(chat()), TestItem.container(chat().id("8f22363dc7a14692"))),
                                "Span container number 2: only one span container per envelope is accepted")
                        .error(
                                of(TestItem.container(chat()), TestItem.standalone(chat().id("8f22363dc7a14692"))),
                                "Standalone span beside a span container: only one span container per envelope is accepted")
                        .clean(of(TestItem.transaction(root()), TestItem.container(chat()))),
                RuleSamples.of("GENAI014")
                        .error(streamed(), "Container holds 0 spans, 1 to 1000 are allowed")
                        .error(streamed(spans(1001)), "Container holds 1001 spans, 1 to 1000 are allowed")
                        .clean(streamed(spans(1000))),
                RuleSamples.of("GENAI016")
                        .error(
                                streamed(chat(), chat().id("8f22363dc7a14692").field("trace_id", OTHER_TRACE)),
                                "Container holds spans of 2 traces, but the envelope has one sampling context")
                        .clean(streamed(chat(), chat().id("8f22363dc7a14692"))),
                RuleSamples.of("GENAI018")
                        .warning(
                                of(TestItem.standalone(chat())),
                                "Span is sent in an item of its own, which is the legacy form")
                        .error(
                                of(IntStream.range(0, 26)
                                        .mapToObj(index -> TestItem.standalone(chat().id(id(index))))
                                        .toArray(TestItem[]::new)),
                                "26 standalone span items, 25 are allowed: Sentry rejects the envelope")
                        .clean(streamed(chat())));
    }

    private static TestSpan[] spans(int count) {
        return IntStream.range(0, count).mapToObj(index -> http().id(id(index))).toArray(TestSpan[]::new);
    }

    private static String id(int index) {
        return String.format("8f22363d%08x", index);
    }
}
