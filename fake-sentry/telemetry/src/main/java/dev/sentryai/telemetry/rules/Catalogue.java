package dev.sentryai.telemetry.rules;

import dev.sentryai.telemetry.rules.subject.SectionFile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The definitions of all rules, read from {@code catalogue.txt}. Immutable. */
final class Catalogue {

    static final Catalogue BUNDLED = new Catalogue(SectionFile.read(Catalogue.class, "catalogue.txt"));

    private final Map<String, RuleDefinition> byId = new LinkedHashMap<>();

    private Catalogue(SectionFile file) {
        file.sections().forEach((id, lines) -> byId.put(id, definition(id, lines)));
    }

    List<RuleDefinition> all() {
        return List.copyOf(byId.values());
    }

    RuleDefinition get(String id) {
        RuleDefinition definition = byId.get(id);
        if (definition == null) {
            throw new IllegalArgumentException("The catalogue has no rule " + id);
        }
        return definition;
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
        Arrays.stream(text.split("/"))
                .forEach(name -> severities.add(Severity.valueOf(name.strip().toUpperCase(Locale.ROOT))));
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
