package dev.sentryai.telemetry.rules;

import java.util.function.Consumer;

/**
 * One rule: a pure function from its subject to what is wrong with it.
 *
 * @param <S> what the rule looks at: an envelope, a span, an attribute or a trace
 * @param definition what the catalogue says
 * @param check the function; it hands over every violation that it sees
 */
record Rule<S>(RuleDefinition definition, Check<S> check) {

    static <S> Rule<S> of(String id, Check<S> check) {
        return new Rule<>(Catalogue.BUNDLED.get(id), check);
    }

    @FunctionalInterface
    interface Check<S> {
        void check(S subject, Consumer<Violation> found);
    }
}
