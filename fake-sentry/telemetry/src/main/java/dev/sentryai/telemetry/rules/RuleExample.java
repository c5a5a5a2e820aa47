package dev.sentryai.telemetry.rules;

import dev.sentryai.telemetry.rules.subject.SectionFile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a rule finds something in, and what it doesn't.
 *
 * @param settings what the project's settings must say, in the form of {@code sentry-ai.yml}; null if nothing in particular
 * @param bad lines of an envelope, or one span
 * @param good the same without the fault
 */
public record RuleExample(@Nullable String settings, List<String> bad, List<String> good) {

    /** Stands for a line feed in our data files. */
    private static final String LINE_FEED = " ⏎ ";

    /** Copies the lists. */
    public RuleExample {
        bad = List.copyOf(bad);
        good = List.copyOf(good);
    }

    /**
     * The example of a rule.
     *
     * @param rule id of the rule
     * @return empty if it has none, see {@link #absence}
     */
    public static Optional<RuleExample> of(String rule) {
        Map<String, String> section = section(rule);
        return section.containsKey("bad")
                ? Optional.of(new RuleExample(section.get("settings"), lines(section, "bad"), lines(section, "good")))
                : Optional.empty();
    }

    /**
     * Why a rule has no example.
     *
     * @param rule id of the rule
     * @return a clause; empty if the rule has an example
     */
    public static Optional<String> absence(String rule) {
        return Optional.ofNullable(section(rule).get("none"));
    }

    private static Map<String, String> section(String rule) {
        return SectionFile.pairs(Files.SECTIONS.getOrDefault(rule, List.of()));
    }

    private static List<String> lines(Map<String, String> section, String name) {
        return List.of(section.getOrDefault(name, "").split(LINE_FEED));
    }

    /** Read only when somebody wants an example. */
    private static final class Files {

        /** Those that were made of the rules' tables, and those that somebody wrote. */
        private static final Map<String, List<String>> SECTIONS = new LinkedHashMap<>();

        static {
            SECTIONS.putAll(SectionFile.read(RuleExample.class, "samples.txt").sections());
            SECTIONS.putAll(SectionFile.read(RuleExample.class, "examples.txt").sections());
        }
    }
}
