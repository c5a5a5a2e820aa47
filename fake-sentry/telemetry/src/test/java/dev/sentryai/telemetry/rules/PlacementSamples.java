package dev.sentryai.telemetry.rules;

import static dev.sentryai.telemetry.rules.TestEnvelope.of;
import static dev.sentryai.telemetry.rules.TestEnvelope.streamed;
import static dev.sentryai.telemetry.rules.TestEnvelope.transaction;
import static dev.sentryai.telemetry.rules.TestSpan.END;
import static dev.sentryai.telemetry.rules.TestSpan.ROOT_ID;
import static dev.sentryai.telemetry.rules.TestSpan.START;
import static dev.sentryai.telemetry.rules.TestSpan.TRACE_ID;
import static dev.sentryai.telemetry.rules.TestSpan.agent;
import static dev.sentryai.telemetry.rules.TestSpan.chat;
import static dev.sentryai.telemetry.rules.TestSpan.http;
import static dev.sentryai.telemetry.rules.TestSpan.root;

import dev.sentryai.protocol.CommonAttributes;
import dev.sentryai.protocol.GenAiAttributes;
import dev.sentryai.telemetry.rules.TestEnvelope.TestItem;
import java.util.List;
import java.util.Map;

/** Samples of the rules about a span's place: in time, in its trace, in its segment, and what it is linked with. */
final class PlacementSamples {

    private static final String SOURCE = CommonAttributes.SENTRY_SEGMENT_NAME_SOURCE;
    private static final String SEGMENT_ID = CommonAttributes.SENTRY_SEGMENT_ID;
    private static final String SEGMENT_NAME = CommonAttributes.SENTRY_SEGMENT_NAME;

    private PlacementSamples() {}

    static List<RuleSamples> all() {
        return List.of(
                RuleSamples.of("GENAI038")
                        .info(
                                streamed(chat().field("end_timestamp", START)),
                                "Call with 17 output tokens lasts no time: Sentry can not derive tokens per second")
                        .clean(streamed(chat().field("end_timestamp", START + 0.001)))
                        .clean(streamed(
                                chat().field("end_timestamp", START).with(GenAiAttributes.USAGE_OUTPUT_TOKENS, 0)))
                        .clean(streamed(
                                agent().field("end_timestamp", START).with(GenAiAttributes.USAGE_OUTPUT_TOKENS, 1)))
                        .clean(streamed(chat().withoutField("start_timestamp"))),
                RuleSamples.of("GENAI040")
                        .warning(
                                streamed(agent(), chat().below(agent()).field("start_timestamp", START - 0.0625)),
                                "Span starts 0.0625 s before its parent \"invoke_agent Concierge\"")
                        .warning(
                                transaction(chat().field("end_timestamp", END + 0.5)),
                                "Span ends 0.5 s after its parent \"POST /chat\"")
                        .warning(
                                transaction(chat().field("start_timestamp", START - 0.5)
                                        .field("end_timestamp", END + 0.25)),
                                "Span starts 0.5 s before its parent \"POST /chat\"")
                        .clean(transaction(
                                chat().field("start_timestamp", START - 0.03125).field("end_timestamp", END + 0.03125)))
                        .clean(transaction(chat().field("end_timestamp", END + 0.5)
                                .with(GenAiAttributes.RESPONSE_STREAMING, true)))
                        .clean(transaction(http().field("end_timestamp", END + 0.5)))
                        .clean(streamed(chat().field("end_timestamp", END + 0.5)))
                        .clean(transaction(chat().field("start_timestamp", END + 0.5)))
                        .clean(transaction(chat().field("end_timestamp", END * 1000)))
                        .clean(transaction(chat().field("end_timestamp", "soon").field("start_timestamp", START - 1)))
                        .clean(streamed(
                                agent().field("end_timestamp", 0),
                                chat().below(agent()).field("end_timestamp", END + 1)))
                        .warning(
                                transaction(chat().field("start_timestamp", START - 0.5)
                                        .field("end_timestamp", END + 0.5)),
                                "Span starts 0.5 s before its parent \"POST /chat\"")
                        .warning(
                                transaction(chat().field("start_timestamp", START - 0.5)
                                        .field("end_timestamp", START - 0.5)),
                                "Span starts 0.5 s before its parent \"POST /chat\""),
                RuleSamples.of("GENAI044")
                        .warning(streamed(chat().field("status", "error")), "Status is error but error.type is missing")
                        .warning(
                                transaction(chat().field("status", "internal_error")
                                        .with(CommonAttributes.ERROR_TYPE, " ")),
                                "Status is internal_error but error.type is missing")
                        .clean(streamed(chat().field("status", "error").with(CommonAttributes.ERROR_TYPE, "timeout")))
                        .clean(transaction(
                                chat().field("status", "cancelled"), http().field("status", "internal_error")))
                        .clean(transaction(chat().withoutField("status"))),
                RuleSamples.of("GENAI045")
                        .info(
                                transaction(chat().field("status", "unavailable")),
                                "Status unavailable counts towards the failure rate but not in the error widgets")
                        .clean(transaction(chat().field("status", "internal_error")))
                        .clean(transaction(chat().field("status", "ok"), http().field("status", "unavailable")))
                        .clean(transaction(chat().field("status", "failed")))
                        .clean(transaction(chat().field("status", "cancelled")))
                        .clean(streamed(chat().field("status", "error"))),
                RuleSamples.of("GENAI046")
                        .warning(
                                streamed(chat().field("is_segment", "yes")),
                                "Span does not say whether it is a segment")
                        .warning(
                                streamed(chat().withoutField("parent_span_id")),
                                "Span without a parent is not marked as a segment")
                        .warning(
                                streamed(chat().field("is_segment", true)),
                                "Span is marked as a segment but says that it belongs to segment " + ROOT_ID)
                        .clean(streamed(segment()))
                        .clean(streamed(segment().without(SEGMENT_ID)))
                        .clean(transaction(chat().withoutField("parent_span_id"))),
                RuleSamples.of("GENAI048")
                        .warning(streamed(chat().withoutField("origin")), "Origin is missing")
                        .warning(origin("automatic"), "Origin is automatic")
                        .warning(origin("auto.ai.open-ai"), "Origin is auto.ai.open-ai")
                        .warning(origin("auto..openai"), "Origin is auto..openai")
                        .warning(origin("auto.ai."), "Origin is auto.ai.")
                        .warning(origin("auto.ai.openai.chat.stream"), "Origin is auto.ai.openai.chat.stream")
                        .warning(transaction(http().field("origin", "by hand")), "Origin is by hand")
                        .clean(origin("manual"))
                        .clean(origin("auto"))
                        .clean(origin("manual.ai"))
                        .clean(origin("auto.ai.spring_AI.Z9"))
                        .clean(transaction(http().withoutField("origin")))
                        .clean(origin("auto.ai.z0")),
                RuleSamples.of("GENAI049")
                        .warning(streamed(chat().without(SEGMENT_ID)), "Span lacks sentry.segment.id")
                        .warning(streamed(chat().without(SEGMENT_NAME)), "Span lacks sentry.segment.name")
                        .warning(
                                streamed(chat().without(SEGMENT_ID).without(SEGMENT_NAME)),
                                "Span lacks sentry.segment.id and sentry.segment.name")
                        .warning(
                                streamed(agent(), chat().with(SEGMENT_ID, "6e17084f76ab4a62")),
                                "Span belongs to 6e17084f76ab4a62, which is no segment")
                        .clean(of(TestItem.transaction(root()), TestItem.container(chat())))
                        .clean(transaction(chat())),
                RuleSamples.of("GENAI051")
                        .warning(linked(Map.of("span_id", ROOT_ID)), "Link lacks trace_id")
                        .warning(linked(Map.of("trace_id", TRACE_ID)), "Link lacks span_id")
                        .warning(linked("previous"), "Link is not an object")
                        .warning(
                                linked(link(Map.of("type", "string", "value", "next_trace"))),
                                "Link has the unknown type next_trace")
                        .warning(
                                of(TestItem.transaction(root().field("links", List.of(link("next_trace"))))),
                                "Link has the unknown type next_trace")
                        .clean(linked(link(Map.of("type", "string", "value", "previous_trace"))))
                        .clean(transaction(chat().field("links", List.of(link("cache_origin")))))
                        .clean(linked(Map.of("trace_id", TRACE_ID, "span_id", ROOT_ID))),
                RuleSamples.of("GENAI053")
                        .warning(
                                streamed(chat().with(SOURCE, "route")),
                                "sentry.segment.name.source stands on a span that is no segment")
                        .warning(
                                transaction(chat().with(SOURCE, "route")),
                                "sentry.segment.name.source stands on a span that is no segment")
                        .warning(streamed(segment().with(SOURCE, "guess")), "sentry.segment.name.source is guess")
                        .info(streamed(segment().without(SOURCE)), "Segment does not say where its name comes from")
                        .clean(streamed(segment(), chat()))
                        .clean(of(TestItem.transaction(root().with(SOURCE, "route"))))
                        .clean(of(TestItem.transaction(root()))));
    }

    /** A streamed span that is a segment. */
    private static TestSpan segment() {
        return root().field("is_segment", true).with(SOURCE, "route");
    }

    private static TestEnvelope origin(String origin) {
        return streamed(chat().field("origin", origin));
    }

    private static TestEnvelope linked(Object link) {
        return streamed(chat().field("links", List.of(link)));
    }

    private static Map<String, Object> link(Object type) {
        return Map.of("trace_id", TRACE_ID, "span_id", ROOT_ID, "attributes", Map.of("sentry.link.type", type));
    }
}
