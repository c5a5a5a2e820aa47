package dev.sentryai.cli.policy;

import dev.sentryai.telemetry.rules.Finding;
import dev.sentryai.telemetry.rules.Severity;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Leaves the findings that count, as severe as a project takes them. It counts what it drops, and is for one run and one thread.
 */
public final class FindingFilter {

    private final Profile profile;
    private final Map<String, Level> levels;
    private final List<Suppression> active;
    private final List<Suppression> expired;
    private final Baseline known;
    private final Baseline seen = new Baseline();
    private final Set<Suppression> used = new HashSet<>();
    private int suppressed;
    private int baselined;

    /**
     * Starts a run.
     *
     * @param profile for rules without a level
     * @param levels of rules, by their ids
     * @param suppressions what to put up with
     * @param known what was there before; null if nothing
     * @param today decides which suppressions still work
     */
    public FindingFilter(
            Profile profile,
            Map<String, Level> levels,
            List<Suppression> suppressions,
            @Nullable Baseline known,
            LocalDate today) {
        this.profile = profile;
        this.levels = Map.copyOf(levels);
        this.active = suppressions.stream()
                .filter(suppression -> !suppression.isExpired(today))
                .toList();
        this.expired = suppressions.stream()
                .filter(suppression -> suppression.isExpired(today))
                .toList();
        this.known = known == null ? new Baseline() : known;
    }

    /**
     * Takes all findings and leaves those that count.
     *
     * @param findings in order
     * @return a new list in the same order
     */
    public List<Finding> apply(List<Finding> findings) {
        List<Finding> left = new ArrayList<>();
        findings.forEach(finding -> severity(finding)
                .map(finding::withSeverity)
                .filter(this::counts)
                .ifPresent(left::add));
        return left;
    }

    private Optional<Severity> severity(Finding finding) {
        return Optional.ofNullable(levels.get(finding.rule()))
                .orElseGet(() -> profile.level(finding))
                .severity();
    }

    /**
     * Whether a project wants to know of a finding at all: its rule is on, and no suppression is for it.
     *
     * @param finding as the rules made it
     * @return whatever stands in the baseline; nothing is counted
     */
    public boolean isWanted(Finding finding) {
        return severity(finding).isPresent() && active.stream().noneMatch(suppression -> suppression.matches(finding));
    }

    private boolean counts(Finding finding) {
        List<Suppression> matching = active.stream()
                .filter(suppression -> suppression.matches(finding))
                .toList();
        used.addAll(matching);
        if (!matching.isEmpty()) {
            suppressed++;
            return false;
        }
        seen.add(finding);
        if (known.take(finding)) {
            baselined++;
            return false;
        }
        return true;
    }

    /**
     * How many findings were suppressed.
     *
     * @return a number of findings
     */
    public int suppressed() {
        return suppressed;
    }

    /**
     * How many findings were in the baseline.
     *
     * @return a number of findings
     */
    public int baselined() {
        return baselined;
    }

    /**
     * What a new baseline would be: everything that isn't suppressed.
     *
     * @return the same object with every call
     */
    public Baseline seen() {
        return seen;
    }

    /**
     * What somebody should tidy up: suppressions that are over or of no use, and a baseline that holds too much.
     *
     * @return one line each
     */
    public List<String> notes() {
        List<String> notes = new ArrayList<>();
        for (Suppression suppression : expired) {
            notes.add(suppression.describe() + " expired on " + suppression.expires() + " and works no more ("
                    + suppression.reason() + ")");
        }
        for (Suppression suppression : active) {
            if (!used.contains(suppression)) {
                notes.add(suppression.describe() + " matches nothing and can be removed");
            }
        }
        if (known.size() > 0) {
            notes.add("the baseline holds " + known.size() + " findings that are gone; --update-baseline removes them");
        }
        return notes;
    }
}
