package dev.sentryai.cli.explain;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sentryai.cli.config.Config;
import dev.sentryai.protocol.ConventionsVersion;
import dev.sentryai.telemetry.CapturedEnvelope;
import dev.sentryai.telemetry.Telemetry;
import dev.sentryai.telemetry.envelope.EnvelopeReader;
import dev.sentryai.telemetry.envelope.MalformedEnvelopeException;
import dev.sentryai.telemetry.rules.Finding;
import dev.sentryai.telemetry.rules.RuleDefinition;
import dev.sentryai.telemetry.rules.RuleExample;
import dev.sentryai.telemetry.rules.Rules;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Examples are true: the rule finds something in what is called bad, and nothing in what is called good. */
class ExamplesTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String TRACE = "4c79f60c11214eb38604f4ae0781bfb2";
    private static final String ROOT = "0c79f60c11214eb3";

    @TempDir
    private Path directory;

    static Stream<String> rules() {
        return Rules.definitions().stream()
                .map(RuleDefinition::id)
                .filter(id -> RuleExample.of(id).isPresent());
    }

    @ParameterizedTest
    @MethodSource("rules")
    void badIsFoundAndGoodIsNot(String rule) throws Exception {
        RuleExample example = RuleExample.of(rule).orElseThrow();
        Config settings = settings(example);

        assertThat(findings(example.bad(), settings)).contains(rule);
        assertThat(findings(example.good(), settings)).doesNotContain(rule);
    }

    private Config settings(RuleExample example) throws IOException {
        return example.settings() == null
                ? Config.NONE
                : Config.read(Files.writeString(directory.resolve("sentry-ai.yml"), example.settings()));
    }

    private static List<String> findings(List<String> example, Config settings) throws Exception {
        String envelope =
                example.size() > 1 || !isSpan(example.get(0)) ? String.join("\n", example) : around(example.get(0));
        try {
            Telemetry telemetry = Telemetry.of(List.of(
                    new CapturedEnvelope("example", EnvelopeReader.parse(envelope.getBytes(StandardCharsets.UTF_8)))));
            return rules(settings).check(telemetry).stream().map(Finding::rule).toList();
        } catch (MalformedEnvelopeException e) {
            return List.of(Rules.unreadable("example", e).rule());
        }
    }

    private static Rules rules(Config settings) {
        return Rules.of(Objects.requireNonNullElse(settings.conventions(), ConventionsVersion.newest()))
                .with(settings.policy());
    }

    private static boolean isSpan(String text) {
        return text.contains("\"data\"") || text.contains("\"attributes\"") || text.contains("\"op\"");
    }

    /** An envelope in which nothing else is wrong than what the example says. */
    private static String around(String example) throws Exception {
        ObjectNode span = JSON.createObjectNode()
                .put("trace_id", TRACE)
                .put("span_id", "8c79f60c11214eb3")
                .put("parent_span_id", ROOT)
                .put("start_timestamp", 1700000000.0)
                .put("status", "ok");
        boolean streamed = example.contains("\"attributes\"");
        span.put(streamed ? "end_timestamp" : "timestamp", 1700000001.0);
        span.setAll((ObjectNode) JSON.readTree(example));
        return streamed ? container(span) : transaction(span);
    }

    private static String container(ObjectNode span) {
        return """
                {"trace":{"trace_id":"%s","public_key":"key"}}
                {"type":"span","item_count":1,"content_type":"application/vnd.sentry.items.span.v2+json"}
                {"items":[%s]}""".formatted(TRACE, span);
    }

    private static String transaction(ObjectNode span) {
        return """
                {"event_id":"9ec79c33ec9942ab8353589fcb2e04dc"}
                {"type":"transaction"}
                {"event_id":"9ec79c33ec9942ab8353589fcb2e04dc","transaction":"GET /","start_timestamp":1700000000,\
                "timestamp":1700000002,"contexts":{"trace":{"op":"http.server","trace_id":"%s","span_id":"%s","status":"ok"}},\
                "spans":[%s]}""".formatted(TRACE, ROOT, span);
    }
}
