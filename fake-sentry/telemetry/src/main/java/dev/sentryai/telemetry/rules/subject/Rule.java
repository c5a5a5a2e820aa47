package dev.sentryai.telemetry.rules.subject;

import dev.sentryai.telemetry.rules.fact.Fact;
import java.util.function.Consumer;

/**
 * One rule: a pure function from its subject to what is wrong with it.
 *
 * @param <S> what the rule looks at: an envelope, a span, an attribute or a trace
 * @param id its number in the catalogue, for example {@code GENAI141}
 * @param check the function; it hands over every violation that it sees
 * @param needs the bits of the {@link Fact facts} without which it has nothing to say, and is not asked
 */
public record Rule<S>(String id, Check<S> check, long needs) {

    public static <S> Rule<S> of(String id, Check<S> check, Fact... needs) {
        long bits = 0;
        for (Fact fact : needs) {
            bits |= fact.bit();
        }
        return new Rule<>(id, check, bits);
    }

    /** Whether a subject shows all facts that the rule needs. */
    public boolean concerns(long facts) {
        return (facts & needs) == needs;
    }

    @FunctionalInterface
    public interface Check<S> {
        void check(S subject, Consumer<Violation> found);
    }
}
