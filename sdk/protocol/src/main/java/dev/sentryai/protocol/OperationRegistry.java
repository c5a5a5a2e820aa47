package dev.sentryai.protocol;

import dev.sentryai.protocol.DataFile.Row;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The span ops of one version of the conventions; the operation names are {@link WellKnownValues} of
 * {@link GenAiAttributes#OPERATION_NAME}. Immutable and thread-safe; loaded when first asked for.
 */
public final class OperationRegistry {

    private static final PerVersion<OperationRegistry> REGISTRIES = new PerVersion<>(OperationRegistry::new);

    private final Map<String, Operation> operations = new LinkedHashMap<>();

    private OperationRegistry(ConventionsVersion version) {
        for (Row row : DataFile.rows("operations", version)) {
            operations.put(row.text(0), operation(row));
        }
    }

    /** Returns the registry of that version. */
    public static OperationRegistry of(ConventionsVersion version) {
        return REGISTRIES.get(version);
    }

    /** Returns what the op stands for; empty if the conventions do not have it. */
    public Optional<Operation> findByOp(String op) {
        return Optional.ofNullable(operations.get(op));
    }

    /** Returns all operations. */
    public Collection<Operation> all() {
        return Collections.unmodifiableCollection(operations.values());
    }

    private static Operation operation(Row row) {
        return new Operation(
                row.text(0), row.optional(1), row.constant(2, OperationType.class), row.isPresent(3), row.optional(4));
    }
}
