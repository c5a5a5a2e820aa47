package dev.sentryai.runtime;

import dev.sentryai.protocol.AttributeRegistry;
import dev.sentryai.protocol.ConventionsVersion;
import dev.sentryai.protocol.Deprecation;
import dev.sentryai.protocol.DeprecationStatus;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The former names of attributes whose values kept their form, for servers that know no others. */
final class DeprecatedNames {

    private static final Map<String, List<String>> FORMER = former();

    private DeprecatedNames() {}

    private static Map<String, List<String>> former() {
        Map<String, List<String>> former = new HashMap<>();
        AttributeRegistry.of(ConventionsVersion.newest()).all().forEach(attribute -> {
            Deprecation deprecation = attribute.deprecation();
            if (attribute.key().startsWith("gen_ai.")
                    && deprecation != null
                    && deprecation.replacement() != null
                    && keepsItsForm(deprecation.status())) {
                former.computeIfAbsent(deprecation.replacement(), key -> new ArrayList<>())
                        .add(attribute.key());
            }
        });
        return former;
    }

    private static boolean keepsItsForm(DeprecationStatus status) {
        return status == DeprecationStatus.BACKFILL || status == DeprecationStatus.NORMALIZE;
    }

    static void addTo(Map<String, Object> attributes) {
        Map.copyOf(attributes)
                .forEach((key, value) -> FORMER.getOrDefault(key, List.of())
                        .forEach(formerKey -> attributes.putIfAbsent(formerKey, value)));
    }
}
