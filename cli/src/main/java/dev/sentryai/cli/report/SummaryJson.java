package dev.sentryai.cli.report;

import dev.sentryai.cli.check.Summary;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The summary in the shape that JSON has. It is an interface: fields are only ever added. */
final class SummaryJson {

    private SummaryJson() {}

    static Map<String, @Nullable Object> of(Summary summary) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>(summary.counts());
        json.put("rules", summary.rules());
        return json;
    }
}
