package dev.sentryai.cli;

import dev.sentryai.cli.check.CheckSettings;
import dev.sentryai.cli.config.Config;
import dev.sentryai.cli.config.ConfigFile;
import dev.sentryai.cli.config.ExpectFile;
import dev.sentryai.cli.config.RuleIds;
import dev.sentryai.cli.policy.Baseline;
import dev.sentryai.cli.policy.Expectations;
import dev.sentryai.cli.policy.FailOn;
import dev.sentryai.cli.policy.FindingFilter;
import dev.sentryai.cli.policy.Level;
import dev.sentryai.cli.policy.Profile;
import dev.sentryai.protocol.ConventionsVersion;
import dev.sentryai.telemetry.rules.Rules;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that say what to make of findings. Each wins over the project's settings. */
final class PolicyOptions {

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "Settings. Default: the next " + ConfigFile.NAME
                    + " from here upwards, to the root of the repository at most")
    private @Nullable Path configFile;

    @Option(
            names = "--profile",
            paramLabel = "PROFILE",
            description = {
                "How severe findings are: default (as the catalogue says), strict (what makes the product show less is a "
                        + "warning), or lenient (errors are only those by which data is lost, numbers become wrong or "
                        + "secrets leak; all else is one step milder). Default: default"
            })
    private @Nullable Profile profile;

    @Option(
            names = "--rule",
            paramLabel = "ID=LEVEL",
            description = "Take a rule's findings as error, warning, info or off. Repeatable.")
    private Map<String, Level> levels = new LinkedHashMap<>();

    @Option(
            names = "--fail-on",
            paramLabel = "LEVEL",
            description = "Lowest severity that makes the exit code 1: ${COMPLETION-CANDIDATES}. Default: error")
    private @Nullable FailOn failOn;

    @Option(
            names = "--conventions",
            paramLabel = "VERSION",
            converter = ConventionsConverter.class,
            description = "Version of the conventions: 0.19.0 or 0.33.0. Default: 0.33.0")
    private @Nullable ConventionsVersion conventions;

    @Option(names = "--baseline", paramLabel = "FILE", description = "Only findings that are not in it count.")
    private @Nullable Path baseline;

    @Option(names = "--update-baseline", description = "Write all findings to the baseline and exit with 0.")
    private boolean updateBaseline;

    @Option(
            names = "--expect",
            paramLabel = "FILE",
            description = "Operations, models, agents, tools and attributes that must occur, and how often.")
    private @Nullable Path expect;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private PriceOptions prices;

    /** What options and settings together say; expects to be called once. */
    CheckSettings settings(Console console) {
        Config config = config(console.environment());
        levels.keySet().forEach(id -> check(id, console));
        Map<String, Level> allLevels = new HashMap<>(config.levels());
        allLevels.putAll(levels);
        baseline = baseline == null ? config.baseline() : baseline;
        if (updateBaseline && baseline == null) {
            throw console.wrongUsage("--update-baseline needs --baseline FILE, or a baseline in " + ConfigFile.NAME);
        }
        Path expected = expect == null ? config.expect() : expect;
        return new CheckSettings(
                Rules.of(first(conventions, config.conventions(), ConventionsVersion.newest()))
                        .with(config.policy())
                        .with(prices.table(config, console)),
                first(failOn, config.failOn(), FailOn.ERROR),
                new FindingFilter(
                        first(profile, config.profile(), Profile.DEFAULT),
                        allLevels,
                        config.suppressions(),
                        known(console),
                        LocalDate.now(console.environment().clock())),
                new Expectations(expected == null ? List.of() : ExpectFile.read(expected)));
    }

    /** Where to write a new baseline to, if one is wanted. */
    @Nullable
    Path newBaseline() {
        return updateBaseline ? baseline : null;
    }

    private Config config(Environment environment) {
        return configFile != null
                ? Config.read(configFile)
                : Config.inForce(environment.directory(), environment.home());
    }

    private @Nullable Baseline known(Console console) {
        if (baseline == null || updateBaseline) {
            return null;
        }
        try {
            return Baseline.read(baseline);
        } catch (IllegalArgumentException e) {
            throw console.wrongUsage(String.valueOf(e.getMessage()));
        }
    }

    private static void check(String id, Console console) {
        try {
            RuleIds.check(id);
        } catch (IllegalArgumentException e) {
            throw console.wrongUsage(String.valueOf(e.getMessage()));
        }
    }

    private static <T> T first(@Nullable T option, @Nullable T setting, T otherwise) {
        return option != null ? option : Objects.requireNonNullElse(setting, otherwise);
    }
}
