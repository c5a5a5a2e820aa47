package dev.sentryai.telemetry.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sentryai.protocol.ConventionsVersion;
import dev.sentryai.telemetry.rules.RuleSamples.Sample;
import dev.sentryai.telemetry.rules.policy.Demand;
import dev.sentryai.telemetry.rules.policy.Limit;
import dev.sentryai.telemetry.rules.policy.Policy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule has an example: one that somebody wrote, else one that is made of the samples in the rule's table. */
class RuleExampleTest {

    private static final Path FOLDER = Path.of("src/main/resources/dev/sentryai/telemetry/rules");

    /** Longer samples are no examples for people, unless most of them can be left out. */
    private static final int TOO_LONG = 4000;

    /** Samples from which an example may be made. */
    private static final int LONGEST = 12_000;

    @ParameterizedTest
    @MethodSource("rules")
    void everyRuleHasAnExampleOrAReasonWhyNot(String rule) {
        assertThat(RuleExample.of(rule).isPresent())
                .as("example of " + rule + "; make it with -Dsentry-ai.update=true")
                .isNotEqualTo(RuleExample.absence(rule).isPresent());
    }

    @ParameterizedTest
    @MethodSource("rules")
    void onlyRulesWhoseSamplesAreTooLongHaveNone(String rule) {
        boolean tooLong = samples(rule).stream()
                .filter(sample -> !sample.isClean())
                .allMatch(sample -> sample.envelope().bytes().length > TOO_LONG);

        assertThat(RuleExample.absence(rule).isEmpty() || tooLong).isTrue();
    }

    /** Makes those that are missing. */
    @Test
    @EnabledIfSystemProperty(named = "sentry-ai.update", matches = "true")
    void makeExamples() throws IOException {
        Map<String, String> sections = new TreeMap<>();
        for (String rule : rules()) {
            if (!isWritten(rule)) {
                example(rule).ifPresent(example -> sections.put(rule, example));
            }
        }
        String head =
                "# Made by RuleExampleTest of the rules' tables of samples; do not edit. See examples.txt for the form.\n";
        String text = sections.entrySet().stream()
                .map(section -> "\n[" + section.getKey() + "]\n" + section.getValue())
                .collect(Collectors.joining());
        Files.writeString(FOLDER.resolve("samples.txt"), head + text);
    }

    private static boolean isWritten(String rule) throws IOException {
        return Files.readString(FOLDER.resolve("examples.txt")).contains("[" + rule + "]");
    }

    private static Optional<String> example(String rule) {
        SampleReducer.Pair best = null;
        String settings = "";
        List<Sample> samples = samples(rule);
        for (Sample violating : samples) {
            for (Sample clean : samples) {
                boolean pair = !violating.isClean()
                        && clean.isClean()
                        && clean.setting().equals(violating.setting())
                        && violating.envelope().bytes().length <= LONGEST
                        && clean.envelope().bytes().length <= LONGEST;
                SampleReducer.Pair next =
                        pair ? new SampleReducer(violating, clean).reduce().orElse(null) : null;
                if (next != null && (best == null || cost(next) < cost(best))) {
                    best = next;
                    settings = settings(violating);
                }
            }
        }
        return best == null
                ? Optional.empty()
                : Optional.of(settings + "bad  = " + line(best.bad()) + "\ngood = " + line(best.good()) + "\n");
    }

    private static int cost(SampleReducer.Pair pair) {
        return pair.difference() * 1000 + pair.bad().length();
    }

    private static String line(String lines) {
        return lines.replace("\n", " ⏎ ");
    }

    private static String settings(Sample sample) {
        RuleSamples.Setting setting = sample.setting();
        List<String> settings = new ArrayList<>();
        if (setting.version() != ConventionsVersion.newest()) {
            settings.add("conventions: " + setting.version());
        }
        Policy policy = setting.policy();
        List<String> content = new ArrayList<>();
        add(content, "inputs", policy.inputs());
        add(content, "outputs", policy.outputs());
        add(content, "user-identity", policy.userIdentity());
        add(content, "conversation-id", policy.conversationId());
        if (policy.projectId() != null) {
            content.add("project-id: \"" + policy.projectId() + '"');
        }
        if (!content.isEmpty()) {
            settings.add("content: { " + String.join(", ", content) + " }");
        }
        List<String> budget = new ArrayList<>();
        add(budget, "call", policy.budget().call());
        add(budget, "trace", policy.budget().trace());
        add(budget, "conversation", policy.budget().conversation());
        if (!budget.isEmpty()) {
            settings.add("budget: { " + String.join(", ", budget) + " }");
        }
        return settings.isEmpty() ? "" : "settings = { " + String.join(", ", settings) + " }\n";
    }

    private static void add(List<String> content, String name, Demand demand) {
        if (demand != Demand.NOT_STATED) {
            content.add(name + ": " + demand.name().toLowerCase(Locale.ROOT));
        }
    }

    private static void add(List<String> budget, String name, Limit limit) {
        if (limit.tokens() != null) {
            budget.add(name + ": { tokens: " + limit.tokens() + " }");
        }
    }

    private static List<Sample> samples(String rule) {
        return RuleTableTest.samples()
                .filter(sample -> sample.rule().equals(rule))
                .toList();
    }

    static List<String> rules() {
        return Rules.definitions().stream().map(RuleDefinition::id).toList();
    }
}
