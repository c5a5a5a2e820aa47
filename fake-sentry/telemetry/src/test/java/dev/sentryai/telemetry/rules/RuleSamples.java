package dev.sentryai.telemetry.rules;

import dev.sentryai.protocol.ConventionsVersion;
import dev.sentryai.protocol.price.PriceTable;
import dev.sentryai.telemetry.rules.policy.Policy;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a rule must find and what it must leave alone. */
final class RuleSamples {

    private final String rule;
    private final List<Sample> samples = new ArrayList<>();
    private ConventionsVersion version = ConventionsVersion.newest();
    private Policy policy = Policy.NONE;
    private PriceTable prices = PriceTable.bundled();

    private RuleSamples(String rule) {
        this.rule = rule;
    }

    static RuleSamples of(String rule) {
        return new RuleSamples(rule);
    }

    /** The policy for the samples that follow. */
    RuleSamples under(Policy other) {
        policy = other;
        return this;
    }

    /** The prices for the samples that follow. */
    RuleSamples at(PriceTable other) {
        prices = other;
        return this;
    }

    /** The conventions for the samples that follow. */
    RuleSamples in(ConventionsVersion other) {
        version = other;
        return this;
    }

    /** An envelope in which the rule finds exactly one error with that message. */
    RuleSamples error(TestEnvelope envelope, String message) {
        return add(envelope, Severity.ERROR, message);
    }

    RuleSamples warning(TestEnvelope envelope, String message) {
        return add(envelope, Severity.WARNING, message);
    }

    RuleSamples info(TestEnvelope envelope, String message) {
        return add(envelope, Severity.INFO, message);
    }

    /** An envelope in which the rule finds nothing. */
    RuleSamples clean(TestEnvelope envelope) {
        return add(envelope, null, null);
    }

    private RuleSamples add(TestEnvelope envelope, @Nullable Severity severity, @Nullable String message) {
        Setting setting = new Setting(version, policy, prices);
        samples.add(new Sample(rule, samples.size(), envelope, setting, severity, message));
        return this;
    }

    String rule() {
        return rule;
    }

    List<Sample> samples() {
        return samples;
    }

    @Override
    public String toString() {
        return rule;
    }

    /** One row: {@code severity} and {@code message} are null if nothing is to be found. */
    record Sample(
            String rule,
            int number,
            TestEnvelope envelope,
            Setting setting,
            @Nullable Severity severity,
            @Nullable String message) {

        Rules rules() {
            return Rules.of(setting.version()).with(setting.policy()).with(setting.prices());
        }

        boolean isClean() {
            return message == null;
        }

        @Override
        public String toString() {
            return rule + " #" + number + (isClean() ? " clean" : ": " + message);
        }
    }

    /** What the rules judge by. */
    record Setting(ConventionsVersion version, Policy policy, PriceTable prices) {}
}
