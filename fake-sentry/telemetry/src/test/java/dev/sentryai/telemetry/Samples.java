package dev.sentryai.telemetry;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.sentryai.telemetry.envelope.EnvelopeReader;
import java.util.List;

/** Telemetry from hand-written envelopes. Single quotes stand for double ones. */
public final class Samples {

    private static final String CONTAINER =
            "{'type':'span','item_count':1,'content_type':'application/vnd.sentry.items.span.v2+json'}\n";

    private Samples() {}

    /** What is read from an envelope without headers whose items are given, header and payload in turn. */
    public static Telemetry envelope(String... lines) {
        String text = "{}\n" + String.join("\n", lines);
        return Telemetry.of(List.of(new CapturedEnvelope(
                "sample.envelope", EnvelopeReader.parse(text.replace('\'', '"').getBytes(UTF_8)))));
    }

    /** What is read from a container with the given spans. */
    public static Telemetry container(String... spans) {
        return envelope(CONTAINER + "{'version':2,'items':[" + String.join(",", spans) + "]}");
    }

    /** A gen_ai.chat span as the child of a transaction, with the given members of {@code data}. */
    public static SpanRecord chat(String data) {
        return envelope(
                        "{'type':'transaction'}",
                        "{'contexts':{'trace':{'trace_id':'t','span_id':'r'}},'spans':[{'trace_id':'t','span_id':'s',"
                                + "'parent_span_id':'r','op':'gen_ai.chat','data':{" + data + "}}]}")
                .spans()
                .get(1);
    }

    /** A span for a container: start and end in seconds, attributes as {@code 'key':{'value':…,'type':…}}. */
    public static String span(String id, String parent, String times, String attributes) {
        return "{'trace_id':'0123456789abcdef','span_id':'" + id + "',"
                + (parent.isEmpty() ? "" : "'parent_span_id':'" + parent + "',") + "'name':'name of " + id
                + "','status':'ok'," + times + ",'attributes':{" + attributes + "}}";
    }
}
