package dev.sentryai.cli.config;

import dev.sentryai.cli.policy.FailOn;
import dev.sentryai.cli.policy.Level;
import dev.sentryai.cli.policy.Profile;
import dev.sentryai.cli.policy.Suppression;
import dev.sentryai.protocol.ConventionsVersion;
import dev.sentryai.protocol.price.PriceTable;
import dev.sentryai.telemetry.rules.policy.Policy;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a project's settings say. Paths are resolved against the directory of the file.
 *
 * @param profile null if not said
 * @param failOn null if not said
 * @param conventions null if not said
 * @param levels of rules, by their ids
 * @param policy what may, must not and must be sent, and what it may cost
 * @param suppressions what to put up with
 * @param baseline null if there is none
 * @param expect file with expectations; null if there is none
 * @param prices of models, the bundled ones behind their own; null if not said
 */
public record Config(
        @Nullable Profile profile,
        @Nullable FailOn failOn,
        @Nullable ConventionsVersion conventions,
        Map<String, Level> levels,
        Policy policy,
        List<Suppression> suppressions,
        @Nullable Path baseline,
        @Nullable Path expect,
        @Nullable PriceTable prices) {

    /** Says nothing. */
    public static final Config NONE = new Config(null, null, null, Map.of(), Policy.NONE, List.of(), null, null, null);

    /** Copies the collections. */
    public Config {
        levels = Map.copyOf(levels);
        suppressions = List.copyOf(suppressions);
    }

    /**
     * Reads a file.
     *
     * @param file in YAML
     * @return what it says
     * @throws ConfigException when it can't be read or makes no sense
     */
    public static Config read(Path file) {
        return YamlValue.read(file)
                .map(value -> new ConfigReader(file).read(value))
                .orElse(NONE);
    }

    /**
     * Reads the settings that apply in a directory.
     *
     * @param directory where the command runs
     * @param home the user's home directory, beyond which no file is looked for; null if not known
     * @return what the nearest file says, or {@link #NONE} if there is none
     * @throws ConfigException when it can't be read or makes no sense
     */
    public static Config inForce(Path directory, @Nullable Path home) {
        return ConfigFile.find(directory, home).map(Config::read).orElse(NONE);
    }
}
