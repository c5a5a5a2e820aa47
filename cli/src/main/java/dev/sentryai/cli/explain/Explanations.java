package dev.sentryai.cli.explain;

import dev.sentryai.protocol.AttributeDefinition;
import dev.sentryai.protocol.AttributeRegistry;
import dev.sentryai.protocol.ConventionsVersion;
import dev.sentryai.protocol.Operation;
import dev.sentryai.protocol.OperationRegistry;
import dev.sentryai.telemetry.rules.RuleDefinition;
import dev.sentryai.telemetry.rules.Rules;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds what is known about a thing, without any network.
 *
 * @param version of the conventions that speak
 */
public record Explanations(ConventionsVersion version) {

    /**
     * Explains a rule, an attribute or an operation.
     *
     * @param what the id of a rule, the key of an attribute, an op or an operation's name
     * @return empty if nothing is known by that name
     */
    public Optional<Explanation> find(String what) {
        return rule(what).or(() -> operation(what)).or(() -> attribute(what));
    }

    private static Optional<Explanation> rule(String what) {
        return Rules.definitions().stream()
                .filter(rule -> rule.id().equals(what.toUpperCase(Locale.ROOT)))
                .findFirst()
                .map(RuleExplainer::explain);
    }

    private Optional<Explanation> operation(String what) {
        return OperationRegistry.of(version).all().stream()
                .filter(operation -> what.equals(operation.op()) || what.equals(operation.operationName()))
                .findFirst()
                .map(operation -> new OperationExplainer(version).explain(operation));
    }

    private Optional<Explanation> attribute(String what) {
        AttributeExplainer explainer = new AttributeExplainer(version);
        AttributeRegistry attributes = AttributeRegistry.of(version);
        return attributes
                .find(what)
                .map(explainer::explain)
                .or(() -> attributes.findUnregistered(what).map(AttributeExplainer::explain));
    }

    /**
     * Everything that can be explained.
     *
     * @return ids, ops, operation names and keys
     */
    public List<String> names() {
        return Stream.of(
                        Rules.definitions().stream().map(RuleDefinition::id),
                        OperationRegistry.of(version).all().stream().map(Operation::op),
                        AttributeRegistry.of(version).all().stream().map(AttributeDefinition::key))
                .flatMap(names -> names)
                .toList();
    }
}
