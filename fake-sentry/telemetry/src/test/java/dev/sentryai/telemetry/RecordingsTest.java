package dev.sentryai.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sentryai.fixtures.Recording;
import dev.sentryai.fixtures.Recordings;
import dev.sentryai.telemetry.envelope.EnvelopeReader;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The expected numbers come from a script that shares no code with the reader. */
class RecordingsTest {

    static List<Recording> recordings() {
        return Recordings.all();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            sentry-java/check-in | 0 | 0 | 0 | check_in | 0 | 0 | 0
            sentry-java/client-report-attached-to-event | 0 | 0 | 1 | client_report | 0 | 0 | 0
            sentry-java/empty-envelope-nan-span-data | 0 | 0 | 0 |  | 0 | 0 | 0
            sentry-java/event-mechanism-in-genai-span | 0 | 0 | 1 |  | 0 | 0 | 0
            sentry-java/event-with-attachment | 0 | 0 | 1 | attachment | 0 | 0 | 0
            sentry-java/feedback | 0 | 0 | 0 | feedback | 0 | 0 | 0
            sentry-java/log | 0 | 0 | 0 | log | 0 | 0 | 0
            sentry-java/session-1 | 0 | 0 | 0 | session | 0 | 0 | 0
            sentry-java/session | 0 | 0 | 0 | session | 0 | 0 | 0
            sentry-java/spanv2-streamed-only | 1 | 1 | 0 |  | 0 | 0 | 0
            sentry-java/trace-metric | 0 | 0 | 0 | trace_metric | 0 | 0 | 0
            sentry-java/transaction-genai-static | 5 | 3 | 0 |  | 57 | 17 | 0
            sentry-java/transaction-otel-mode-mixed-genai | 3 | 2 | 0 |  | 24 | 0 | 0
            sentry-java/transaction-otel-mode-root-genai | 1 | 1 | 0 |  | 0 | 0 | 0
            sentry-java/transaction-plus-spanv2-same-envelope | 5 | 3 | 0 |  | 57 | 17 | 0
            sentry-node/anthropic-chat | 4 | 2 | 0 |  | 1254 | 68 | 1024
            sentry-node/anthropic-stream-tools | 4 | 2 | 0 |  | 1254 | 68 | 1024
            sentry-node/google-chat | 5 | 2 | 0 |  | 62 | 38 | 0
            sentry-node/google-generate | 3 | 1 | 0 |  | 31 | 19 | 0
            sentry-node/langchain-chain-tool | 7 | 5 | 0 |  | 42 | 27 | 0
            sentry-node/langgraph-stategraph | 4 | 3 | 0 |  | 0 | 0 | 0
            sentry-node/openai-broken-stream | 3 | 1 | 0 |  | 0 | 0 | 0
            sentry-node/openai-chat-beforesendspan | 3 | 1 | 0 |  | 42 | 27 | 0
            sentry-node/openai-chat-ignorespans.1 | 3 | 2 | 0 |  | 84 | 54 | 0
            sentry-node/openai-chat-ignorespans.2 | 0 | 0 | 0 | client_report | 0 | 0 | 0
            sentry-node/openai-chat-lifecycle-stream | 3 | 1 | 0 |  | 42 | 27 | 0
            sentry-node/openai-chat-nopii | 3 | 1 | 0 |  | 42 | 27 | 0
            sentry-node/openai-chat-tx-nopii | 3 | 1 | 0 |  | 42 | 27 | 0
            sentry-node/openai-chat-tx | 3 | 1 | 0 |  | 42 | 27 | 0
            sentry-node/openai-chat | 3 | 1 | 0 |  | 42 | 27 | 0
            sentry-node/openai-embeddings | 5 | 2 | 0 |  | 21 | 0 | 0
            sentry-node/openai-error-429.1 | 0 | 0 | 1 |  | 0 | 0 | 0
            sentry-node/openai-error-429.2 | 3 | 1 | 0 |  | 0 | 0 | 0
            sentry-node/openai-manual-agent | 5 | 3 | 0 |  | 42 | 27 | 0
            sentry-node/openai-responses | 3 | 1 | 0 |  | 75 | 118 | 0
            sentry-node/openai-root-span | 2 | 1 | 0 |  | 42 | 27 | 0
            sentry-node/openai-stream-abandoned | 3 | 1 | 0 |  | 0 | 0 | 0
            sentry-node/openai-stream | 3 | 1 | 0 |  | 42 | 27 | 0
            sentry-node/openai-tool-loop | 6 | 3 | 0 |  | 84 | 54 | 0
            sentry-node/openai-vision | 3 | 1 | 0 |  | 42 | 27 | 0
            sentry-node/set-conversation-id | 5 | 2 | 0 |  | 117 | 145 | 0
            sentry-node/v11-anthropic-chat | 3 | 1 | 0 |  | 1233 | 34 | 1024
            sentry-node/v11-google-tools | 5 | 2 | 0 |  | 62 | 122 | 24
            sentry-node/v11-openai-chat | 3 | 1 | 0 |  | 42 | 27 | 16
            sentry-node/v11-openai-error-429 | 3 | 1 | 0 |  | 0 | 0 | 0
            sentry-node/v11-openai-tool-loop | 6 | 3 | 0 |  | 84 | 54 | 32
            sentry-node/vercel-v6-generate-tools | 7 | 4 | 0 |  | 84 | 54 | 32
            """)
    void everythingIsFound(
            String name, int spans, int aiSpans, int events, String items, long input, long output, long cacheRead) {
        Telemetry telemetry = telemetry(name);

        assertThat(telemetry.spans()).hasSize(spans);
        assertThat(telemetry.aiSpans()).hasSize(aiSpans);
        assertThat(telemetry.events()).hasSize(events);
        assertThat(telemetry.items().stream().map(ItemRecord::type).collect(Collectors.joining("+")))
                .isEqualTo(items == null ? "" : items);
        assertThat(known(telemetry.usage().input())).isEqualTo(input);
        assertThat(known(telemetry.usage().output())).isEqualTo(output);
        assertThat(known(telemetry.usage().cacheRead())).isEqualTo(cacheRead);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            sentry-java/spanv2-streamed-only | gen_ai.invoke_agent
            sentry-java/transaction-genai-static | http.server gen_ai.invoke_agent gen_ai.chat http.client gen_ai.execute_tool
            sentry-java/transaction-otel-mode-mixed-genai | http.server gen_ai.chat chat gpt-4o
            sentry-java/transaction-otel-mode-root-genai | chat root
            sentry-java/transaction-plus-spanv2-same-envelope | http.server http.client gen_ai.invoke_agent gen_ai.chat gen_ai.execute_tool
            sentry-node/anthropic-chat | function http.client http.client gen_ai.chat
            sentry-node/anthropic-stream-tools | function http.client http.client gen_ai.chat
            sentry-node/google-chat | function http.client http.client gen_ai.chat gen_ai.chat
            sentry-node/google-generate | function http.client gen_ai.generate_content
            sentry-node/langchain-chain-tool | function http.client gen_ai.invoke_agent gen_ai.chat gen_ai.invoke_agent gen_ai.invoke_agent gen_ai.execute_tool
            sentry-node/langgraph-stategraph | function gen_ai.create_agent gen_ai.invoke_agent gen_ai.invoke_agent
            sentry-node/openai-broken-stream | function http.client gen_ai.chat
            sentry-node/openai-chat-beforesendspan | function http.client gen_ai.chat
            sentry-node/openai-chat-ignorespans.1 | function gen_ai.chat gen_ai.chat
            sentry-node/openai-chat-lifecycle-stream | http.client gen_ai.chat function
            sentry-node/openai-chat-nopii | function http.client gen_ai.chat
            sentry-node/openai-chat-tx-nopii | function gen_ai.chat http.client
            sentry-node/openai-chat-tx | function gen_ai.chat http.client
            sentry-node/openai-chat | function http.client gen_ai.chat
            sentry-node/openai-embeddings | function http.client http.client gen_ai.embeddings gen_ai.embeddings
            sentry-node/openai-error-429.2 | function http.client gen_ai.chat
            sentry-node/openai-manual-agent | http.server http.client gen_ai.invoke_agent gen_ai.chat gen_ai.handoff
            sentry-node/openai-responses | function http.client gen_ai.chat
            sentry-node/openai-root-span | gen_ai.chat http.client
            sentry-node/openai-stream-abandoned | function http.client gen_ai.chat
            sentry-node/openai-stream | function http.client gen_ai.chat
            sentry-node/openai-tool-loop | function http.client http.client gen_ai.chat gen_ai.execute_tool gen_ai.chat
            sentry-node/openai-vision | function http.client gen_ai.chat
            sentry-node/set-conversation-id | function http.client http.client gen_ai.chat gen_ai.chat
            sentry-node/v11-anthropic-chat | http.client gen_ai.chat function
            sentry-node/v11-google-tools | http.client gen_ai.generate_content http.client gen_ai.generate_content function
            sentry-node/v11-openai-chat | http.client gen_ai.chat function
            sentry-node/v11-openai-error-429 | http.client gen_ai.chat function
            sentry-node/v11-openai-tool-loop | http.client gen_ai.chat gen_ai.execute_tool http.client gen_ai.chat function
            sentry-node/vercel-v6-generate-tools | function http.client http.client gen_ai.invoke_agent gen_ai.generate_content gen_ai.execute_tool gen_ai.generate_content
            """)
    void operationsAreInTheOrderOfTheWire(String name, String ops) {
        assertThat(telemetry(name).spans().stream().map(SpanRecord::op).collect(Collectors.joining(" ")))
                .isEqualTo(ops);
    }

    @ParameterizedTest
    @MethodSource("recordings")
    void nothingIsUnreadable(Recording recording) {
        assertThat(telemetry(recording).problems()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("recordings")
    void everySpanKnowsWhatItNeedsAndWhereItStands(Recording recording) {
        byte[] bytes = recording.bytes();

        assertThat(telemetry(recording).spans()).allSatisfy(span -> {
            assertThat(span.traceId()).hasSize(32);
            assertThat(span.spanId()).hasSize(16);
            assertThat(span.startSeconds()).isGreaterThan(1_795_000_000.0);
            assertThat(span.duration())
                    .hasValueSatisfying(duration -> assertThat(duration).isPositive());
            assertThat(bytes[(int) span.location().offset()]).isEqualTo((byte) '{');
            assertThat(span.location().file()).isEqualTo(recording.name());
        });
    }

    @Test
    void allRecordingsTogetherAreTheSumOfEach() {
        Telemetry all = recordings().stream().map(RecordingsTest::telemetry).reduce(Telemetry.EMPTY, Telemetry::plus);

        assertThat(all.envelopes()).hasSize(recordings().size());
        assertThat(all.spans()).hasSize(131);
        assertThat(all.aiSpans()).hasSize(62);
        assertThat(all.usage().input()).isEqualTo(5087);
        assertThat(all.traces().stream().mapToInt(trace -> trace.spans().size()).sum())
                .isEqualTo(all.spans().size());
    }

    private static long known(Long tokens) {
        return tokens == null ? 0 : tokens;
    }

    private static Telemetry telemetry(String name) {
        return telemetry(Recordings.get(name + ".envelope"));
    }

    private static Telemetry telemetry(Recording recording) {
        return Telemetry.of(List.of(new CapturedEnvelope(recording.name(), EnvelopeReader.read(recording.open()))));
    }
}
