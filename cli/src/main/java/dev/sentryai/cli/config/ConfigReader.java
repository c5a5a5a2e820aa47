package dev.sentryai.cli.config;

import dev.sentryai.cli.policy.FailOn;
import dev.sentryai.cli.policy.Level;
import dev.sentryai.cli.policy.Profile;
import dev.sentryai.cli.policy.Suppression;
import dev.sentryai.protocol.ConventionsVersion;
import dev.sentryai.protocol.price.PriceTable;
import dev.sentryai.telemetry.cost.PriceFile;
import dev.sentryai.telemetry.rules.policy.Budget;
import dev.sentryai.telemetry.rules.policy.Demand;
import dev.sentryai.telemetry.rules.policy.Limit;
import dev.sentryai.telemetry.rules.policy.Policy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads one file of settings. */
final class ConfigReader {

    private static final List<String> KEYS = List.of(
            "profile",
            "fail-on",
            "conventions",
            "rules",
            "content",
            "budget",
            "suppressions",
            "baseline",
            "expect",
            "prices");

    private static final List<String> CONTENT_KEYS =
            List.of("inputs", "outputs", "user-identity", "conversation-id", "project-id");
    private static final List<String> BUDGET_KEYS = List.of("call", "trace", "conversation");
    private static final List<String> LIMIT_KEYS = List.of("usd", "tokens");
    private static final List<String> SUPPRESSION_KEYS =
            List.of("rule", "file", "span", "attribute", "reason", "expires");

    private final Path file;

    ConfigReader(Path file) {
        this.file = file;
    }

    Config read(YamlValue value) {
        Map<String, YamlValue> members = value.members(KEYS);
        return new Config(
                optional(members, "profile", profile -> profile.constant(Profile.class)),
                optional(members, "fail-on", failOn -> failOn.constant(FailOn.class)),
                optional(members, "conventions", version -> version.map(ConventionsVersion::parse)),
                members.containsKey("rules") ? levels(member(members, "rules")) : Map.of(),
                policy(members),
                members.containsKey("suppressions")
                        ? member(members, "suppressions").items().stream()
                                .map(ConfigReader::suppression)
                                .toList()
                        : List.of(),
                optional(members, "baseline", this::path),
                optional(members, "expect", this::path),
                optional(members, "prices", this::prices));
    }

    private Path path(YamlValue value) {
        return value.map(text -> file.resolveSibling(text));
    }

    private static Map<String, Level> levels(YamlValue value) {
        Map<String, Level> levels = new LinkedHashMap<>();
        value.members(RuleIds.ALL).forEach((id, level) -> levels.put(id, level.constant(Level.class)));
        return levels;
    }

    private static Policy policy(Map<String, YamlValue> settings) {
        Map<String, YamlValue> members =
                settings.containsKey("content") ? member(settings, "content").members(CONTENT_KEYS) : Map.of();
        return new Policy(
                demand(members, "inputs"),
                demand(members, "outputs"),
                demand(members, "user-identity"),
                demand(members, "conversation-id"),
                optional(members, "project-id", YamlValue::text),
                settings.containsKey("budget") ? budget(member(settings, "budget")) : Budget.NONE);
    }

    private static Budget budget(YamlValue value) {
        Map<String, YamlValue> members = value.members(BUDGET_KEYS);
        return new Budget(limit(members, "call"), limit(members, "trace"), limit(members, "conversation"));
    }

    private PriceTable prices(YamlValue value) {
        Path prices = path(value);
        try {
            return PriceFile.parse(prices.toString(), Files.readAllBytes(prices))
                    .orElse(PriceTable.bundled());
        } catch (IOException e) {
            throw value.error("cannot read " + prices + ": " + e);
        } catch (IllegalArgumentException e) {
            throw value.error(String.valueOf(e.getMessage()));
        }
    }

    private static Limit limit(Map<String, YamlValue> members, String key) {
        if (!members.containsKey(key)) {
            return Limit.NONE;
        }
        Map<String, YamlValue> amounts = member(members, key).members(LIMIT_KEYS);
        Double dollars = optional(amounts, "usd", YamlValue::decimal);
        Long tokens = optional(amounts, "tokens", YamlValue::integer);
        try {
            return new Limit(dollars, tokens);
        } catch (IllegalArgumentException e) {
            throw member(members, key).error(String.valueOf(e.getMessage()));
        }
    }

    private static Demand demand(Map<String, YamlValue> members, String key) {
        Demand demand = optional(members, key, value -> value.constant(Demand.class));
        return demand == null ? Demand.NOT_STATED : demand;
    }

    private static Suppression suppression(YamlValue value) {
        Map<String, YamlValue> members = value.members(SUPPRESSION_KEYS);
        YamlValue rule = members.get("rule");
        if (rule != null) {
            rule.mustBeOneOf(RuleIds.ALL, "rule");
        }
        YamlValue reason = members.get("reason");
        if (reason == null) {
            throw value.error("a suppression needs a reason");
        }
        try {
            return new Suppression(
                    optional(members, "rule", YamlValue::text),
                    optional(members, "file", YamlValue::text),
                    optional(members, "span", YamlValue::text),
                    optional(members, "attribute", YamlValue::text),
                    reason.text(),
                    optional(members, "expires", date -> date.map(LocalDate::parse)),
                    value.place());
        } catch (IllegalArgumentException e) {
            throw value.error(String.valueOf(e.getMessage()));
        }
    }

    private static YamlValue member(Map<String, YamlValue> members, String key) {
        return Objects.requireNonNull(members.get(key));
    }

    private static <T> @Nullable T optional(
            Map<String, YamlValue> members, String key, Function<YamlValue, T> function) {
        YamlValue value = members.get(key);
        return value == null ? null : function.apply(value);
    }
}
