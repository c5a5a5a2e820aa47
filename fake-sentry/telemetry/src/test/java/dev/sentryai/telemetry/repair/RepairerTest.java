package dev.sentryai.telemetry.repair;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sentryai.protocol.ConventionsVersion;
import dev.sentryai.protocol.json.Json;
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
    void whoCountedMessagesCountsThoseThatAreLeft() {
        String history = attribute(
                "gen_ai.input.messages",
                "[" + message("user") + ',' + message("assistant") + ',' + message("user") + ']');
        String count = ",\"sentry.sdk_meta.gen_ai.input.messages.original_length\":{\"value\":3,\"type\":\"integer\"}";

        String repaired = repair(envelope(container(chat(history + count))));

        assertThat(repaired)
                .contains("original_length\":{\"value\":1,\"type\":\"integer\"}")
                .doesNotContain("assistant");
    }

    @Test
    void instructionsMoveOnceEvenIfTheirPartsAreRepairedToo() {
        String messages = "[" + message("system").replace("\"text\"", "\"input_text\"") + ',' + message("user") + ']';

        String repaired = repair(envelope(container(chat(attribute("gen_ai.input.messages", messages)))));

        assertThat(repaired)
                .contains(
                        "\"gen_ai.system_instructions\":{\"value\":\"[{\\\"type\\\":\\\"text\\\",\\\"content\\\":\\\"Hi\\\"}]\"");
    }

    @Test
    void mediaInTheNotationOfOpenAiBecomeParts() {
        String content =
                "{\"type\":\"text\",\"text\":\"Hear\"},{\"type\":\"input_audio\",\"input_audio\":{\"data\":\"UklGRg==\",\"format\":\"wav\"}},"
                        + "{\"type\":\"file\",\"file\":{\"filename\":\"a.pdf\",\"file_data\":\"data:application/pdf;base64,JVBERi0x\"}},"
                        + "{\"type\":\"file\",\"file\":{\"file_data\":\"data:image/png;base64,iVBORw0K\"}},"
                        + "{\"type\":\"file\",\"file\":{\"file_id\":\"f1\"}}";
        String messages = "[{\"role\":\"user\",\"content\":[" + content + "]}]";

        String repaired = repair(envelope(container(chat(attribute("gen_ai.input.messages", messages)))));

        assertThat(repaired.replace("\\", ""))
                .contains("[{\"role\":\"user\",\"parts\":[{\"type\":\"text\",\"content\":\"Hear\"},"
                        + "{\"type\":\"blob\",\"content\":\"[Blob substitute]\",\"modality\":\"audio\",\"mime_type\":\"audio/wav\"},"
                        + "{\"type\":\"blob\",\"content\":\"[Blob substitute]\",\"modality\":\"document\",\"mime_type\":\"application/pdf\"},"
                        + "{\"type\":\"blob\",\"content\":\"[Blob substitute]\",\"modality\":\"image\",\"mime_type\":\"image/png\"},"
                        + "{\"type\":\"file\",\"file_id\":\"f1\",\"modality\":\"document\"}]}]");
    }

    @Test
    void typesOfGoogleBecomeThoseOfJsonSchema() {
        String parameters = "{\"type\":\"OBJECT\",\"properties\":{\"type\":{\"type\":\"STRING\",\"enum\":[\"STRING\"]},"
                + "\"days\":{\"type\":\"ARRAY\",\"items\":{\"anyOf\":[{\"type\":\"INTEGER\"},{\"type\":\"ODD\"}]}}}}";
        String tools = "[{\"type\":\"function\",\"name\":\"t\",\"parameters\":" + parameters + "}]";

        String repaired = repair(envelope(container(chat(attribute("gen_ai.tool.definitions", tools)))));

        assertThat(repaired.replace("\\", ""))
                .contains(
                        "{\"type\":\"object\",\"properties\":{\"type\":{\"type\":\"string\",\"enum\":[\"STRING\"]},"
                                + "\"days\":{\"type\":\"array\",\"items\":{\"anyOf\":[{\"type\":\"integer\"},{\"type\":\"ODD\"}]}}}}");
    }

    @Test
    void whatIsNotWantedStaysAsItIs() {
        String before = envelope(container(chat(attribute("gen_ai.system", "openai"))));
        CapturedEnvelope broken = captured("a", before);

        Repaired repaired = new Repairer(RULES, finding -> !finding.rule().equals("GENAI064"))
                .repair(List.of(broken))
                .get(0);

        assertThat(text(repaired)).contains("gen_ai.system").doesNotContain("gen_ai.provider.name");
        assertThat(repaired.fixed()).doesNotContainKey("GENAI064");
    }

    private static String chat(String attributes) {
        String op = "\"sentry.op\":{\"value\":\"gen_ai.chat\",\"type\":\"string\"},";
        return span("8f22363dc7a14691", "", "chat gpt-4o", "true", op + attributes);
    }

    private static String attribute(String key, String text) {
        return Json.write(key) + ":{\"value\":" + Json.write(text) + ",\"type\":\"string\"}";
    }

    private static String message(String role) {
        return "{\"role\":\"" + role + "\",\"parts\":[{\"type\":\"text\",\"content\":\"Hi\"}]}";
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
