package dev.sentryai.telemetry.repair;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sentryai.protocol.ConventionsVersion;
import dev.sentryai.telemetry.CapturedEnvelope;
import dev.sentryai.telemetry.Telemetry;
import dev.sentryai.telemetry.envelope.EnvelopeReader;
import dev.sentryai.telemetry.envelope.EnvelopeWriter;
import dev.sentryai.telemetry.rules.Finding;
import dev.sentryai.telemetry.rules.Repair;
import dev.sentryai.telemetry.rules.RuleDefinition;
import dev.sentryai.telemetry.rules.Rules;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class RepairerTest {

    private static final Rules RULES = Rules.of(ConventionsVersion.newest());
    private static final String HEADER = "{\"sent_at\":\"2026-11-20T15:40:44.000Z\"}";
    private static final String SPAN = "{\"trace_id\":\"182ef34038324c4eaccfa93bfb2f927e\",\"span_id\":\"%s\",%s"
            + "\"name\":\"%s\",\"status\":\"ok\",\"start_timestamp\":1795189242.50,\"end_timestamp\":1795189243.25,"
            + "\"is_segment\":%s,\"attributes\":{%s}}";

    @Test
    void rulesThatSayAutoAreThoseWithARepair() {
        assertThat(Rules.definitions())
                .filteredOn(definition -> definition.repair() == Repair.AUTO)
                .extracting(RuleDefinition::id)
                .containsExactlyElementsOf(Repairer.repairable());
    }

    @Test
    void nothingElseChanges() {
        String before =
                HEADER + "\r\n\n{\"type\":\"unheard\" }\n\u0001 no JSON \r\n{ \"type\": \"transaction\",\t\"length\": ";
        String payload = "{ \"transaction\": \"ch\\u0061t\",\n\"x\":1.50, \"x\": 1e3, \"contexts\" : {\"trace\":"
                + " {\"op\":\"gen_ai.chat\", \"data\" : {\"gen_ai.operation.name\":\"chat\", \"gen_ai.system\" : \"openai\" , \"é\":[ ]}}}}";
        String after = "}\r\n%s\r\n{\"type\":\"log\",\"length\":3}\na\nb\n\n";

        String repaired = repair(before + length(payload) + after.formatted(payload));

        String fixed = payload.replace("gen_ai.system", "gen_ai.provider.name");
        assertThat(repaired).isEqualTo(before + length(fixed) + after.formatted(fixed));
    }

    @Test
    void lengthIsThatOfTheNewPayload() {
        String payload = container(
                span(
                        "8f22363dc7a14691",
                        "",
                        "chat gpt-4o",
                        "true",
                        "\"gen_ai.system\":"
                                + "{\"value\":\"öpenai\",\"type\":\"string\"},\"sentry.op\":{\"value\":\"gen_ai.chat\",\"type\":\"string\"}"));

        String repaired = repair(envelope(payload));

        String[] lines = repaired.split("\n");
        assertThat(lines[1]).contains("\"length\":" + length(lines[2]));
        assertThat(length(lines[2])).isNotEqualTo(length(payload));
    }

    @Test
    void segmentIsThatOfTheSpansAbove() {
        String root = span("b52170035b3248eb", "", "POST /chat", "true", "");
        String child = span("8f22363dc7a14691", "\"parent_span_id\":\"b52170035b3248eb\",", "work", "false", "");

        String repaired = repair(envelope(container(root + ',' + child)));

        assertThat(repaired.split("\"span_id\":\"8f22363dc7a14691\"")[1])
                .contains("\"sentry.segment.id\":{\"value\":\"b52170035b3248eb\",\"type\":\"string\"}")
                .contains("\"sentry.segment.name\":{\"value\":\"POST /chat\",\"type\":\"string\"}");
    }

    @Test
    void conversationGoesToTheSpansOfOtherEnvelopes() {
        String op = "\"sentry.op\":{\"value\":\"gen_ai.chat\",\"type\":\"string\"}";
        String id = ",\"gen_ai.conversation.id\":{\"value\":\"c1\",\"type\":\"string\"}";
        List<CapturedEnvelope> both = List.of(
                captured("a", envelope(container(span("8f22363dc7a14691", "", "chat", "true", op + id)))),
                captured("b", envelope(container(span("8f22363dc7a14692", "", "chat", "true", op)))));

        List<Repaired> repaired = new Repairer(RULES).repair(both);

        assertThat(text(repaired.get(1))).contains(id.substring(1));
        assertThat(repaired.get(1).fixed()).containsEntry("GENAI217", 1);
        assertThat(repaired).extracting(result -> result.captured().file()).containsExactly("a", "b");
    }

    @Test
    void whatIsSoundStaysTheSameObject() {
        CapturedEnvelope sound = captured("a", HEADER + "\n");

        Repaired repaired = new Repairer(RULES).repair(List.of(sound)).get(0);

        assertThat(repaired.captured()).isSameAs(sound);
        assertThat(repaired.count()).isZero();
    }

    private static String repair(String envelope) {
        CapturedEnvelope broken = captured("a", envelope);
        List<Finding> before = RULES.check(Telemetry.of(List.of(broken)));
        Repaired repaired = new Repairer(RULES).repair(List.of(broken)).get(0);
        assertThat(before).isNotEmpty();
        return text(repaired);
    }

    private static String text(Repaired repaired) {
        return new String(EnvelopeWriter.toBytes(repaired.captured().envelope()), StandardCharsets.UTF_8);
    }

    private static CapturedEnvelope captured(String file, String envelope) {
        return new CapturedEnvelope(file, EnvelopeReader.parse(envelope.getBytes(StandardCharsets.UTF_8)));
    }

    private static String envelope(String payload) {
        return HEADER + "\n{\"type\":\"span\",\"item_count\":1,\"length\":" + length(payload)
                + ",\"content_type\":\"application/vnd.sentry.items.span.v2+json\"}\n" + payload + "\n";
    }

    private static String container(String spans) {
        return "{\"version\":2,\"items\":[" + spans + "]}";
    }

    private static String span(String id, String parent, String name, String segment, String attributes) {
        return SPAN.formatted(id, parent, name, segment, attributes);
    }

    private static int length(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
