package dev.sentryai.telemetry.cost;

import static dev.sentryai.telemetry.Samples.container;

import dev.sentryai.telemetry.Telemetry;
import java.util.stream.Stream;

/** Spans about AI in one trace. */
final class CostSamples {

    private CostSamples() {}

    /** Returns spans, each given as id, parent, op and then keys and values of attributes; whole numbers are sent as such. */
    static Telemetry spans(String[]... spans) {
        return container(Stream.of(spans).map(CostSamples::json).toArray(String[]::new));
    }

    static String[] span(String id, String parent, String op, String... attributes) {
        return Stream.concat(Stream.of(id, parent, "sentry.op", op), Stream.of(attributes))
                .toArray(String[]::new);
    }

    private static String json(String[] span) {
        StringBuilder attributes = new StringBuilder();
        for (int key = 2; key < span.length; key += 2) {
            String value = span[key + 1];
            boolean isNumber = value.matches("-?\\d+");
            attributes
                    .append(key == 2 ? "" : ",")
                    .append("'" + span[key] + "':{'type':'" + (isNumber ? "integer" : "string") + "','value':")
                    .append(isNumber ? value : "'" + value + "'")
                    .append('}');
        }
        return "{'trace_id':'t','span_id':'" + span[0] + "','parent_span_id':'" + span[1]
                + "','name':'n','status':'ok'," + "'start_timestamp':1,'end_timestamp':2,'attributes':{" + attributes
                + "}}";
    }
}
