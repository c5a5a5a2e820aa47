package dev.sentryai.telemetry.rules;

import static dev.sentryai.telemetry.rules.TestEnvelope.of;
import static dev.sentryai.telemetry.rules.TestEnvelope.streamed;
import static dev.sentryai.telemetry.rules.TestEnvelope.transaction;
import static dev.sentryai.telemetry.rules.TestSpan.CHAT_ID;
import static dev.sentryai.telemetry.rules.TestSpan.END;
import static dev.sentryai.telemetry.rules.TestSpan.ROOT_ID;
import static dev.sentryai.telemetry.rules.TestSpan.START;
import static dev.sentryai.telemetry.rules.TestSpan.agent;
import static dev.sentryai.telemetry.rules.TestSpan.chat;
import static dev.sentryai.telemetry.rules.TestSpan.http;
import static dev.sentryai.telemetry.rules.TestSpan.root;

import dev.sentryai.protocol.CommonAttributes;
import dev.sentryai.telemetry.rules.TestEnvelope.TestItem;
import java.util.List;

/** Samples of the rules about ids, times, status and structure of spans. */
final class SpanSamples {

    private static final String UPPER_CASE = "8F22363DC7A14691";
    private static final double DAY = 86400;

    private SpanSamples() {}

    static List<RuleSamples> all() {
        return List.of(
                RuleSamples.of("GENAI030")
                        .error(streamed(chat().withoutField("name")), "Span lacks name: Sentry drops it")
                        .error(streamed(chat().withoutField("trace_id")), "Span lacks trace_id: Sentry drops it")
                        .error(
                                streamed(chat().withoutField("start_timestamp")),
                                "Span lacks start_timestamp: Sentry drops it")
                        .error(
                                streamed(http().withoutField("end_timestamp")),
                                "Span lacks end_timestamp: Sentry drops it")
                        .error(streamed(chat().field("status", 0)), "Span lacks status: Sentry drops it")
                        .clean(streamed(chat().withoutField("parent_span_id")))
                        .clean(transaction(chat().withoutField("name"))),
                RuleSamples.of("GENAI031")
                        .error(
                                transaction(chat().withoutField("start_timestamp")),
                                "spans.0.start_timestamp is missing: Sentry drops the whole transaction")
                        .error(
                                transaction(chat(), http().withoutField("end_timestamp")),
                                "spans.1.timestamp is missing: Sentry drops the whole transaction")
                        .error(
                                of(TestItem.transaction(root().withoutField("trace_id"), chat())),
                                "contexts.trace.trace_id is missing: Sentry drops the whole transaction")
                        .error(
                                of(TestItem.transaction(root().withoutField("end_timestamp"))),
                                "timestamp is missing: Sentry drops the whole transaction")
                        .clean(transaction(chat().withoutField("status").withoutField("name"))),
                RuleSamples.of("GENAI032")
                        .error(streamed(chat().id("4711")), "span_id \"4711\" is not 16 hexadecimal digits")
                        .error(
                                transaction(chat().field("parent_span_id", "b52170035b3248eg")),
                                "parent_span_id \"b52170035b3248eg\" is not 16 hexadecimal digits")
                        .error(streamed(chat().field("trace_id", 4711)), "trace_id 4711 is not 32 hexadecimal digits")
                        .warning(
                                streamed(chat().id(UPPER_CASE)),
                                "span_id \"" + UPPER_CASE + "\" is not 16 lower-case hexadecimal digits")
                        .clean(streamed(chat()))
                        .clean(transaction(chat())),
                RuleSamples.of("GENAI033")
                        .error(
                                streamed(chat().id("0000000000000000")),
                                "span_id consists of zeros: such an id is invalid")
                        .error(
                                transaction(chat().field("parent_span_id", "0000000000000000")),
                                "parent_span_id consists of zeros: such an id is invalid")
                        .clean(streamed(chat().id("0000000000000001"))),
                RuleSamples.of("GENAI034")
                        .error(
                                streamed(chat(), chat()),
                                "Span id " + CHAT_ID
                                        + " occurs twice in this envelope: Sentry keeps one of the two spans")
                        .error(
                                of(TestItem.transaction(root(), chat()), TestItem.container(chat())),
                                "Span id " + CHAT_ID
                                        + " occurs twice in this envelope: Sentry keeps one of the two spans")
                        .clean(streamed(chat(), agent())),
                RuleSamples.of("GENAI035")
                        .error(streamed(chat().below(chat())), "Span is its own parent: the trace can not be drawn")
                        .error(
                                streamed(agent().below(chat()), chat().below(agent()), http().below(chat())),
                                "Spans 6e17084f76ab4a62, " + CHAT_ID
                                        + " are ancestors of each other: the trace can not be drawn")
                        .clean(streamed(agent(), chat().below(agent()), http().below(chat())))
                        .clean(streamed(AgentSamples.nested(40))),
                RuleSamples.of("GENAI036")
                        .error(streamed(chat().withoutField("end_timestamp")), "Span has no end: Sentry drops it")
                        .error(
                                transaction(chat().field("end_timestamp", 0)),
                                "Span has no end: Sentry drops the whole transaction")
                        .clean(streamed(http().withoutField("end_timestamp")))
                        .clean(streamed(chat())),
                RuleSamples.of("GENAI037")
                        .error(
                                streamed(chat().field("end_timestamp", START - 0.5)),
                                "Span lasts -0.5 s: Sentry drops it")
                        .error(
                                transaction(http().field("end_timestamp", START - 0.5)),
                                "Span lasts -0.5 s: Sentry drops the whole transaction")
                        .clean(streamed(chat().field("end_timestamp", START))),
                RuleSamples.of("GENAI039")
                        .error(
                                streamed(chat().field("start_timestamp", START - 6 * DAY)),
                                "start_timestamp is 6 days before sent_at: Sentry drops the span")
                        .error(
                                streamed(chat().field("end_timestamp", END + 90)),
                                "end_timestamp is 89 s after sent_at: Sentry drops the span")
                        .warning(
                                streamed(chat().field("start_timestamp", START - 6 * DAY))
                                        .withoutHeader("sent_at"),
                                "start_timestamp is 6 days before the latest span of the envelope: Sentry drops the span")
                        .clean(streamed(chat().field("start_timestamp", START - 4 * DAY)))
                        .clean(streamed(chat()).withoutHeader("sent_at"))
                        .clean(streamed(
                                chat().field("start_timestamp", START * 1000).field("end_timestamp", END * 1000)))
                        .clean(streamed(chat().field("start_timestamp", START + 1.5 - 5 * DAY)))
                        .clean(streamed(chat().field("end_timestamp", START + 1.5 + 60))),
                RuleSamples.of("GENAI041")
                        .error(
                                streamed(chat().field("end_timestamp", 1795189243250L)),
                                "end_timestamp 1795189243250 is too large for seconds")
                        .error(
                                streamed(chat().field("start_timestamp", "2026-11-20T15:40:42Z")),
                                "start_timestamp 2026-11-20T15:40:42Z is not a number")
                        .clean(transaction(chat().field("start_timestamp", "2026-11-20T15:40:42Z")))
                        .clean(streamed(chat())),
                RuleSamples.of("GENAI042")
                        .error(
                                streamed(chat().field("status", "internal_error")),
                                "Status \"internal_error\" is unknown")
                        .warning(transaction(chat().field("status", "failed")), "Status \"failed\" is unknown")
                        .clean(streamed(chat().field("status", "error")))
                        .clean(transaction(chat().field("status", "internal_error"), http().withoutField("status"))),
                RuleSamples.of("GENAI043")
                        .error(
                                streamed(chat().with(CommonAttributes.ERROR_TYPE, "timeout")),
                                "error.type is timeout but the status is ok: the failure is not counted")
                        .error(
                                transaction(chat().with(CommonAttributes.ERROR_TYPE, "timeout")
                                        .withoutField("status")),
                                "error.type is timeout but the status is missing: the failure is not counted")
                        .clean(streamed(chat().with(CommonAttributes.ERROR_TYPE, "timeout")
                                .field("status", "error")))
                        .clean(streamed(chat().with(CommonAttributes.ERROR_TYPE, ""))),
                RuleSamples.of("GENAI047")
                        .error(streamed(chat().field("name", "")), "Span has an empty name")
                        .error(transaction(chat().field("name", " ")), "Span has an empty name")
                        .clean(transaction(http().field("name", "")))
                        .clean(of(TestItem.transaction(root().field("span_id", ROOT_ID)))));
    }
}
