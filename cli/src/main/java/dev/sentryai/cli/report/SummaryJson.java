package dev.sentryai.cli.report;

import dev.sentryai.cli.check.Coverage;
import dev.sentryai.cli.check.Summary;
import dev.sentryai.telemetry.rules.Severity;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The summary in the shape that JSON has. It is an interface: fields are only ever added. */
final class SummaryJson {

    private SummaryJson() {}

    static Map<String, @Nullable Object> of(Summary summary) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("files", summary.scope().files());
        json.put("envelopes", summary.scope().envelopes());
        json.put("spans", summary.scope().spans());
        json.put("ai_spans", summary.scope().aiSpans());
        json.put("errors", summary.count(Severity.ERROR));
        json.put("warnings", summary.count(Severity.WARNING));
        json.put("infos", summary.count(Severity.INFO));
        json.put("rules", summary.rules());
        json.put("suppressed", summary.verdict().suppressed());
        json.put("baselined", summary.verdict().baselined());
        json.put("notes", summary.verdict().notes());
        json.put("unmet", summary.verdict().unmet());
        json.put("coverage", coverage(summary.coverage()));
        return json;
    }

    private static Map<String, @Nullable Object> coverage(Coverage coverage) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        coverage.operations().forEach((operation, counts) -> {
            Map<String, @Nullable Object> entry = new LinkedHashMap<>();
            entry.put("spans", counts.spans());
            entry.put("seen", counts.seen());
            entry.put("expected", counts.attributes().size());
            entry.put("attributes", counts.attributes());
            json.put(operation, entry);
        });
        return json;
    }
}
