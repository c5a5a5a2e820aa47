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
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The options that say what to make of findings. Each wins over the project's settings. */
final class PolicyOptions {

    private final OptionSpec configFile = Syntax.option(
                    "--config",
                    "FILE",
                    Path.class,
                    "Settings. Default: the next " + ConfigFile.NAME
                            + " from here upwards, to the root of the repository at most")
            .build();
    private final OptionSpec profile = Syntax.option(
                    "--profile",
                    "PROFILE",
                    Profile.class,
                    "How severe findings are: default (as the catalogue says), strict (what makes the product show less is a "
                            + "warning), or lenient (errors are only those by which data is lost, numbers become wrong or "
                            + "secrets leak; all else is one step milder). Default: default")
            .build();
    private final OptionSpec levels = Syntax.option(
                    "--rule",
                    "ID=LEVEL",
                    Map.class,
                    "Take a rule's findings as error, warning, info or off. Repeatable.")
            .auxiliaryTypes(String.class, Level.class)
            .build();
    private final OptionSpec failOn = Syntax.option(
                    "--fail-on",
                    "LEVEL",
                    FailOn.class,
                    "Lowest severity that makes the exit code 1: ${COMPLETION-CANDIDATES}. Default: error")
            .build();
    private final OptionSpec conventions = Syntax.option(
                    "--conventions",
                    "VERSION",
                    ConventionsVersion.class,
                    "Version of the conventions: 0.19.0 or 0.33.0. Default: 0.33.0")
            .converters(new ConventionsConverter())
            .build();
    private final OptionSpec baseline = Syntax.option(
                    "--baseline", "FILE", Path.class, "Only findings that are not in it count.")
            .build();
    private final OptionSpec updateBaseline =
            Syntax.flag("--update-baseline", "Write all findings to the baseline and exit with 0.");
    private final OptionSpec expect = Syntax.option(
                    "--expect",
                    "FILE",
                    Path.class,
                    "Operations, models, agents, tools and attributes that must occur, and how often.")
            .build();
    private final PriceOptions prices;

    /** Makes them options of that command. */
    PolicyOptions(CommandSpec syntax) {
        Stream.of(configFile, profile, levels, failOn, conventions, baseline, updateBaseline, expect)
                .forEach(syntax::addOption);
        prices = new PriceOptions(syntax);
    }

    /** What options and settings together say. */
    CheckSettings settings(Console console) {
        Config config = config(console.environment());
        FindingFilter filter = filter(config, console);
        Path expected = first(expect.getValue(), config.expect());
        return new CheckSettings(
                Rules.of(first(conventions.getValue(), config.conventions(), ConventionsVersion.newest()))
                        .with(config.policy())
                        .with(prices.table(config, console)),
                first(failOn.getValue(), config.failOn(), FailOn.ERROR),
                filter,
                new Expectations(expected == null ? List.of() : ExpectFile.read(expected)));
    }

    private FindingFilter filter(Config config, Console console) {
        Map<String, Level> given = levels.getValue();
        Map<String, Level> all = new HashMap<>(config.levels());
        if (given != null) {
            given.keySet().forEach(id -> check(id, console));
            all.putAll(given);
        }
        return new FindingFilter(
                first(profile.getValue(), config.profile(), Profile.DEFAULT),
                all,
                config.suppressions(),
                known(baseline(config, console), console),
                LocalDate.now(console.environment().clock()));
    }

    /** Where to write a new baseline to, if one is wanted. */
    @Nullable
    Path newBaseline(Console console) {
        return Syntax.isGiven(updateBaseline) ? baseline(config(console.environment()), console) : null;
    }

    private @Nullable Path baseline(Config config, Console console) {
        Path file = first(baseline.getValue(), config.baseline());
        if (Syntax.isGiven(updateBaseline) && file == null) {
            throw console.wrongUsage("--update-baseline needs --baseline FILE, or a baseline in " + ConfigFile.NAME);
        }
        return file;
    }

    private Config config(Environment environment) {
        Path file = configFile.getValue();
        return file != null ? Config.read(file) : Config.inForce(environment.directory(), environment.home());
    }

    private @Nullable Baseline known(@Nullable Path file, Console console) {
        if (file == null || Syntax.isGiven(updateBaseline)) {
            return null;
        }
        try {
            return Baseline.read(file);
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

    private static <T> @Nullable T first(@Nullable T option, @Nullable T setting) {
        return option != null ? option : setting;
    }

    private static <T> T first(@Nullable T option, @Nullable T setting, T otherwise) {
        return option != null ? option : Objects.requireNonNullElse(setting, otherwise);
    }
}
