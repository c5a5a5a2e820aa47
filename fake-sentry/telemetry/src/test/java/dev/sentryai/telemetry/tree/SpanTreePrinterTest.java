package dev.sentryai.telemetry.tree;

import static dev.sentryai.telemetry.Samples.container;
import static dev.sentryai.telemetry.Samples.envelope;
import static dev.sentryai.telemetry.Samples.span;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sentryai.fixtures.Recordings;
import dev.sentryai.telemetry.CapturedEnvelope;
import dev.sentryai.telemetry.SpanRecord;
import dev.sentryai.telemetry.Telemetry;
import dev.sentryai.telemetry.Trace;
import dev.sentryai.telemetry.envelope.EnvelopeReader;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SpanTreePrinterTest {

    private static final SpanTreePrinter ASCII = new SpanTreePrinter(Glyphs.ASCII, Decoration.NONE);

    @Test
    void agentRunIsPrintedAsTree() {
        assertThat(SpanTreePrinter.PLAIN.print(recording("sentry-node/v11-openai-tool-loop.envelope")))
                .isEqualTo("""
                        trace 5a6d2d41  agent-run  0.05 s  84 in (32 cached) / 54 out
                        └─ function  agent-run                      0.05 s  ok
                           ├─ gen_ai.chat  gpt-4o-mini              0.04 s  42 in (16 cached) / 27 out  ok
                           │  └─ http.client  POST 127.0.0.1        0.02 s  ok
                           ├─ gen_ai.execute_tool  get_weather     0.22 ms  ok
                           └─ gen_ai.chat  gpt-4o-mini             5.25 ms  42 in (16 cached) / 27 out  ok
                              └─ http.client  POST 127.0.0.1       3.16 ms  ok
                        """);
    }

    @Test
    void asciiServesOtherCharsets() {
        Telemetry telemetry = container(
                span("a", "", "'is_segment':true,'start_timestamp':1,'end_timestamp':2.5", ""),
                span("b", "a", "'start_timestamp':1,'end_timestamp':2", ""),
                span("c", "b", "'start_timestamp':1,'end_timestamp':2", ""),
                span("d", "a", "'start_timestamp':2", ""));

        assertThat(ASCII.print(telemetry)).isEqualTo("""
                        trace 01234567  name of a  1.50 s
                        `- default  name of a            1.50 s  ok
                           |- default  name of b         1.00 s  ok
                           |  `- default  name of c      1.00 s  ok
                           `- default  name of d     unfinished  ok
                        """);
    }

    @Test
    void siblingsAreOrderedByStart() {
        Telemetry telemetry = container(
                span("late", "a", "'start_timestamp':3", ""),
                span("never", "a", "'end_timestamp':3", ""),
                span("early", "a", "'start_timestamp':2", ""),
                span("a", "", "'start_timestamp':1", ""));

        assertThat(ASCII.print(telemetry)).containsSubsequence("of a", "of early", "of late", "of never");
    }

    @Test
    void orphansStandUnderTheirSegmentOrOnTop() {
        String segment = "'sentry.segment.id':{'value':'a','type':'string'}";
        Telemetry telemetry = container(
                span("a", "remote", "'is_segment':true,'start_timestamp':1,'end_timestamp':2", ""),
                span("b", "lost", "'start_timestamp':1,'end_timestamp':2", segment),
                span("c", "lost", "'start_timestamp':2,'end_timestamp':3", ""));

        assertThat(ASCII.print(telemetry)).isEqualTo("""
                        trace 01234567  name of a  1.00 s
                        |- default  name of a         1.00 s  ok
                        |  `- default  name of b      1.00 s  ok  (parent lost not found)
                        `- default  name of c         1.00 s  ok  (parent lost not found)
                        """);
    }

    @Test
    void spansThatAreEachOthersParentsAppearOnce() {
        Telemetry telemetry = container(
                span("a", "b", "'start_timestamp':1", ""),
                span("b", "c", "'start_timestamp':1", ""),
                span("c", "a", "'start_timestamp':1", ""),
                span("d", "c", "'start_timestamp':1", ""),
                span("e", "e", "'start_timestamp':1", ""));

        assertThat(SpanTree.of(telemetry.traces().get(0)).roots()).hasSize(2).allMatch(SpanTree.Node::isOrphan);
        assertThat(ASCII.print(telemetry).lines()).hasSize(6);
    }

    @Test
    void spansWithOneIdAppearAllTheSame() {
        Telemetry telemetry = container(
                span("a", "", "'start_timestamp':1", ""),
                span("b", "a", "'start_timestamp':2", ""),
                span("b", "a", "'start_timestamp':3", ""),
                span("c", "b", "'start_timestamp':4", ""));

        assertThat(ASCII.print(telemetry).lines()).hasSize(5);
    }

    @Test
    void depthFromOutsideIsNoDanger() {
        int depth = 20_000;
        String spans = IntStream.range(0, depth)
                .mapToObj(i -> "{'trace_id':'t','span_id':'" + (i + 1) + "','parent_span_id':'" + i + "'}")
                .collect(Collectors.joining(","));

        assertThat(ASCII.print(container(spans)).lines()).hasSize(depth + 1);
    }

    @Test
    void controlCharactersAreStripped() {
        Telemetry telemetry = envelope(
                "{'type':'span'}",
                "{'trace_id':'t\\u0007','span_id':'s','op':'gen_ai.\\u001b[31mchat','status':'\\u202eko','description':'a\\nb',"
                        + "'data':{'gen_ai.request.model':'gpt\\u009b2J\\u0000-4o'}}");

        assertThat(ASCII.print(telemetry).lines())
                .containsExactly("trace t", "`- gen_ai.chat  gpt -4o  unfinished  ko");
    }

    @Test
    void decorationSeesEveryPiece() {
        Decoration tags = (role, text) -> "<" + role.name().charAt(0) + ":" + text + ">";
        Telemetry telemetry = container(span(
                "a",
                "gone",
                "'start_timestamp':1,'end_timestamp':2",
                "'sentry.op':{'value':'gen_ai.chat'},'gen_ai.request.model':{'value':'m'},"
                        + "'gen_ai.usage.output_tokens':{'value':3}"));

        assertThat(new SpanTreePrinter(Glyphs.ASCII, tags).print(telemetry)).isEqualTo("""
                        <T:trace 01234567>  <T:? in / 3 out>
                        <G:`- ><O:gen_ai.chat>  <S:m>      <D:1.00 s>  <T:? in / 3 out>  <S:ok>  <O:(parent gone not found)>
                        """);
    }

    @Test
    void remarksStandBesideTheTraceAndBelowTheSpansThatAreKept() {
        Trace trace = container(
                        span("a", "", "'start_timestamp':1", ""),
                        span("b", "a", "'start_timestamp':2", ""),
                        span("c", "b", "'start_timestamp':3", ""),
                        span("d", "a", "'start_timestamp':4", ""))
                .traces()
                .get(0);
        TreeRemarks remarks = new TreeRemarks() {
            @Override
            public List<String> below(SpanRecord span) {
                return "d".equals(span.spanId()) ? List.of() : List.of("one", "two");
            }

            @Override
            public List<String> beside(SpanRecord span) {
                return "b".equals(span.spanId()) ? List.of("here") : List.of();
            }

            @Override
            public List<String> beside(Trace subject) {
                return List.of(subject.spans().size() + " spans");
            }
        };

        SpanTree part = SpanTree.of(trace).keeping(span -> "b".equals(span.spanId()));

        assertThat(ASCII.print(trace, part, remarks)).isEqualTo("""
                        trace 01234567  4 spans
                        `- default  name of a     unfinished  ok
                           |  one
                           |  two
                           `- default  name of b  unfinished  here  ok
                                 one
                                 two
                        """);
        assertThat(ASCII.print(trace, SpanTree.of(trace).keeping(span -> false), remarks))
                .isEqualTo("trace 01234567  4 spans\n");
    }

    @Test
    void nothingIsPrintedForNothing() {
        assertThat(ASCII.print(Telemetry.EMPTY)).isEmpty();
    }

    private static Telemetry recording(String name) {
        return Telemetry.of(List.of(new CapturedEnvelope(
                name, EnvelopeReader.read(Recordings.get(name).open()))));
    }
}
