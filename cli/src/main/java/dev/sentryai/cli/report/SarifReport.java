package dev.sentryai.cli.report;

import dev.sentryai.cli.check.Checked;
import dev.sentryai.cli.check.Summary;
import dev.sentryai.cli.json.FindingJson;
import dev.sentryai.cli.json.JsonLine;
import dev.sentryai.cli.policy.Verdict;
import dev.sentryai.telemetry.rules.Finding;
import dev.sentryai.telemetry.rules.RuleDefinition;
import dev.sentryai.telemetry.rules.Severity;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * SARIF 2.1.0 with one run. Lines and bytes are those of the decoded envelope. The tool comes last, because only then it is known
 * which rules to describe.
 */
final class SarifReport implements Report {

    private static final String SCHEMA =
            "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json";

    private final PrintWriter out;
    private final String version;
    private boolean started;

    SarifReport(PrintWriter out, ReportSettings settings) {
        this.out = out;
        this.version = settings.version();
        out.print("{\"$schema\":" + JsonLine.of(SCHEMA) + ",\"version\":\"2.1.0\",\"runs\":[{\"results\":[");
    }

    @Override
    public void add(Checked part) {
        Lines lines = new Lines(part.telemetry());
        for (Finding finding : part.findings()) {
            out.print(started ? ",\n" : "\n");
            out.print(JsonLine.of(result(finding, lines.at(finding.location()))));
            started = true;
        }
    }

    private static Map<String, @Nullable Object> result(Finding finding, int line) {
        Map<String, @Nullable Object> result = new LinkedHashMap<>();
        result.put("ruleId", finding.rule());
        result.put("level", level(finding.severity()));
        result.put("message", Map.of("text", finding.message()));
        result.put("locations", List.of(location(finding, line)));
        result.put("partialFingerprints", Map.of("sentryAi/v1", finding.fingerprint()));
        Map<String, @Nullable Object> properties = new LinkedHashMap<>(FindingJson.of(finding));
        properties.keySet().removeAll(List.of("rule", "severity", "message", "file", "offset", "fingerprint"));
        properties.values().removeIf(value -> value == null);
        result.put("properties", properties);
        return result;
    }

    private static Map<String, @Nullable Object> location(Finding finding, int line) {
        Map<String, @Nullable Object> region = new LinkedHashMap<>();
        region.put("startLine", line);
        region.put("byteOffset", finding.location().offset());
        region.put("byteLength", 0);
        Map<String, @Nullable Object> physical = new LinkedHashMap<>();
        physical.put(
                "artifactLocation", Map.of("uri", FileUri.of(finding.location().file())));
        physical.put("region", region);
        Map<String, @Nullable Object> location = new LinkedHashMap<>();
        location.put("physicalLocation", physical);
        if (!finding.spanName().isEmpty()) {
            location.put("logicalLocations", List.of(Map.of("name", finding.spanName(), "kind", "object")));
        }
        return location;
    }

    @Override
    public void end(Summary summary) {
        Map<String, @Nullable Object> driver = new LinkedHashMap<>();
        driver.put("name", "sentry-ai");
        driver.put("version", version);
        driver.put(
                "rules",
                summary.rules().keySet().stream()
                        .map(id -> rule(FindingText.rule(id)))
                        .toList());
        out.print((started ? "\n" : "") + "],\n\"tool\":" + JsonLine.of(Map.of("driver", driver)));
        out.print(",\n\"invocations\":" + JsonLine.of(List.of(invocation(summary.verdict()))));
        out.print(",\n\"properties\":" + JsonLine.of(SummaryJson.of(summary)) + "}]}\n");
    }

    private static Map<String, @Nullable Object> invocation(Verdict verdict) {
        List<Object> notifications = new ArrayList<>();
        verdict.unmet().forEach(unmet -> notifications.add(notification("error", "Expectation not met: " + unmet)));
        verdict.notes().forEach(note -> notifications.add(notification("note", note)));
        Map<String, @Nullable Object> invocation = new LinkedHashMap<>();
        invocation.put("executionSuccessful", true);
        invocation.put("toolExecutionNotifications", notifications);
        return invocation;
    }

    private static Map<String, @Nullable Object> notification(String level, String text) {
        return Map.of("level", level, "message", Map.of("text", text));
    }

    private static Map<String, @Nullable Object> rule(RuleDefinition definition) {
        Map<String, @Nullable Object> rule = new LinkedHashMap<>();
        rule.put("id", definition.id());
        rule.put("shortDescription", Map.of("text", definition.title()));
        rule.put("fullDescription", Map.of("text", definition.title() + ". Source: " + definition.citation()));
        rule.put("help", Map.of("text", "Fix: " + definition.fix() + "\nSee: sentry-ai explain " + definition.id()));
        rule.put("defaultConfiguration", Map.of("level", level(definition.severity())));
        return rule;
    }

    private static String level(Severity severity) {
        return severity == Severity.INFO ? "note" : severity.toString();
    }
}
