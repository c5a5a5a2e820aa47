package dev.sentryai.telemetry.rules.subject;

import dev.sentryai.protocol.AttributeDefinition;
import dev.sentryai.protocol.AttributeRegistry;
import dev.sentryai.protocol.ConventionsVersion;
import dev.sentryai.protocol.GenAiAttributes;
import dev.sentryai.protocol.GenAiOps;
import dev.sentryai.protocol.Operation;
import dev.sentryai.protocol.OperationRegistry;
import dev.sentryai.protocol.OperationType;
import dev.sentryai.protocol.SpanNames;
import dev.sentryai.protocol.UnregisteredAttribute;
import dev.sentryai.protocol.WellKnownValue;
import dev.sentryai.protocol.WellKnownValues;
import dev.sentryai.telemetry.rules.fact.AttributeKey;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One version of the conventions with the questions that rules ask about it. Thread-safe. */
public final class Conventions {

    private static final String SUFFIX = "<key>";

    /** What older SDKs and Relay write where there is no op. */
    private static final String NO_OP = "default";

    /** Telemetry has a few dozen; more come from someone who makes them up. */
    private static final int MAX_KINDS = 1000;

    private final ConventionsVersion version;
    private final AttributeRegistry attributes;
    private final OperationRegistry operations;
    private final WellKnownValues values;
    private final SpanNames names;
    private final AttributeKeys keys;

    /** Made when the first key is unknown, which it is not in most runs. */
    private volatile @Nullable SimilarKeys similarKeys;

    private final Map<String, String> dynamicKeys = new HashMap<>();
    private final Set<String> namespaces = new HashSet<>();

    /** By op, then by operation name, where nothing stands for none. */
    private final Map<String, Map<String, SpanKind>> kinds = new ConcurrentHashMap<>();

    private Conventions(ConventionsVersion version) {
        this.version = version;
        this.attributes = AttributeRegistry.of(version);
        this.operations = OperationRegistry.of(version);
        this.values = WellKnownValues.of(version);
        this.names = SpanNames.of(version);
        this.keys = new AttributeKeys(this, attributes);
        attributes.all().stream()
                .map(AttributeDefinition::key)
                .filter(key -> key.endsWith(SUFFIX))
                .forEach(this::addDynamicKey);
        attributes.all().stream()
                .map(AttributeDefinition::key)
                .filter(key -> key.indexOf('.') > 0)
                .forEach(key -> namespaces.add(key.substring(0, key.indexOf('.'))));
    }

    private void addDynamicKey(String key) {
        String prefix = key.substring(0, key.length() - SUFFIX.length());
        dynamicKeys.put(prefix, key);
        dynamicKeys.put(prefix.substring(0, prefix.length() - 1), key);
    }

    public static Conventions of(ConventionsVersion version) {
        return new Conventions(version);
    }

    public ConventionsVersion version() {
        return version;
    }

    // --- Attributes ---

    public Optional<AttributeDefinition> attribute(String key) {
        return attributes.find(key);
    }

    public Optional<UnregisteredAttribute> unregistered(String key) {
        return attributes.findUnregistered(key);
    }

    /** What the key tells. */
    public AttributeKey key(String name) {
        return keys.get(name);
    }

    private SimilarKeys similarKeys() {
        SimilarKeys known = similarKeys;
        if (known == null) {
            known = new SimilarKeys(attributes.all().stream()
                    .filter(definition -> !definition.isDynamic() && liveKey(definition) != null)
                    .map(AttributeDefinition::key)
                    .filter(key -> key.startsWith("gen_ai."))
                    .toList());
            similarKeys = known;
        }
        return known;
    }

    /** The key in force that was probably meant. */
    public Optional<String> similarTo(String key) {
        return similarKeys().closestTo(key).flatMap(attributes::find).map(Conventions::liveKey);
    }

    private static @Nullable String liveKey(AttributeDefinition definition) {
        return definition.deprecation() == null
                ? definition.key()
                : definition.deprecation().replacement();
    }

    /** The dynamic key of which only the fixed part was sent, with or without its last dot. */
    public Optional<String> dynamicKey(String key) {
        return Optional.ofNullable(dynamicKeys.get(key));
    }

    /** Whether the registry has keys that begin like this one, so that it may be one of those that we do not carry. */
    public boolean knowsNamespaceOf(String key) {
        int dot = key.indexOf('.');
        return dot >= 0
                ? namespaces.contains(key.substring(0, dot))
                : attributes.find(key).isPresent();
    }

    /** The newest version, if it has the key and this one does not yet. */
    public Optional<ConventionsVersion> laterVersionWith(String key) {
        ConventionsVersion newest = ConventionsVersion.newest();
        return AttributeRegistry.of(newest)
                .find(key)
                .filter(definition -> !definition.isDeprecated() && version != newest)
                .map(definition -> newest);
    }

    /** What is known about a value of an attribute. */
    public Optional<WellKnownValue> value(String key, String value) {
        return values.find(key, value);
    }

    /** Whether the attribute takes no other values than those that are known. */
    public boolean isUnknownValue(String key, @Nullable Object value) {
        return value instanceof String text
                && !values.all(key).isEmpty()
                && values.find(key, text).isEmpty();
    }

    /** The values of an attribute in force, for messages. */
    public String knownValues(String key) {
        return values.all(key).stream()
                .filter(value -> value.status() == WellKnownValue.Status.CURRENT)
                .map(WellKnownValue::value)
                .collect(Collectors.joining(", "));
    }

    /** The value in force that was probably meant. */
    public Optional<String> similarValue(String key, String value) {
        return new SimilarKeys(values.all(key).stream()
                        .filter(known -> known.status() == WellKnownValue.Status.CURRENT)
                        .map(WellKnownValue::value)
                        .toList())
                .closestTo(value);
    }

    // --- Operations ---

    /** What a span is, judged by its op and its operation name as they were sent. */
    SpanKind kind(@Nullable String op, @Nullable String operationName) {
        Map<String, SpanKind> ofOp = kinds.get(op == null ? "" : op);
        SpanKind known = ofOp == null ? null : ofOp.get(operationName == null ? "" : operationName);
        if (known == null) {
            known = SpanKind.of(this, usable(op).filter(name -> !name.equals(NO_OP)), usable(operationName));
            if (kinds.size() < MAX_KINDS && (ofOp == null || ofOp.size() < MAX_KINDS)) {
                kinds.computeIfAbsent(op == null ? "" : op, key -> new ConcurrentHashMap<>())
                        .put(operationName == null ? "" : operationName, known);
            }
        }
        return known;
    }

    private static Optional<String> usable(@Nullable String name) {
        return name == null || name.isBlank() ? Optional.empty() : Optional.of(name);
    }

    public Optional<Operation> operation(String op) {
        return operations.findByOp(op);
    }

    /** The op that goes with an operation name. */
    public Optional<String> opOfName(String operationName) {
        if (isMemory(operationName)) {
            return Optional.of(GenAiOps.MEMORY_CLIENT);
        }
        String current = current(operationName);
        return operations.all().stream()
                .filter(operation -> current.equals(operation.operationName()))
                .map(Operation::op)
                .findFirst();
    }

    /** The operation name that goes with an op; empty if none or several do. */
    public Optional<String> operationNameOf(String op) {
        Operation operation = operations.findByOp(op).orElse(null);
        if (operation == null || operation.replacement() == null) {
            return Optional.ofNullable(operation).map(Operation::operationName);
        }
        return operationNameOf(operation.replacement());
    }

    /** Whether op and operation name can stand on one span. An op that nobody registered is a matter of its own. */
    public boolean fits(String op, String operationName) {
        if (operations.findByOp(op).isPresent()) {
            return operationNameOf(op).filter(current(operationName)::equals).isPresent()
                    || op.equals("gen_ai." + operationName);
        }
        return op.startsWith("gen_ai.") || op.startsWith("ai.") || op.startsWith(operationName);
    }

    /** Memory operations share one op, so they are known by their type. */
    public boolean isMemory(String operationName) {
        return operations.findByOp(GenAiOps.MEMORY_CLIENT).isPresent()
                && OperationType.infer(operationName, null).equals(Optional.of(OperationType.MEMORY));
    }

    public OperationType type(@Nullable String op, @Nullable String operationName) {
        return OperationType.infer(operationName, op).orElse(OperationType.OTHER);
    }

    /** Whether this is known to be a call of a model that has not been given up. */
    public boolean isModelCall(@Nullable String op, @Nullable String operationName) {
        Optional<String> known = operationName == null ? Optional.ofNullable(op) : opOfName(operationName);
        return known.flatMap(operations::findByOp)
                .filter(operation -> operation.type() == OperationType.AI_CLIENT)
                .filter(operation -> !operation.deprecated() || operation.replacement() != null)
                .isPresent();
    }

    private String current(String operationName) {
        return values.find(GenAiAttributes.OPERATION_NAME, operationName)
                .map(WellKnownValue::replacement)
                .orElse(operationName);
    }

    /** The op that was probably meant. */
    public Optional<String> similarOp(String op) {
        return new SimilarKeys(operations.all().stream()
                        .filter(operation -> !operation.deprecated())
                        .map(Operation::op)
                        .toList())
                .closestTo(op);
    }

    /** The newest version, if it has the op and this one does not yet. */
    public Optional<ConventionsVersion> laterVersionWithOp(String op) {
        ConventionsVersion newest = ConventionsVersion.newest();
        return OperationRegistry.of(newest)
                .findByOp(op)
                .filter(operation -> !operation.deprecated() && version != newest)
                .map(operation -> newest);
    }

    /** The newest version, if it has the operation name and this one does not yet. */
    public Optional<ConventionsVersion> laterVersionWithOperation(String operationName) {
        ConventionsVersion newest = ConventionsVersion.newest();
        return WellKnownValues.of(newest)
                .find(GenAiAttributes.OPERATION_NAME, operationName)
                .filter(value -> version != newest)
                .map(value -> newest);
    }

    // --- Span names ---

    /** The name that the conventions give to such a span; empty if they have none. */
    public Optional<String> spanName(String op, Function<String, ? extends @Nullable Object> sent) {
        return names.find(op, sent);
    }

    /** Whether a span has the name that the conventions give it, or they have none. */
    public boolean isSpanName(String name, String op, Function<String, ? extends @Nullable Object> sent) {
        return names.fits(name, op, sent);
    }

    /** Whether it is the name of a span that says nothing of itself. */
    public boolean isFallbackName(String name) {
        return names.isFallback(name);
    }
}
