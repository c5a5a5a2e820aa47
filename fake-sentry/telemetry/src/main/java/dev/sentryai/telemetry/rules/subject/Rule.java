package dev.sentryai.telemetry.rules.subject;

import java.util.function.Consumer;

/**
 * One rule: a pure function from its subject to what is wrong with it.
 *
 * @param <S> what the rule looks at: an envelope, a span, an attribute or a trace
 * @param id its number in the catalogue, for example {@code GENAI141}
 * @param check the function; it hands over every violation that it sees
 */
public record Rule<S>(String id, Check<S> check) {

    public static <S> Rule<S> of(String id, Check<S> check) {
        return new Rule<>(id, check);
    }

    @FunctionalInterface
    public interface Check<S> {
        void check(S subject, Consumer<Violation> found);
    }
}
