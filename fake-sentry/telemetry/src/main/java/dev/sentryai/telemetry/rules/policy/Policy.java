package dev.sentryai.telemetry.rules.policy;

import org.jspecify.annotations.Nullable;

/**
 * What an organisation demands of its telemetry beyond the conventions. A rule says nothing about what is not stated. Immutable.
 *
 * @param inputs what was said to models and tools: messages, instructions, tool arguments, texts to embed
 * @param outputs what models and tools answered: messages, tool results
 * @param userIdentity who used the application: {@code user.id}, {@code user.email} and the like
 * @param conversationId the conversation that a call of a model or agent belongs to
 * @param projectId the project that envelopes must be addressed to; null if that is not stated
 * @param budget what calls of models may cost
 */
public record Policy(
        Demand inputs,
        Demand outputs,
        Demand userIdentity,
        Demand conversationId,
        @Nullable String projectId,
        Budget budget) {

    /** Nothing is stated. */
    public static final Policy NONE =
            new Policy(Demand.NOT_STATED, Demand.NOT_STATED, Demand.NOT_STATED, Demand.NOT_STATED, null, Budget.NONE);

    /**
     * This policy with another demand on inputs.
     *
     * @param demand the demand
     * @return a new policy
     */
    public Policy withInputs(Demand demand) {
        return new Policy(demand, outputs, userIdentity, conversationId, projectId, budget);
    }

    /**
     * This policy with another demand on outputs.
     *
     * @param demand the demand
     * @return a new policy
     */
    public Policy withOutputs(Demand demand) {
        return new Policy(inputs, demand, userIdentity, conversationId, projectId, budget);
    }

    /**
     * This policy with another demand on the identity of users.
     *
     * @param demand the demand
     * @return a new policy
     */
    public Policy withUserIdentity(Demand demand) {
        return new Policy(inputs, outputs, demand, conversationId, projectId, budget);
    }

    /**
     * This policy with another demand on conversation ids.
     *
     * @param demand the demand
     * @return a new policy
     */
    public Policy withConversationId(Demand demand) {
        return new Policy(inputs, outputs, userIdentity, demand, projectId, budget);
    }

    /**
     * This policy with another project.
     *
     * @param id the project's id as a DSN ends with it, for example {@code 1}; null if any project will do
     * @return a new policy
     */
    public Policy withProjectId(@Nullable String id) {
        return new Policy(inputs, outputs, userIdentity, conversationId, id, budget);
    }

    /**
     * This policy with another budget.
     *
     * @param other the budget
     * @return a new policy
     */
    public Policy withBudget(Budget other) {
        return new Policy(inputs, outputs, userIdentity, conversationId, projectId, other);
    }
}
