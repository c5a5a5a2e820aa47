package dev.sentryai.telemetry.rules;

import dev.sentryai.telemetry.rules.subject.SectionFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The definitions of all rules, read from {@code catalogue.txt}. Immutable. */
final class Catalogue {

    static final Catalogue BUNDLED = new Catalogue(SectionFile.read(Catalogue.class, "catalogue.txt"));

    private final Map<String, List<String>> linesById;

    /** Made when they are first asked for, as most telemetry breaks few rules. */
    private final Map<String, RuleDefinition> byId = new ConcurrentHashMap<>();

    private Catalogue(SectionFile file) {
        linesById = file.sections();
    }

    List<RuleDefinition> all() {
        return linesById.keySet().stream().map(this::get).toList();
    }

    RuleDefinition get(String id) {
        RuleDefinition definition = byId.get(id);
        if (definition == null) {
            definition = definition(id);
            byId.put(id, definition);
        }
        return definition;
    }

    private RuleDefinition definition(String id) {
        List<String> lines = linesById.get(id);
        if (lines == null) {
            throw new IllegalArgumentException("The catalogue has no rule " + id);
        }
        return definition(id, lines);
    }

    private static RuleDefinition definition(String id, List<String> lines) {
        Map<String, String> fields = SectionFile.pairs(lines);
        List<Severity> severities = severities(field(id, fields, "severity"));
        return new RuleDefinition(
                id,
                severities.get(0),
                severities.size() > 1 ? severities.get(1) : null,
                field(id, fields, "title"),
                field(id, fields, "message"),
                field(id, fields, "citation"),
                field(id, fields, "fix"),
                Repair.valueOf(fields.getOrDefault("repair", "hint").toUpperCase(Locale.ROOT)));
    }

    private static List<Severity> severities(String text) {
        List<Severity> severities = new ArrayList<>();
        for (String name : text.split("/", -1)) {
            severities.add(Severity.valueOf(name.strip().toUpperCase(Locale.ROOT)));
        }
        return severities;
    }

    private static String field(String id, Map<String, String> fields, String name) {
        @Nullable String value = fields.get(name);
        if (value == null || value.isEmpty()) {
            throw new IllegalStateException("Rule " + id + " of the catalogue lacks " + name);
        }
        return value;
    }
}
