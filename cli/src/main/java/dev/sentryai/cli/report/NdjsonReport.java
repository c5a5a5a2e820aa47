package dev.sentryai.cli.report;

import dev.sentryai.cli.check.Checked;
import dev.sentryai.cli.check.Summary;
import dev.sentryai.cli.json.FindingJson;
import dev.sentryai.cli.json.JsonLine;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One object a line, each with its kind: findings as they come, in the end the summary. */
final class NdjsonReport implements Report {

    private final PrintWriter out;
    private final StoredTally stored;

    NdjsonReport(PrintWriter out, ReportSettings settings) {
        this.out = out;
        this.stored = new StoredTally(settings.relay());
    }

    @Override
    public void add(Checked part) {
        stored.add(part.telemetry());
        part.findings().forEach(finding -> print("finding", FindingJson.of(finding)));
    }

    @Override
    public void end(Summary summary) {
        print("summary", stored.addTo(SummaryJson.of(summary)));
    }

    private void print(String kind, Map<String, @Nullable Object> members) {
        Map<String, @Nullable Object> line = new LinkedHashMap<>();
        line.put("kind", kind);
        line.putAll(members);
        out.print(JsonLine.of(line) + '\n');
    }
}
