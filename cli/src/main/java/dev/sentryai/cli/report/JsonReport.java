package dev.sentryai.cli.report;

import dev.sentryai.cli.check.Checked;
import dev.sentryai.cli.check.Summary;
import dev.sentryai.cli.json.FindingJson;
import dev.sentryai.cli.json.JsonLine;
import dev.sentryai.telemetry.rules.Finding;
import java.io.PrintWriter;

/** One object: every finding on a line of its own, then the summary. */
final class JsonReport implements Report {

    private final PrintWriter out;
    private final StoredTally stored;
    private boolean started;

    JsonReport(PrintWriter out, ReportSettings settings) {
        this.out = out;
        this.stored = new StoredTally(settings.relay());
        out.print("{\"findings\":[");
    }

    @Override
    public void add(Checked part) {
        stored.add(part.telemetry());
        for (Finding finding : part.findings()) {
            out.print(started ? ",\n" : "\n");
            out.print(JsonLine.of(FindingJson.of(finding)));
            started = true;
        }
    }

    @Override
    public void end(Summary summary) {
        out.print((started ? "\n" : "") + "],\n\"summary\":" + JsonLine.of(stored.addTo(SummaryJson.of(summary)))
                + "}\n");
    }
}
