package dev.sentryai.protocol;

import dev.sentryai.protocol.DataFile.Row;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The values that attributes and members of messages commonly have under one version of the conventions. Other values may be fine:
 * a provider's or a user's own. Immutable and thread-safe; loaded when first asked for.
 */
public final class WellKnownValues {

    /** In place of an attribute's key: the roles of messages. */
    public static final String MESSAGE_ROLE = "message.role";

    /** In place of an attribute's key: why models stop, in the words of the conventions and of the providers. */
    public static final String MESSAGE_FINISH_REASON = "message.finish_reason";

    /** In place of an attribute's key: the types of message parts. */
    public static final String PART_TYPE = "part.type";

    /** In place of an attribute's key: the modalities of message parts. */
    public static final String PART_MODALITY = "part.modality";

    private static final PerVersion<WellKnownValues> VALUES = new PerVersion<>(WellKnownValues::new);

    private final Map<String, Map<String, WellKnownValue>> values = new LinkedHashMap<>();

    private WellKnownValues(ConventionsVersion version) {
        for (Row row : DataFile.rows("values", version)) {
            WellKnownValue value =
                    new WellKnownValue(row.text(1), row.constant(2, WellKnownValue.Status.class), row.optional(3));
            values.computeIfAbsent(row.text(0), key -> new LinkedHashMap<>()).put(value.value(), value);
        }
    }

    /** Returns the values of that version. */
    public static WellKnownValues of(ConventionsVersion version) {
        return VALUES.get(version);
    }

    /** Returns the keys whose values are known: attributes and the constants of this class. */
    public Set<String> keys() {
        return Collections.unmodifiableSet(values.keySet());
    }

    /** Returns the known values of the attribute, those in force first; empty if none are known. */
    public Collection<WellKnownValue> all(String key) {
        return Collections.unmodifiableCollection(valuesOf(key).values());
    }

    /** Returns what is known about a value of the attribute; empty if nothing is. Upper and lower case differ. */
    public Optional<WellKnownValue> find(String key, String value) {
        return Optional.ofNullable(valuesOf(key).get(value));
    }

    private Map<String, WellKnownValue> valuesOf(String key) {
        return values.getOrDefault(key, Map.of());
    }
}
