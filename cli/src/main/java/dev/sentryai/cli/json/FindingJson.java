package dev.sentryai.cli.json;

import dev.sentryai.telemetry.rules.Finding;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Findings in the shape that {@code validate --format json} has. It is an interface: fields are only ever added. */
public final class FindingJson {

    private FindingJson() {}

    /**
     * One finding.
     *
     * @param finding any
     * @return a new map in the order of the interface
     */
    public static Map<String, @Nullable Object> of(Finding finding) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("rule", finding.rule());
        json.put("severity", finding.severity().toString());
        json.put("message", finding.message());
        json.put("file", finding.location().file());
        json.put("item", finding.location().item());
        json.put("span_id", finding.spanId());
        json.put("span_name", finding.spanName());
        json.put("attribute", finding.attribute());
        json.put("pointer", finding.pointer());
        json.put("offset", finding.offset());
        json.put("expected", finding.expected());
        json.put("actual", finding.actual());
        json.put("fix", finding.fix());
        json.put("fingerprint", finding.fingerprint());
        return json;
    }
}
