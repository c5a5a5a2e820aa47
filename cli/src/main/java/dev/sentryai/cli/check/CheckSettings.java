package dev.sentryai.cli.check;

import dev.sentryai.cli.policy.Expectations;
import dev.sentryai.cli.policy.FailOn;
import dev.sentryai.cli.policy.FindingFilter;
import dev.sentryai.cli.policy.Profile;
import dev.sentryai.cli.policy.Verdict;
import dev.sentryai.protocol.ConventionsVersion;
import dev.sentryai.telemetry.rules.Rules;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * How to validate. For one run, because filter and expectations count.
 *
 * @param rules to judge by, those of the project's policy and prices among them
 * @param failOn which findings count as failures
 * @param filter which findings count at all
 * @param expectations what must occur
 */
public record CheckSettings(Rules rules, FailOn failOn, FindingFilter filter, Expectations expectations) {

    /**
     * What counts where nothing is said.
     *
     * @return settings for one run
     */
    public static CheckSettings defaults() {
        return new CheckSettings(
                Rules.of(ConventionsVersion.newest()),
                FailOn.ERROR,
                new FindingFilter(Profile.DEFAULT, Map.of(), List.of(), null, LocalDate.MIN),
                new Expectations(List.of()));
    }

    Verdict verdict() {
        return new Verdict(filter.suppressed(), filter.baselined(), filter.notes(), expectations.unmet());
    }
}
