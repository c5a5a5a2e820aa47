package dev.sentryai.telemetry;

import static dev.sentryai.telemetry.Samples.chat;
import static dev.sentryai.telemetry.Samples.container;
import static dev.sentryai.telemetry.Samples.envelope;
import static dev.sentryai.telemetry.Samples.span;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import dev.sentryai.fixtures.Recordings;
import dev.sentryai.protocol.OperationType;
import dev.sentryai.protocol.TokenUsage;
import dev.sentryai.protocol.message.Messages;
import dev.sentryai.telemetry.EventRecord.ExceptionRecord;
import dev.sentryai.telemetry.EventRecord.Mechanism;
import dev.sentryai.telemetry.envelope.EnvelopeReader;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TelemetryTest {

    @Test
    void rootOfTransactionIsASpan() {
        SpanRecord root = recording("sentry-java/transaction-otel-mode-root-genai")
                .spans()
                .get(0);

        assertThat(root.segment()).isTrue();
        assertThat(root.source()).isEqualTo(SpanSource.TRANSACTION);
        assertThat(root.name()).isEqualTo("chat root");
        assertThat(root.status()).isEqualTo("ok");
        assertThat(root.origin()).isEqualTo("auto.opentelemetry");
        assertThat(root.requestModel()).contains("gpt-4o");
        assertThat(root.attributes()).contains(entry("otel.kind", "CLIENT"), entry("gen_ai.operation.name", "chat"));
        assertThat(root.operationType()).contains(OperationType.AI_CLIENT);
        assertThat(root.location().pointer()).isEmpty();
    }

    @Test
    void childrenFindTheirParents() {
        Telemetry telemetry = recording("sentry-java/transaction-plus-spanv2-same-envelope");
        SpanRecord agent = telemetry.aiSpans().get(0);

        assertThat(agent.source().wireName()).isEqualTo("span_v2");
        assertThat(telemetry.parentOf(agent))
                .hasValueSatisfying(root -> assertThat(root.op()).isEqualTo("http.server"));
        assertThat(telemetry.childrenOf(agent))
                .extracting(SpanRecord::op)
                .containsExactly("gen_ai.chat", "gen_ai.execute_tool");
        assertThat(telemetry.traces()).singleElement().satisfies(trace -> {
            assertThat(trace.spans()).hasSize(5);
            assertThat(trace.root()).contains(telemetry.spans().get(0));
        });
    }

    @Test
    void everySpanOfAContainerHasItsOwnPlace() {
        Telemetry telemetry = container(
                span("a", "", "'start_timestamp':1,'end_timestamp':2.25", ""),
                span("b", "a", "'start_timestamp':1", "'x':{'value':9007199254740993,'type':'integer'},'y':5"));

        SpanRecord second = telemetry.spans().get(1);
        assertThat(second.location().span()).isEqualTo(1);
        assertThat(second.location().pointer()).isEqualTo("/items/1");
        assertThat(second.location().offset())
                .isGreaterThan(telemetry.spans().get(0).location().offset());
        assertThat(second.sent("x")).contains(9007199254740993L);
        assertThat(second.declaredType("x")).contains("integer");
        assertThat(second.sent("y")).contains(5L);
        assertThat(second.declaredType("y")).isEmpty();
        assertThat(telemetry.spans().get(0).duration())
                .hasValueSatisfying(d -> assertThat(d).hasMillis(1250));
        assertThat(second.duration()).isEmpty();
    }

    @Test
    void singleSpanItemIsRead() {
        SpanRecord span = envelope(
                        "{'type':'span'}",
                        "{'trace_id':'t','span_id':'s','parent_span_id':'p','segment_id':'g','op':'gen_ai.chat',"
                                + "'description':'chat m','origin':'manual','start_timestamp':'2026-11-20T15:40:42.5Z',"
                                + "'timestamp':'2026-11-20T16:40:43.000+01:00','data':{'gen_ai.request.model':'m'}}")
                .spans()
                .get(0);

        assertThat(span.source()).isEqualTo(SpanSource.SPAN);
        assertThat(span.segmentId()).isEqualTo("g");
        assertThat(span.name()).isEqualTo("chat m");
        assertThat(span.requestModel()).contains("m");
        assertThat(span.duration())
                .hasValueSatisfying(duration -> assertThat(duration).hasMillis(500));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1795189242.5",
                "'1795189242.5'",
                "'2026-11-20T15:40:42.500Z'",
                "'2026-11-20T15:40:42.500'",
                "'2026-11-20T16:40:42.500+01:00'"
            })
    void timestampsAreReadInEveryForm(String sent) {
        SpanRecord span = envelope("{'type':'span'}", "{'span_id':'s','start_timestamp':" + sent + "}")
                .spans()
                .get(0);

        assertThat(span.startSeconds()).isCloseTo(1795189242.5, within(1e-6));
    }

    @Test
    void unreadableTimestampIsUnknown() {
        SpanRecord span = envelope("{'type':'span'}", "{'span_id':'s','start_timestamp':'soon','timestamp':{}}")
                .spans()
                .get(0);

        assertThat(span.startSeconds()).isNull();
        assertThat(span.endSeconds()).isNull();
        assertThat(span.raw().string("start_timestamp")).contains("soon");
    }

    @Test
    void oldNamesAreResolvedAndWhatWasSentIsKept() {
        SpanRecord span = chat("'gen_ai.system':'openai','ai.model_id':'m','gen_ai.usage.prompt_tokens':5,"
                + "'gen_ai.usage.output_tokens':7.0,'gen_ai.usage.input_tokens.cached':2,'ai.streaming':true,"
                + "'gen_ai.response.time_to_first_token':0.25,'ai.finish_reason':'stop'");

        assertThat(span.provider()).contains("openai");
        assertThat(span.sent("gen_ai.provider.name")).isEmpty();
        assertThat(span.requestModel()).contains("m");
        assertThat(span.usage()).isEqualTo(new TokenUsage(5L, 7L, 2L, null, null, null));
        assertThat(span.isStreaming()).isTrue();
        assertThat(span.timeToFirstChunkSeconds()).contains(0.25);
        assertThat(span.finishReasons()).containsExactly("stop");
        assertThat(span.attributes()).containsKeys("gen_ai.system", "ai.model_id");
    }

    @Test
    void currentNameWinsOverOldOnes() {
        assertThat(chat("'gen_ai.system':'old','gen_ai.provider.name':'new'").provider())
                .contains("new");
    }

    @Test
    void measurementsOfTheFirstSdksCountAsUsage() {
        SpanRecord span = envelope(
                        "{'type':'span'}",
                        "{'span_id':'s','op':'ai.chat_completions.create.openai','measurements':{"
                                + "'ai_prompt_tokens_used':{'value':5.0},'ai_completion_tokens_used':{'value':7},"
                                + "'ai_total_tokens_used':{'value':12}}}")
                .spans()
                .get(0);

        assertThat(span.isAi()).isTrue();
        assertThat(span.usage()).isEqualTo(new TokenUsage(5L, 7L, null, null, null, 12L));
    }

    @Test
    void usageThatIsNoWholeNumberIsUnknown() {
        assertThat(chat("'gen_ai.usage.input_tokens':'5','gen_ai.usage.output_tokens':1.5")
                        .usage())
                .isEqualTo(TokenUsage.NONE);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            'gen_ai.input.messages':'new','gen_ai.request.messages':'old' | new
            'gen_ai.request.messages':'old','ai.prompt':'older'           | old
            'gen_ai.prompt':'older'                                       | older
            'ai.input_messages':'older'                                   | older
            """)
    void inputIsFoundUnderOldNames(String data, String text) {
        assertThat(Messages.toJson(chat(data).inputMessages()))
                .isEqualTo("[{\"role\":\"user\",\"parts\":[{\"type\":\"text\",\"content\":\"" + text + "\"}]}]");
    }

    @Test
    void outputIsMadeOfOldAttributes() {
        SpanRecord span = chat("'gen_ai.response.text':'[\\'Hi\\']','gen_ai.response.tool_calls':'[{\\'id\\':\\'1\\',"
                + "\\'name\\':\\'f\\',\\'args\\':{}}]'");
        String expected = "[{\"role\":\"assistant\",\"parts\":[{\"type\":\"text\",\"content\":\"Hi\"},"
                + "{\"type\":\"tool_call\",\"id\":\"1\",\"name\":\"f\",\"arguments\":{}}]}]";

        assertThat(Messages.toJson(span.outputMessages())).isEqualTo(expected);
        assertThat(span.attribute("gen_ai.output.messages")).contains(expected);
        assertThat(span.sent("gen_ai.output.messages")).isEmpty();
    }

    @Test
    void onlyModelCallsCountForTheSum() {
        Telemetry telemetry = container(
                usage("a", "gen_ai.invoke_agent", 100),
                usage("b", "gen_ai.chat", 40),
                usage("c", "gen_ai.embeddings", 2));

        assertThat(telemetry.usage().input()).isEqualTo(42);
    }

    @Test
    void errorEventIsLinkedToItsSpan() {
        Telemetry telemetry = recording("sentry-java/event-mechanism-in-genai-span");

        assertThat(telemetry.events()).singleElement().satisfies(event -> {
            assertThat(event.eventId()).isEqualTo("4ac7bbda11d34cfda0f1c71ad3ada15c");
            assertThat(event.traceId()).isEqualTo("81787abc2045493c90ea6905533e8389");
            assertThat(event.spanId()).isEqualTo("f4b7498ae8fa4007");
            assertThat(event.exceptions())
                    .last()
                    .extracting(ExceptionRecord::mechanism)
                    .isEqualTo(new Mechanism("SentryAiClient", false));
        });
    }

    @Test
    void brokenItemDoesNotStopTheRest() {
        Telemetry telemetry = envelope(
                "{'type':'transaction'}",
                "{'spans':[",
                "{'type':'event'}",
                "[]",
                "{'type':'span'}",
                "{}",
                "{'type':'transaction'}",
                "{'contexts':7,'spans':[1,{'op':'x'}]}",
                "{'type':'who_knows'}",
                "?");

        assertThat(telemetry.items())
                .extracting(ItemRecord::type)
                .containsExactly("transaction", "event", "span", "who_knows");
        assertThat(telemetry.spans()).extracting(SpanRecord::op).containsExactly(null, "x");
        assertThat(telemetry.problems())
                .extracting(Problem::itemType, problem -> problem.location().item())
                .containsExactly(tuple("transaction", 0), tuple("event", 1), tuple("span", 2), tuple("transaction", 3));
        assertThat(telemetry.problems().get(0).toString())
                .startsWith("sample.envelope, item 0, byte 36: transaction item: payload is not JSON: ");
        assertThat(telemetry.problems().get(3).reason()).isEqualTo("/spans/0 is not an object");
    }

    private static String usage(String id, String op, int input) {
        return span(
                id,
                "",
                "'start_timestamp':1",
                "'sentry.op':{'value':'" + op + "'},'gen_ai.usage.input_tokens':{'value':" + input + "}");
    }

    private static Telemetry recording(String name) {
        String file = name + ".envelope";
        return Telemetry.of(List.of(new CapturedEnvelope(
                file, EnvelopeReader.read(Recordings.get(file).open()))));
    }
}
