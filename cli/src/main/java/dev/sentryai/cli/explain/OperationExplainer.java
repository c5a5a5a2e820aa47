package dev.sentryai.cli.explain;

import dev.sentryai.cli.check.Coverage;
import dev.sentryai.protocol.ConventionsVersion;
import dev.sentryai.protocol.Operation;
import dev.sentryai.protocol.SpanNames;
import java.util.List;
import java.util.Objects;

/** Explains operations. */
record OperationExplainer(ConventionsVersion version) {

    Explanation explain(Operation operation) {
        String name = Objects.requireNonNullElse(operation.operationName(), "");
        List<String> expected = Coverage.expected(name.isEmpty() ? operation.op() : name);
        return new Explanation.Builder()
                .add("replaced", operation.replacement() == null ? "" : "by " + operation.replacement())
                .add("name", name.isEmpty() ? "" : "gen_ai.operation.name = " + name)
                .add("counts as", operation.type().toString())
                .add("span name", operation.deprecated() ? "" : spanName(operation.op()))
                .add("expects", expected)
                .build(operation.op(), operation.deprecated() ? "deprecated operation" : "operation");
    }

    /** The template, made visible by attributes whose values are their keys. */
    private String spanName(String op) {
        return SpanNames.of(version)
                .find(
                        op,
                        key -> key.equals("gen_ai.operation.name")
                                ? op.replaceFirst("^gen_ai\\.", "")
                                : '{' + key + '}')
                .orElse("");
    }
}
